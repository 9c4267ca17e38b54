package io.pulseline.ingest.connection;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.Spending;
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
    private final Moves moves;
    private final Disconnecting disconnecting;
    private final ConnectionPublishing publishing;
    private final ConnectConfig config;
    private final Clock clock;

    ConnectFlow(
            AuthorizationAttempts attempts,
            ConnectionStore connections,
            FirstLook firstLook,
            Moves moves,
            Disconnecting disconnecting,
            ConnectionPublishing publishing,
            ConnectConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.connections = connections;
        this.firstLook = firstLook;
        this.moves = moves;
        this.disconnecting = disconnecting;
        this.publishing = publishing;
        this.config = config;
        this.clock = clock;
    }

    /** Why this user cannot connect this provider, whatever they say there. */
    Optional<ConnectOutcome> refusal(ConsentProvider provider, UUID user) {
        return moves.movedOn(provider.provider(), user).map(ConnectOutcome.MovedOn::new);
    }

    /**
     * Where to send the browser of this visitor.
     *
     * @param browser unguessable mark of the browser; only the same one may come back
     */
    URI start(ConsentProvider provider, Visitor visitor, String browser) {
        String state = Pkce.unguessable();
        String verifier = Pkce.unguessable();
        Instant now = clock.instant();
        attempts.forgetExpired(now);
        attempts.store(
                key(state, browser),
                new Attempt(provider.provider(), visitor.user(), verifier, visitor.invite()),
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
        Visitor visitor = new Visitor(attempt.get().user(), attempt.get().invite());
        Optional<ConnectOutcome> refusal = refusal(provider, visitor.user());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        TokenAnswer answer = provider.exchange(code, attempt.get().verifier(), redirect(provider));
        return switch (answer) {
            case TokenAnswer.Granted(TokenPair tokens) -> connect(provider, visitor, tokens);
            case TokenAnswer.InvalidGrant() -> new ConnectOutcome.CodeRefused();
            case TokenAnswer.Unusable(String reason) -> new ConnectOutcome.AccountUnusable(reason);
            case TokenAnswer.Gone(String reason) -> new ConnectOutcome.ProviderGone(reason);
            case TokenAnswer.Undecided(String reason, Optional<Instant> _) -> {
                LOG.warnf("code not exchanged: provider=%s reason=%s", provider.provider(), reason);
                yield new ConnectOutcome.ProviderUnavailable();
            }
        };
    }

    private ConnectOutcome connect(ConsentProvider provider, Visitor visitor, TokenPair tokens) {
        String name = provider.provider();
        if (moves.isAnothers(name, visitor.user(), tokens)) {
            return new ConnectOutcome.BelongsToAnother();
        }
        Optional<Connection> successor = moves.movedOn(name, visitor.user(), tokens);
        if (successor.isPresent()) {
            // Nobody will use this consent: it is not left standing.
            provider.revoke(tokens.refreshToken());
            return new ConnectOutcome.MovedOn(successor.get());
        }
        Move move = moves.of(name, visitor.user(), tokens).orElse(null);
        UUID id = ConnectionStore.idOf(visitor.user(), name, tokens.providerUserId());
        NewConsent consent =
                Spending.of(id, Priority.LIVE, () -> firstLook.at(provider, visitor, tokens, move))
                        .answer();
        return switch (connections.keep(consent)) {
            case Kept.Anothers() -> new ConnectOutcome.BelongsToAnother();
            case Kept.InviteUsedUp() -> new ConnectOutcome.InviteUsedUp();
            case Kept.Stored(Connection kept) -> {
                publishing.wake();
                LOG.infof("connected: connection=%s user=%s", kept.id(), kept.user());
                if (move != null) {
                    leave(move.former(), kept);
                }
                yield new ConnectOutcome.Connected(kept);
            }
        };
    }

    /** Should this be cut short, the former connection's next pass does it. */
    private void leave(Connection former, Connection successor) {
        LOG.infof("moved: connection=%s from=%s", successor.id(), former.id());
        connections
                .find(former.id())
                .filter(Connection::isConnected)
                .ifPresent(disconnecting::moved);
    }
}
