package io.pulseline.ingest.connection;

import io.pulseline.ingest.connection.TokenStore.Held;
import io.pulseline.ingest.connection.TokenStore.RefreshRight;
import io.pulseline.ingest.time.LeaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives out access tokens, refreshing them ahead of expiry. One refresh at a time for a connection,
 * across replicas, by a lease in its row; no transaction is open while the provider is asked; the
 * new pair is stored before anyone uses it. Only the provider's word that the grant is invalid ends
 * a connection; everything else postpones.
 */
@ApplicationScoped
class AccessTokens {
    private static final Logger LOG = Logger.getLogger(AccessTokens.class);

    /** When the provider does not say how long to wait. */
    private static final Duration UNDECIDED_PAUSE = Duration.ofSeconds(15);

    private final TokenStore tokens;
    private final ConnectionStore connections;
    private final Providers providers;
    private final ConnectConfig config;
    private final Clock clock;
    private final LeaseClock leases;

    AccessTokens(
            TokenStore tokens,
            ConnectionStore connections,
            Providers providers,
            ConnectConfig config,
            Clock clock,
            LeaseClock leases) {
        this.tokens = tokens;
        this.connections = connections;
        this.providers = providers;
        this.config = config;
        this.clock = clock;
        this.leases = leases;
    }

    /** A token that is good for some minutes at least. */
    AccessAnswer usable(UUID connection) {
        return tokens.held(connection)
                .map(held ->
                        isFresh(held)
                                ? new AccessAnswer.Usable(
                                        held.accessToken(), held.version(), held.refused())
                                : refresh(connection, held))
                .orElseGet(() -> new AccessAnswer.Ended("the connection has no tokens"));
    }

    private boolean isFresh(Held held) {
        return held.expiresAt().isAfter(clock.instant().plus(config.refreshAhead()));
    }

    /**
     * Another token after the provider refused this one; no second refresh if somebody has brought
     * a newer pair since.
     */
    AccessAnswer insteadOf(UUID connection, AccessAnswer.Usable refused) {
        Optional<Held> held = tokens.held(connection);
        if (held.isPresent() && held.get().version() == refused.version()) {
            return refresh(connection, held.get());
        }
        return usable(connection);
    }

    private AccessAnswer refresh(UUID connection, Held held) {
        Instant now = leases.now();
        Optional<RefreshRight> right =
                tokens.claim(connection, held.version(), now, now.plus(config.refreshLease()));
        if (right.isEmpty()) {
            return new AccessAnswer.Later(
                    clock.instant().plus(config.refreshElsewhere()),
                    "tokens are being refreshed elsewhere");
        }
        TokenAnswer answer = providers.named(held.provider()).refresh(right.get().refreshToken());
        return settle(connection, held, right.get(), answer);
    }

    private AccessAnswer settle(
            UUID connection, Held held, RefreshRight right, TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Granted(TokenPair pair) -> {
                LOG.infof("tokens refreshed: connection=%s", connection);
                yield tokens.store(connection, right, pair)
                        ? new AccessAnswer.Usable(
                                pair.accessToken(), right.version() + 1, held.refused())
                        : usable(connection);
            }
            case TokenAnswer.InvalidGrant() -> invalidGrant(connection, right);
            case TokenAnswer.Unusable(String reason) -> ended(connection, right, reason);
            case TokenAnswer.Gone(String reason) -> ended(connection, right, reason);
            case TokenAnswer.Undecided(String reason, Optional<Instant> until) -> {
                tokens.release(connection, right, true);
                LOG.warnf("token refresh postponed: connection=%s reason=%s", connection, reason);
                yield new AccessAnswer.Later(
                        until.orElseGet(() -> clock.instant().plus(UNDECIDED_PAUSE)), reason);
            }
        };
    }

    private AccessAnswer invalidGrant(UUID connection, RefreshRight right) {
        Optional<Held> newest = tokens.held(connection);
        if (newest.isPresent() && newest.get().version() != right.version()) {
            // Somebody stored a newer pair while we asked with the old one.
            return usable(connection);
        }
        return ended(connection, right, whyInvalid(right, newest.map(Held::consentEndsAt)));
    }

    private String whyInvalid(RefreshRight right, Optional<Instant> consentEndsAt) {
        Instant soon = clock.instant().plus(config.refreshAhead());
        if (consentEndsAt.filter(end -> !end.isAfter(soon)).isPresent()) {
            return "the provider gave this consent for a limited time only, until "
                    + consentEndsAt.get().truncatedTo(ChronoUnit.MINUTES)
                    + " (seven days where our application is still in testing there); please"
                    + " connect again";
        }
        return right.unfinished()
                ? "refresh interrupted: the new tokens of an earlier refresh were lost;"
                        + " please connect again"
                : "the provider no longer accepts our consent; please connect again";
    }

    /**
     * The provider refused a token that it had just given. At some providers nothing else tells
     * that a consent was taken back, but a hiccup looks the same: several in a row, some time
     * apart, decide.
     *
     * @return why the connection has ended, if it has
     */
    Optional<String> refusedFresh(UUID connection) {
        Optional<Held> held = tokens.held(connection);
        if (held.isEmpty() || !providers.named(held.get().provider()).withdrawsSilently()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant before = held.get().refusedAt();
        if (before != null && before.plus(config.refusedApart()).isAfter(now)) {
            return Optional.empty();
        }
        int refused = held.get().refused() + 1;
        if (refused < config.refusedTokens()) {
            tokens.refused(connection, refused, now);
            return Optional.empty();
        }
        String reason =
                "the provider refuses the tokens that it has just given: the consent was taken"
                        + " back; please connect again";
        LOG.warnf("connection needs a new consent: connection=%s reason=%s", connection, reason);
        connections.needsReauthorization(connection, reason, now);
        return Optional.of(reason);
    }

    /** The provider has accepted a token again. */
    void accepted(UUID connection) {
        tokens.refused(connection, 0, null);
    }

    private AccessAnswer ended(UUID connection, RefreshRight right, String reason) {
        LOG.warnf("connection needs a new consent: connection=%s reason=%s", connection, reason);
        connections.needsReauthorization(connection, right.version(), reason, clock.instant());
        return new AccessAnswer.Ended(reason);
    }
}
