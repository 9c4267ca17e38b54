package io.pulseline.ingest.connection;

import io.pulseline.ingest.connection.AuthorizationAttempts.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** From "connect me" to a connection: authorization code with PKCE S256 and single-use state. */
@ApplicationScoped
class ConnectFlow {
    private static final Logger LOG = Logger.getLogger(ConnectFlow.class);

    private final AuthorizationAttempts attempts;
    private final ConnectionStore connections;
    private final FirstLook firstLook;
    private final ConnectionPublishing publishing;
    private final ConnectConfig config;
    private final Clock clock;

    ConnectFlow(
            AuthorizationAttempts attempts,
            ConnectionStore connections,
            FirstLook firstLook,
            ConnectionPublishing publishing,
            ConnectConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.connections = connections;
        this.firstLook = firstLook;
        this.publishing = publishing;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Where to send the browser of this user.
     *
     * @param browser unguessable mark of the browser; only the same one may come back
     */
    URI start(ConsentProvider provider, UUID user, String browser) {
        String state = Pkce.unguessable();
        String verifier = Pkce.unguessable();
        Instant now = clock.instant();
        attempts.forgetExpired(now);
        attempts.store(
                key(state, browser),
                new Attempt(provider.provider(), user, verifier),
                now.plus(config.attemptExpiresAfter()));
        return provider.authorizeUrl(state, Pkce.challenge(verifier), redirect(provider));
    }

    /** A state that was stolen, or slipped to somebody else, finds nothing without its browser. */
    private static String key(String state, String browser) {
        return state + "." + browser;
    }

    /** How long a browser must be remembered. */
    Duration attemptExpiresAfter() {
        return config.attemptExpiresAfter();
    }

    /** Whether browsers see us through TLS only. */
    boolean isSecure() {
        return config.publicUrl().startsWith("https:");
    }

    private URI redirect(ConsentProvider provider) {
        return URI.create(config.publicUrl() + "/connect/" + provider.pathName() + "/callback");
    }

    /**
     * The provider sent the browser back; exactly one of code and error is expected.
     *
     * @param browser the mark that {@link #start} was given
     */
    ConnectOutcome finish(
            ConsentProvider provider,
            String state,
            String browser,
            @Nullable String code,
            @Nullable String error) {
        Optional<Attempt> attempt =
                attempts.take(key(state, browser), clock.instant())
                        .filter(taken -> taken.provider().equals(provider.provider()));
        if (attempt.isEmpty()) {
            return new ConnectOutcome.NoSuchAttempt();
        }
        if (error != null || code == null) {
            return new ConnectOutcome.Denied(error == null ? "no code" : error);
        }
        TokenAnswer answer = provider.exchange(code, attempt.get().verifier(), redirect(provider));
        return switch (answer) {
            case TokenAnswer.Granted(TokenPair tokens) ->
                    connect(provider, attempt.get().user(), tokens);
            case TokenAnswer.InvalidGrant() -> new ConnectOutcome.CodeRefused();
            case TokenAnswer.Gone(String reason) -> new ConnectOutcome.ProviderGone(reason);
            case TokenAnswer.Undecided(String reason, Optional<Instant> _) -> {
                LOG.warnf("code not exchanged: provider=%s reason=%s", provider.provider(), reason);
                yield new ConnectOutcome.ProviderUnavailable();
            }
        };
    }

    private ConnectOutcome connect(ConsentProvider provider, UUID user, TokenPair tokens) {
        if (isAnothers(provider, user, tokens)) {
            return new ConnectOutcome.BelongsToAnother();
        }
        Optional<Connection> kept = connections.keep(firstLook.at(provider, user, tokens));
        if (kept.isEmpty()) {
            return new ConnectOutcome.BelongsToAnother();
        }
        publishing.wake();
        LOG.infof("connected: connection=%s user=%s", kept.get().id(), user);
        return new ConnectOutcome.Connected(kept.get());
    }

    private boolean isAnothers(ConsentProvider provider, UUID user, TokenPair tokens) {
        return connections
                .findByOwner(provider.provider(), tokens.providerUserId())
                .filter(held -> !held.user().equals(user))
                .isPresent();
    }
}
