package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ZoneHistory;

/** Connections as the database has them, a little different. */
final class SampleConnections {
    private SampleConnections() {}

    /** The same connection of somebody with other zones. */
    static Connection with(Connection connection, ZoneHistory zones) {
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
                connection.devices(),
                connection.devicesReadAt(),
                connection.erasedAt(),
                connection.movedTo());
    }
}
