package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.grant.Grants.Held;
import io.pulseline.pipeline.grant.Grants.RefreshRight;
import io.pulseline.pipeline.target.strava.StravaSettings;
import io.pulseline.pipeline.target.strava.StravaTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives out access tokens, refreshing them ahead of expiry. One refresh at a time for a grant,
 * across replicas, by a lease in its row; no transaction is open while Strava is asked; the new
 * pair is stored before anyone uses it. Only Strava's word that the grant is invalid ends it.
 */
@ApplicationScoped
class StravaGrants implements StravaTokens {
    /** As in configurations. */
    static final String TYPE = "strava";

    private static final Logger LOG = Logger.getLogger(StravaGrants.class);

    /** Until another process has brought its pair. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(2);

    private static final String CONNECT = "/targets/strava/connect";

    private final Grants grants;
    private final StravaConsent strava;
    private final StravaSettings settings;
    private final Clock clock;

    /** A lease is about living processes, so it goes by the machine's clock, never a simulated. */
    private final InstantSource machine = InstantSource.system();

    StravaGrants(Grants grants, StravaConsent strava, StravaSettings settings, Clock clock) {
        this.grants = grants;
        this.strava = strava;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Access current(UUID user) {
        Optional<Held> held = grants.held(user, TYPE);
        if (held.isEmpty()) {
            return none(grants.reason(user, TYPE).orElse(null));
        }
        return isFresh(held.get()) ? usable(held.get()) : refreshed(user, held.get());
    }

    @Override
    public Access insteadOf(UUID user, Access.Usable refused) {
        Optional<Held> held = grants.held(user, TYPE);
        return held.isPresent() && held.get().version() == refused.version()
                ? refreshed(user, held.get())
                : current(user);
    }

    private boolean isFresh(Held held) {
        return held.expiresAt().isAfter(clock.instant().plus(settings.refreshAhead()));
    }

    private static Access usable(Held held) {
        return new Access.Usable(held.accessToken(), held.version());
    }

    private static Access none(@Nullable String reason) {
        return new Access.None(
                reason == null
                        ? "Strava is not connected yet: " + CONNECT
                        : "Strava wants to be connected again: " + CONNECT + " (" + reason + ")");
    }

    private Access refreshed(UUID user, Held held) {
        Instant now = machine.instant();
        Optional<RefreshRight> right = grants.claim(held, now, now.plus(settings.refreshLease()));
        if (right.isEmpty()) {
            return elsewhere(user, held);
        }
        TokenAnswer answer = strava.refresh(right.get().refreshToken());
        return switch (answer) {
            case TokenAnswer.Granted granted -> stored(user, right.get(), granted.tokens());
            case TokenAnswer.InvalidGrant() -> invalid(user, right.get());
            case TokenAnswer.Undecided(String reason, @Nullable Duration after) -> {
                grants.release(right.get(), true);
                LOG.warnf("token refresh postponed: grant=%s reason=%s", held.grant(), reason);
                yield new Access.Later(reason, after);
            }
        };
    }

    /** Somebody refreshes, or has just done so. */
    private Access elsewhere(UUID user, Held asked) {
        Optional<Held> newest = grants.held(user, TYPE);
        return newest.isPresent()
                        && newest.get().version() != asked.version()
                        && isFresh(newest.get())
                ? usable(newest.get())
                : new Access.Soon("Strava's tokens are being refreshed elsewhere", ELSEWHERE);
    }

    private Access stored(UUID user, RefreshRight right, TokenPair tokens) {
        if (!grants.store(right, tokens)) {
            // The user has connected again meanwhile, or does not want us any more.
            return grants.held(user, TYPE)
                    .map(StravaGrants::usable)
                    .orElseGet(() -> none(grants.reason(user, TYPE).orElse(null)));
        }
        LOG.infof("tokens refreshed: grant=%s", right.grant());
        return new Access.Usable(tokens.accessToken(), right.version() + 1);
    }

    private Access invalid(UUID user, RefreshRight right) {
        String reason =
                right.unfinished()
                        ? "refresh interrupted: the tokens of an earlier refresh were lost"
                        : "Strava no longer accepts our consent";
        if (grants.needsReauthorization(right, reason, clock.instant())) {
            LOG.warnf("grant needs a new consent: grant=%s reason=%s", right.grant(), reason);
            return none(reason);
        }
        // Somebody stored a newer pair while we asked with the old one.
        return grants.held(user, TYPE).map(StravaGrants::usable).orElseGet(() -> none(reason));
    }
}
