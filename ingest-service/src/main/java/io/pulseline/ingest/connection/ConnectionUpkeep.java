package io.pulseline.ingest.connection;

import io.pulseline.ingest.connection.AuthorizedCalls.CallOutcome;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what we know about a connection fresh: the user's zone, the paired devices where no pass
 * has told about them lately, the subscriptions at start and once a day. Nothing waits for it: what
 * fails is tried next time.
 */
@Startup
@ApplicationScoped
public class ConnectionUpkeep {
    private static final Logger LOG = Logger.getLogger(ConnectionUpkeep.class);

    /** People change zones by travelling. */
    private static final Duration PROFILE_AGE = Duration.ofHours(6);

    /** What may have changed is not asked more often than this, however often it is doubted. */
    private static final Duration DOUBTED_AGE = Duration.ofHours(1);

    private final ConnectionStore connections;
    private final ConnectionNotes notes;
    private final KindSchedule schedule;
    private final AuthorizedCalls calls;
    private final Providers providers;
    private final PairedDevices devices;
    private final Disconnecting disconnecting;
    private final ConnectConfig config;
    private final Clock clock;

    /** What was subscribed before this replica started may have been lost meanwhile. */
    private final Instant startedAt;

    ConnectionUpkeep(
            ConnectionStore connections,
            ConnectionNotes notes,
            KindSchedule schedule,
            AuthorizedCalls calls,
            Providers providers,
            PairedDevices devices,
            Disconnecting disconnecting,
            ConnectConfig config,
            Clock clock) {
        this.connections = connections;
        this.notes = notes;
        this.schedule = schedule;
        this.calls = calls;
        this.providers = providers;
        this.devices = devices;
        this.disconnecting = disconnecting;
        this.config = config;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * The connection, if it may be read. One whose user has moved on is ended here, should the
     * process that noted the move have died before it did so.
     */
    public Optional<Connection> readable(UUID id) {
        Optional<Connection> found = connections.find(id).filter(Connection::isConnected);
        found.filter(connection -> connection.movedTo() != null).ifPresent(disconnecting::moved);
        return found.filter(connection -> connection.movedTo() == null);
    }

    /**
     * Before a pass that may ask the provider.
     *
     * @return the connection as it is afterwards. Blocks.
     */
    public Connection keepUp(Connection connection) {
        Instant now = clock.instant();
        boolean changed = false;
        if (connection.conditions().stream().anyMatch(held -> held.isOver(now))) {
            notes.conditionsEnded(connection.id(), now);
            changed = true;
        }
        if (isOlder(connection.profileReadAt(), PROFILE_AGE)) {
            changed |= readZone(connection);
        }
        if (isOlder(connection.devicesReadAt(), config.devicesAge())) {
            changed |= readDevices(changed ? again(connection) : connection);
        }
        if (!connection.subscribed() || isSubscriptionUnsure(connection)) {
            changed |= subscribe(connection);
        }
        return changed ? again(connection) : connection;
    }

    /** After a pass, whatever came of it: judges and tells how fresh the data is. Blocks. */
    public void passed(UUID connectionId) {
        Optional<Connection> connection = connections.find(connectionId);
        if (connection.isEmpty()) {
            return;
        }
        if (connection.get().erasedAt() != null) {
            notes.erasedAgain(connectionId);
        } else if (connection.get().isConnected()) {
            judge(connection.get());
        }
    }

    private void judge(Connection connection) {
        Instant now = clock.instant();
        List<KindState> kinds = schedule.kinds(connection.id());
        Optional<Condition> stale = Silence.stale(connection, kinds, now, config.staleAfter());
        if (stale.isPresent()) {
            connections.hold(connection.id(), stale.get());
        } else if (connection.holds(Condition.STALE, now)) {
            connections.clear(connection.id(), Condition.STALE, now);
        }
        notes.freshened(connection.id(), now);
    }

    private Connection again(Connection connection) {
        return connections.find(connection.id()).orElse(connection);
    }

    private boolean isOlder(@Nullable Instant read, Duration age) {
        return read == null || !read.plus(age).isAfter(clock.instant());
    }

    private boolean isSubscriptionUnsure(Connection connection) {
        Instant checked = connection.subscriptionsCheckedAt();
        return checked == null
                || checked.isBefore(startedAt)
                || isOlder(checked, config.subscriptionsAge());
    }

    /**
     * Asks for the zone again because an answer disagrees with the one we know; not if that was
     * done lately. Blocks.
     *
     * @return whether the history of zones has changed
     */
    public boolean readZoneAgain(Connection connection) {
        return isOlder(connection.profileReadAt(), DOUBTED_AGE)
                && readZone(connection)
                && !again(connection).zones().equals(connection.zones());
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
                    notes.zonesRead(connection.id(), told, now);
                });
    }

    private boolean readDevices(Connection connection) {
        return ask(connection.id(), token -> devices.read(connection, token), _ -> {});
    }

    private boolean subscribe(Connection connection) {
        ConsentProvider provider = providers.named(connection.provider());
        return ask(
                connection.id(),
                token ->
                        provider.subscribe(
                                token, connection.providerUserId(), connection.grantedScopes()),
                (Boolean inPlace) ->
                        notes.subscriptionsChecked(connection.id(), inPlace, clock.instant()));
    }

    private <T> boolean ask(
            UUID connection, Function<String, ProviderAnswer<T>> question, Consumer<T> use) {
        CallOutcome<T> outcome = calls.call(connection, question);
        if (outcome instanceof CallOutcome.Answered<T>(ProviderAnswer<T> answer)) {
            if (answer instanceof ProviderAnswer.Given<T>(T value)) {
                use.accept(value);
                return true;
            }
            // What the user did not allow is said by the connection, not with every pass.
            if (!(answer instanceof ProviderAnswer.Forbidden<T>)) {
                LOG.infof(
                        "upkeep postponed: connection=%s answer=%s",
                        connection, answer.getClass().getSimpleName());
            }
        }
        return false;
    }
}
