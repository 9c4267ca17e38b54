package io.pulseline.simulator.strava;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Who allowed what, and the codes and tokens that came of it. Safe for use by several threads. */
final class StravaConsents {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int SECRET_BYTES = 20;
    private static final long FIRST_ATHLETE = 117_000_001;

    private final InstantSource clock;
    private final Supplier<StravaKnobs> knobs;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Athlete> athletes = new LinkedHashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Allowed> refreshTokens = new HashMap<>();
    private final Map<String, Access> access = new HashMap<>();

    StravaConsents(InstantSource clock, Supplier<StravaKnobs> knobs) {
        this.clock = clock;
        this.knobs = knobs;
    }

    /** What an athlete has said yes to. */
    record Allowed(Athlete athlete, Set<StravaScope> scopes) {}

    private record Code(Allowed allowed, Instant until) {}

    private record Access(Allowed allowed, Instant until) {}

    /** The athlete of that name; somebody new if there is none. */
    synchronized Athlete athlete(String name) {
        return athletes.computeIfAbsent(
                name, _ -> new Athlete(FIRST_ATHLETE + athletes.size(), name));
    }

    synchronized Athlete somebodyNew() {
        return athlete("Athlete " + (athletes.size() + 1));
    }

    synchronized String allow(Athlete athlete, Set<StravaScope> scopes) {
        String code = secret();
        codes.put(code, new Code(new Allowed(athlete, scopes), clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /** Redeems a code, which is used up by that. */
    synchronized Optional<StravaTokens> exchange(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(found -> issue(found.allowed()));
    }

    /** Another access token, and where they rotate another refresh token. */
    synchronized Optional<StravaTokens> refresh(String token) {
        Allowed allowed = refreshTokens.get(token);
        if (allowed == null) {
            return Optional.empty();
        }
        if (!knobs.get().refreshTokenRotates()) {
            return Optional.of(issue(allowed, token));
        }
        refreshTokens.remove(token);
        return Optional.of(issue(allowed));
    }

    synchronized StravaTokens issue(Allowed allowed) {
        String refreshToken = secret();
        refreshTokens.put(refreshToken, allowed);
        return issue(allowed, refreshToken);
    }

    private StravaTokens issue(Allowed allowed, String refreshToken) {
        Instant until = clock.instant().plusSeconds(knobs.get().accessTokenSeconds());
        String token = secret();
        access.put(token, new Access(allowed, until));
        return new StravaTokens(allowed.athlete(), token, refreshToken, until, allowed.scopes());
    }

    /** What an access token allows now; empty when it is unknown, over or withdrawn. */
    synchronized Optional<Allowed> valid(String token) {
        return Optional.ofNullable(access.get(token))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Access::allowed);
    }

    /** Ends every code and token of an athlete. */
    synchronized void withdraw(long athlete) {
        codes.values().removeIf(code -> code.allowed().athlete().id() == athlete);
        access.values().removeIf(one -> one.allowed().athlete().id() == athlete);
        refreshTokens.values().removeIf(allowed -> allowed.athlete().id() == athlete);
    }

    /** Lets every access token run out now. */
    synchronized void expireAccess() {
        Instant now = clock.instant();
        access.replaceAll((_, one) -> new Access(one.allowed(), now));
    }

    synchronized void clear() {
        athletes.clear();
        codes.clear();
        access.clear();
        refreshTokens.clear();
    }

    private String secret() {
        byte[] value = new byte[SECRET_BYTES];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
