package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.oauth.CodeChallenge;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who allowed what at Google, and the codes and tokens that came of it (fact sheet section 2). A
 * refresh token can be used as often as one likes. Safe for use by several threads.
 */
final class GoogleConsents {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final String CODE = "4/0A";

    private final InstantSource clock;
    private final KnobBoard knobs;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> codes = new HashMap<>();
    private final Map<String, Access> access = new HashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private int refusedAfterTheEnd;

    GoogleConsents(InstantSource clock, KnobBoard knobs) {
        this.clock = clock;
        this.knobs = knobs;
    }

    /**
     * What a person has said yes to.
     *
     * @param challenge null without PKCE
     * @param offline whether a refresh token was asked for
     * @param again whether the person was made to consent again
     */
    record Allowed(
            String userId,
            Set<HealthScope> scopes,
            String redirectUri,
            @Nullable CodeChallenge challenge,
            boolean offline,
            boolean again) {}

    /** How an exchange or a refresh ended. */
    sealed interface Outcome {
        record Issued(GoogleTokens tokens) implements Outcome {}

        /** The error and description are Google's. */
        record Refused(String error, String description) implements Outcome {}
    }

    private record Pending(Allowed allowed, Instant until) {}

    private record Access(Grant grant, Instant until) {}

    /** Until is null where the refresh token lasts for ever. */
    private record Grant(
            String userId,
            Set<HealthScope> scopes,
            @Nullable String refreshToken,
            @Nullable Instant until) {
        boolean isLiveAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    synchronized String allow(Allowed allowed) {
        String code = CODE + text(40);
        codes.put(code, new Pending(allowed, clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /** Redeems a code; whatever comes of it, the code is used up. */
    synchronized Outcome exchange(
            String code, @Nullable String redirectUri, @Nullable String verifier) {
        if (!code.startsWith(CODE)) {
            return new Outcome.Refused("invalid_grant", "Malformed auth code.");
        }
        Pending pending = codes.remove(code);
        if (pending == null || !clock.instant().isBefore(pending.until())) {
            return new Outcome.Refused("invalid_grant", "Bad Request");
        }
        Allowed allowed = pending.allowed();
        if (!allowed.redirectUri().equals(redirectUri)) {
            return new Outcome.Refused("redirect_uri_mismatch", "Bad Request");
        }
        CodeChallenge challenge = allowed.challenge();
        if (challenge != null && verifier == null) {
            return new Outcome.Refused("invalid_grant", "Missing code verifier.");
        }
        if (challenge != null && verifier != null && !challenge.isMetBy(verifier)) {
            return new Outcome.Refused("invalid_grant", "Invalid code verifier.");
        }
        boolean isRepeated = !liveScopes(allowed.userId()).isEmpty();
        boolean withRefresh =
                allowed.offline()
                        && (allowed.again()
                                || !isRepeated
                                || !knobs.consent().refreshTokenOnlyWhenAskedAgain());
        return new Outcome.Issued(issue(allowed.userId(), allowed.scopes(), withRefresh));
    }

    /** Gives tokens without asking anybody. */
    synchronized GoogleTokens issue(String userId, Set<HealthScope> scopes, boolean withRefresh) {
        int days = knobs.consent().refreshTokenDays();
        Instant until =
                days == 0 || !withRefresh ? null : clock.instant().plus(Duration.ofDays(days));
        Grant grant =
                new Grant(
                        userId, Set.copyOf(scopes), withRefresh ? "1//0" + text(60) : null, until);
        grants.add(grant);
        List<Grant> renewable =
                grants.stream()
                        .filter(one -> one.userId().equals(userId) && one.refreshToken() != null)
                        .toList();
        if (renewable.size() > knobs.consent().refreshTokensPerUser()) {
            end(renewable.getFirst());
        }
        return tokens(grant, grant.refreshToken());
    }

    synchronized Outcome refresh(String token) {
        Optional<Grant> found =
                grants.stream()
                        .filter(grant -> token.equals(grant.refreshToken()))
                        .filter(grant -> grant.isLiveAt(clock.instant()))
                        .findFirst();
        if (found.isEmpty()) {
            refusedAfterTheEnd += ended.contains(token) ? 1 : 0;
            return new Outcome.Refused("invalid_grant", "Token has been expired or revoked.");
        }
        Grant grant = found.get();
        if (!knobs.consent().refreshTokenRotates()) {
            return new Outcome.Issued(tokens(grant, null));
        }
        Grant rotated = new Grant(grant.userId(), grant.scopes(), "1//0" + text(60), grant.until());
        grants.remove(grant);
        grants.add(rotated);
        return new Outcome.Issued(tokens(rotated, rotated.refreshToken()));
    }

    /** Whose token it is, access or refresh; empty if it is none of a consent. */
    synchronized Optional<String> owner(String token) {
        Access found = access.get(token);
        return found == null
                ? grants.stream()
                        .filter(grant -> token.equals(grant.refreshToken()))
                        .map(Grant::userId)
                        .findFirst()
                : Optional.of(found.grant().userId());
    }

    /** What an access token allows now; empty when it is unknown, over or revoked. */
    synchronized Optional<Valid> valid(String accessToken) {
        Access found = access.get(accessToken);
        return found == null || !clock.instant().isBefore(found.until())
                ? Optional.empty()
                : Optional.of(new Valid(found.grant().userId(), found.grant().scopes()));
    }

    /** Whose token it is and what it allows. */
    record Valid(String userId, Set<HealthScope> scopes) {}

    /** What a person allows by any consent that has not ended. */
    synchronized Set<HealthScope> liveScopes(String userId) {
        EnumSet<HealthScope> scopes = EnumSet.noneOf(HealthScope.class);
        grants.stream()
                .filter(grant -> grant.userId().equals(userId))
                .filter(grant -> grant.isLiveAt(clock.instant()))
                .forEach(grant -> scopes.addAll(grant.scopes()));
        return scopes;
    }

    /** Ends every code, consent and token of a person. */
    synchronized void withdraw(String userId) {
        codes.values().removeIf(pending -> pending.allowed().userId().equals(userId));
        access.values().removeIf(one -> one.grant().userId().equals(userId));
        grants.removeIf(grant -> grant.userId().equals(userId));
    }

    /** Ends a person's refresh tokens; access tokens last as long as they would have. */
    synchronized void endRefresh(String userId) {
        grants.stream()
                .filter(grant -> grant.userId().equals(userId))
                .flatMap(grant -> Stream.ofNullable(grant.refreshToken()))
                .forEach(ended::add);
        grants.removeIf(grant -> grant.userId().equals(userId));
    }

    /** How many times a token was refused because it had been ended. */
    synchronized int refusedAfterTheEnd() {
        return refusedAfterTheEnd;
    }

    /** Lets every access token run out now. */
    synchronized void expireAccess() {
        Instant now = clock.instant();
        access.replaceAll((_, one) -> new Access(one.grant(), now));
    }

    synchronized void clear() {
        codes.clear();
        access.clear();
        grants.clear();
        ended.clear();
        refusedAfterTheEnd = 0;
    }

    private void end(Grant grant) {
        grants.remove(grant);
        access.values().removeIf(one -> one.grant().equals(grant));
    }

    private GoogleTokens tokens(Grant grant, @Nullable String refreshToken) {
        String token = "ya29.a0" + text(120);
        int seconds = knobs.consent().accessTokenSeconds();
        access.put(token, new Access(grant, clock.instant().plusSeconds(seconds)));
        Instant until = grant.until();
        return new GoogleTokens(
                grant.userId(),
                token,
                seconds,
                refreshToken,
                until == null || refreshToken == null
                        ? null
                        : Duration.between(clock.instant(), until).toSeconds() - 1,
                grant.scopes());
    }

    private String text(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
