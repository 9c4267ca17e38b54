package io.pulseline.ingest.connection;

import io.pulseline.ingest.connection.ShownConnection.ShownCondition;
import io.pulseline.ingest.connection.ShownConnection.ShownDevice;
import io.pulseline.ingest.connection.ShownConnection.ShownKind;
import io.pulseline.ingest.connection.ShownConnection.ShownWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes of a connection what the API shows, with what other rooms know of it. */
@ApplicationScoped
class ConnectionView {
    private final KindSchedule schedule;
    private final RequestQuota quota;
    private final BackfillStates backfills;
    private final Providers providers;
    private final Clock clock;

    ConnectionView(
            KindSchedule schedule,
            RequestQuota quota,
            BackfillStates backfills,
            Providers providers,
            Clock clock) {
        this.schedule = schedule;
        this.quota = quota;
        this.backfills = backfills;
        this.providers = providers;
        this.clock = clock;
    }

    /** The connection as it is now; blocks. */
    ShownConnection of(Connection connection) {
        return new ShownConnection(
                connection.id(),
                connection.provider(),
                connection.providerUserId(),
                connection.state(),
                connection.reason(),
                List.copyOf(new TreeSet<>(connection.grantedScopes())),
                Conditions.at(connection.conditions(), clock.instant()).stream()
                        .map(ShownCondition::of)
                        .toList(),
                connection.connectedAt(),
                connection.changedAt(),
                connection.zones().current().map(ZoneId::getId).orElse(null),
                devices(connection),
                schedule.kinds(connection.id()).stream().map(ShownKind::of).toList(),
                quota.requestsLeft(connection).orElse(null),
                backfills.backfill(connection).orElse(null),
                ShownWindow.of(connection.studyWindow()));
    }

    private List<ShownDevice> devices(Connection connection) {
        ConsentProvider provider = providers.named(connection.provider());
        return connection.devices().stream()
                .map(device ->
                        new ShownDevice(
                                device.id(),
                                device.model(),
                                device.type(),
                                device.batteryPercent(),
                                device.lastSync(),
                                Optional.ofNullable(device.model())
                                        .flatMap(provider::measuredBy)
                                        .orElse(null)))
                .toList();
    }
}
