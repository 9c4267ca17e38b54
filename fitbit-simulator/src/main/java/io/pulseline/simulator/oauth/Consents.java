package io.pulseline.simulator.oauth;

import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who allowed what, and the codes and tokens that came of it. A person has at most one refresh
 * token; access tokens may overlap. Safe for use by several threads.
 */
public final class Consents {
    /** How long an access token lasts, simulated time. */
    public static final Duration ACCESS_LIFE = Duration.ofHours(8);

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration REPLAY_TIME = Duration.ofMinutes(2);
    private static final Duration CONFLICT_TIME = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Switches switches;
    private final AccessTokens texts;
    private final Map<String, Pending> codes = new HashMap<>();
    private final Map<String, AccessGrant> access = new HashMap<>();
    private final Map<String, Renewal> refresh = new HashMap<>();
    private final Map<String, Used> used = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private int refusedAfterTheEnd;

    public Consents(Application application, InstantSource clock, Switches switches) {
        this.clock = clock;
        this.switches = switches;
        this.texts = new AccessTokens(application);
    }

    private record Pending(
            AuthorizeRequest request, String userId, Set<Scope> granted, Instant until) {}

    private record Renewal(String userId, Set<Scope> scopes) {}

    private record Used(String userId, TokenPair successor, Instant at) {}

    /** A code for what a person has just allowed. */
    synchronized String allow(AuthorizeRequest request, String userId, Set<Scope> granted) {
        String code = texts.code();
        codes.put(code, new Pending(request, userId, granted, clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /** Redeems a code; whatever comes of it, the code is used up. */
    synchronized TokenOutcome exchange(
            String code, @Nullable String redirectUri, @Nullable String verifier) {
        Pending pending = codes.remove(code);
        if (pending == null || !clock.instant().isBefore(pending.until())) {
            return new TokenOutcome.Invalid("Authorization code invalid: " + code);
        }
        if (!Objects.equals(pending.request().sentRedirectUri(), redirectUri)) {
            return new TokenOutcome.Invalid("Redirect_uri mismatch: " + redirectUri);
        }
        CodeChallenge challenge = pending.request().challenge();
        if (challenge != null && (verifier == null || !challenge.isMetBy(verifier))) {
            return new TokenOutcome.Invalid("The code_verifier parameter is invalid.");
        }
        return new TokenOutcome.Issued(issue(pending.userId(), pending.granted()));
    }

    /** Gives tokens without asking anybody; earlier refresh tokens of the person end. */
    public synchronized TokenPair issue(String userId, Set<Scope> scopes) {
        refresh.values().removeIf(renewal -> renewal.userId().equals(userId));
        Instant now = clock.instant();
        AccessGrant grant = new AccessGrant(userId, scopes, now, now.plus(ACCESS_LIFE));
        TokenPair pair =
                new TokenPair(texts.accessToken(grant), texts.refreshToken(), scopes, userId);
        access.put(pair.accessToken(), grant);
        refresh.put(pair.refreshToken(), new Renewal(userId, scopes));
        return pair;
    }

    synchronized TokenOutcome refresh(String token) {
        Renewal renewal = refresh.remove(token);
        if (renewal == null) {
            return refusedRefresh(token);
        }
        TokenPair pair = issue(renewal.userId(), renewal.scopes());
        used.put(token, new Used(renewal.userId(), pair, clock.instant()));
        return new TokenOutcome.Issued(pair);
    }

    private TokenOutcome refusedRefresh(String token) {
        if (ended.contains(token)) {
            refusedAfterTheEnd++;
        }
        Used before = used.get(token);
        if (before != null) {
            Duration age = Duration.between(before.at(), clock.instant());
            boolean stillCurrent = refresh.containsKey(before.successor().refreshToken());
            if (switches.isOn(Switch.REFRESH_REPLAY)
                    && stillCurrent
                    && age.compareTo(REPLAY_TIME) <= 0) {
                return new TokenOutcome.Issued(before.successor());
            }
            if (switches.isOn(Switch.REFRESH_CONFLICT) && age.compareTo(CONFLICT_TIME) <= 0) {
                return new TokenOutcome.Conflict();
            }
        }
        return new TokenOutcome.Invalid("Refresh token invalid: " + token + ".");
    }

    /** Ends a person's refresh token; the access token lasts as long as it would have. */
    public synchronized void endRefresh(String userId) {
        refresh.entrySet()
                .removeIf(entry -> {
                    boolean isTheirs = entry.getValue().userId().equals(userId);
                    if (isTheirs) {
                        ended.add(entry.getKey());
                    }
                    return isTheirs;
                });
    }

    /** How many times a token was refused because it had been ended. */
    public synchronized int refusedAfterTheEnd() {
        return refusedAfterTheEnd;
    }

    /** What an access token was given for, expired or not; empty if it is not one of ours. */
    public synchronized Optional<AccessGrant> grant(String accessToken) {
        return Optional.ofNullable(access.get(accessToken));
    }

    /** Whose token this is, access or refresh; empty if it is not a valid one. */
    synchronized Optional<String> owner(String token) {
        Renewal renewal = refresh.get(token);
        AccessGrant grant = access.get(token);
        return Optional.ofNullable(
                renewal != null ? renewal.userId() : grant != null ? grant.userId() : null);
    }

    /** Ends every code and token of a person. */
    public synchronized void withdraw(String userId) {
        codes.values().removeIf(pending -> pending.userId().equals(userId));
        access.values().removeIf(grant -> grant.userId().equals(userId));
        refresh.values().removeIf(renewal -> renewal.userId().equals(userId));
        used.values().removeIf(one -> one.userId().equals(userId));
    }

    /** Lets every access token run out now; refresh tokens stay. */
    public synchronized void expireAccess() {
        Instant now = clock.instant();
        access.replaceAll((_, grant) ->
                new AccessGrant(grant.userId(), grant.scopes(), grant.issuedAt(), now));
    }

    /** Forgets everything. */
    public synchronized void clear() {
        codes.clear();
        access.clear();
        refresh.clear();
        used.clear();
        ended.clear();
        refusedAfterTheEnd = 0;
    }
}
