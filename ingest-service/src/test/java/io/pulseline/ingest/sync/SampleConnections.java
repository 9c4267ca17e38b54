package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections as the database has them, a little different. */
final class SampleConnections {
    private SampleConnections() {}

    /** The same connection of somebody with other zones. */
    static Connection with(Connection connection, ZoneHistory zones) {
        return with(connection, zones, connection.devices(), connection.devicesReadAt());
    }

    /** The same connection whose devices were read then. */
    static Connection with(Connection connection, List<Device> devices, Instant readAt) {
        return with(connection, connection.zones(), devices, readAt);
    }

    private static Connection with(
            Connection connection,
            ZoneHistory zones,
            List<Device> devices,
            @Nullable Instant devicesReadAt) {
        return new Connection(
                connection.id(),
                connection.user(),
                connection.provider(),
                connection.providerUserId(),
                connection.state(),
                connection.reason(),
                connection.grantedScopes(),
                connection.conditions(),
                connection.connectedAt(),
                connection.changedAt(),
                connection.version(),
                zones,
                connection.profileReadAt(),
                connection.subscribed(),
                connection.subscriptionsCheckedAt(),
                connection.studyWindow(),
                devices,
                devicesReadAt,
                connection.erasedAt(),
                connection.movedTo());
    }
}
