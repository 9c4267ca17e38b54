package io.pulseline.ingest.connection;

import io.pulseline.ingest.connection.AuthorizedCalls.CallOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps what we know about a connection fresh: the user's zone once a day, and the subscription if
 * it could not be made when the user connected. Nothing waits for it: what fails is tried next
 * time.
 */
@ApplicationScoped
public class ConnectionUpkeep {
    private static final Logger LOG = Logger.getLogger(ConnectionUpkeep.class);

    /** People change zones by travelling. */
    private static final Duration PROFILE_AGE = Duration.ofHours(6);

    /** What may have changed is not asked more often than this, however often it is doubted. */
    private static final Duration DOUBTED_AGE = Duration.ofHours(1);

    private final ConnectionStore connections;
    private final AuthorizedCalls calls;
    private final Providers providers;
    private final Clock clock;

    ConnectionUpkeep(
            ConnectionStore connections, AuthorizedCalls calls, Providers providers, Clock clock) {
        this.connections = connections;
        this.calls = calls;
        this.providers = providers;
        this.clock = clock;
    }

    /** The connection as it is afterwards. Blocks. */
    public Connection keepUp(Connection connection) {
        boolean changed = false;
        if (isProfileOld(connection)) {
            changed |= readZone(connection);
        }
        if (!connection.subscribed()) {
            changed |= subscribe(connection);
        }
        return changed ? connections.find(connection.id()).orElse(connection) : connection;
    }

    private boolean isProfileOld(Connection connection) {
        return isOlder(connection, PROFILE_AGE);
    }

    private boolean isOlder(Connection connection, Duration age) {
        Instant read = connection.profileReadAt();
        return read == null || !read.plus(age).isAfter(clock.instant());
    }

    /**
     * Asks for the zone again because an answer disagrees with the one we know; not if that was
     * done lately. Blocks.
     *
     * @return whether the history of zones has changed
     */
    public boolean readZoneAgain(Connection connection) {
        return isOlder(connection, DOUBTED_AGE)
                && readZone(connection)
                && connections
                        .find(connection.id())
                        .filter(now -> !now.zones().equals(connection.zones()))
                        .isPresent();
    }

    private boolean readZone(Connection connection) {
        ConsentProvider provider = providers.named(connection.provider());
        return ask(
                connection.id(),
                provider::zone,
                (ZoneId zone) -> {
                    Instant now = clock.instant();
                    ZoneHistory told =
                            connection.zones().told(zone, now.atZone(zone).toLocalDate());
                    connections.zonesRead(connection.id(), told, now);
                });
    }

    private boolean subscribe(Connection connection) {
        ConsentProvider provider = providers.named(connection.provider());
        return ask(
                connection.id(),
                token ->
                        provider.subscribe(
                                token, connection.providerUserId(), connection.grantedScopes()),
                (Boolean _) -> connections.subscribed(connection.id(), clock.instant()));
    }

    private <T> boolean ask(
            UUID connection, Function<String, ProviderAnswer<T>> question, Consumer<T> use) {
        CallOutcome<T> outcome = calls.call(connection, question);
        if (outcome instanceof CallOutcome.Answered<T>(ProviderAnswer<T> answer)) {
            if (answer instanceof ProviderAnswer.Given<T>(T value)) {
                use.accept(value);
                return true;
            }
            LOG.infof(
                    "upkeep postponed: connection=%s answer=%s",
                    connection, answer.getClass().getSimpleName());
        }
        return false;
    }
}
