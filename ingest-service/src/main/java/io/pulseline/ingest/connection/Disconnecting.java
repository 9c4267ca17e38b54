package io.pulseline.ingest.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Ends a connection as the user wishes. The provider is told as far as it answers in time: first
 * that it shall not notify us, then that the consent is given back; our tokens go in any case.
 */
@ApplicationScoped
public class Disconnecting {
    private static final Logger LOG = Logger.getLogger(Disconnecting.class);

    private final ConnectionStore connections;
    private final ConnectionPublishing publishing;
    private final TokenStore tokens;
    private final AuthorizedCalls calls;
    private final Providers providers;
    private final ConnectConfig config;
    private final Clock clock;

    Disconnecting(
            ConnectionStore connections,
            ConnectionPublishing publishing,
            TokenStore tokens,
            AuthorizedCalls calls,
            Providers providers,
            ConnectConfig config,
            Clock clock) {
        this.connections = connections;
        this.publishing = publishing;
        this.tokens = tokens;
        this.calls = calls;
        this.providers = providers;
        this.config = config;
        this.clock = clock;
    }

    /** Does it; doing it again does no harm. Blocks. */
    public void disconnect(Connection connection, boolean erase) {
        boolean given = giveBack(connection);
        connections.disconnected(connection.id(), reason(given), erase, clock.instant());
        publishing.wake();
        LOG.infof(
                "disconnected: connection=%s provider told=%s erased=%s",
                connection.id(), given, erase);
    }

    /**
     * Ends a connection whose user's data are read by its successor; what was read stays. Doing it
     * again does no harm. Blocks.
     */
    void moved(Connection former) {
        boolean given = giveBack(former);
        connections.disconnected(former.id(), movedReason(given), false, clock.instant());
        publishing.wake();
        LOG.infof("moved on: connection=%s provider told=%s", former.id(), given);
    }

    private static String movedReason(boolean given) {
        return given
                ? ConnectionStore.MOVED
                : ConnectionStore.MOVED
                        + " The former provider did not answer, so it may still list us: remove our"
                        + " access in your account there as well.";
    }

    private static String reason(boolean given) {
        return given
                ? "You disconnected."
                : "You disconnected. The provider did not answer, so it may still list us: remove"
                        + " our access in your account there as well.";
    }

    /** Whether the provider has the consent back, or never had it since. */
    private boolean giveBack(Connection connection) {
        Duration half = config.disconnectWithin().dividedBy(2);
        within(half, () -> unsubscribe(connection));
        return within(half, () -> revoke(connection));
    }

    private boolean unsubscribe(Connection connection) {
        ConsentProvider provider = providers.named(connection.provider());
        return calls.call(
                                connection.id(),
                                token -> provider.unsubscribe(token, connection.providerUserId()))
                        instanceof AuthorizedCalls.CallOutcome.Answered<Boolean>(var answer)
                && answer instanceof ProviderAnswer.Given<Boolean>;
    }

    private boolean revoke(Connection connection) {
        UUID id = connection.id();
        Optional<String> token = tokens.refreshToken(id);
        boolean given = token.isEmpty() || revoke(connection, token.get());
        // A refresh on its way has used that token up: its successor is the one to give back.
        Optional<String> successor =
                tokens.refreshToken(id).filter(next -> token.filter(next::equals).isEmpty());
        return successor.isPresent() ? revoke(connection, successor.get()) : given;
    }

    private boolean revoke(Connection connection, String token) {
        return providers.named(connection.provider()).revoke(token)
                instanceof ProviderAnswer.Given<Boolean>;
    }

    /** Whether it succeeded in time; what takes longer goes on by itself and is not waited for. */
    private static boolean within(Duration limit, BooleanSupplier step) {
        FutureTask<Boolean> task = new FutureTask<>(step::getAsBoolean);
        Thread.ofVirtual().name("disconnecting").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return false;
        } catch (ExecutionException e) {
            LOG.warnf("the provider was not told: reason=%s", e.getCause());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
