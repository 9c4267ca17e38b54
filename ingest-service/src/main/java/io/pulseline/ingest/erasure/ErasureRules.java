package io.pulseline.ingest.erasure;

import io.pulseline.contracts.source.UserErased;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.Disconnecting;
import io.pulseline.ingest.erasure.ErasureMetrics.Outcome;
import io.pulseline.ingest.intake.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What it means here that a user is erased. */
@ApplicationScoped
class ErasureRules {
    private final ConnectionStore connections;
    private final Disconnecting disconnecting;
    private final UserRows rows;
    private final Tombstones tombstones;

    ErasureRules(
            ConnectionStore connections,
            Disconnecting disconnecting,
            UserRows rows,
            Tombstones tombstones) {
        this.connections = connections;
        this.disconnecting = disconnecting;
        this.rows = rows;
        this.tombstones = tombstones;
    }

    /**
     * Follows it; doing so again does no harm. Connections that the user has made or renewed since
     * stay: they are of a new consent. Blocks.
     *
     * @throws PoisonException if it can never be followed
     * @throws io.pulseline.ingest.database.DatabaseException if it could not be done
     */
    Outcome apply(UserErased erased) {
        UUID user = user(erased);
        Instant at = Instant.ofEpochMilli(erased.getErasedEpochMillis());
        boolean any = false;
        for (Connection connection : connections.ofUser(user)) {
            if (connection.connectedAt().isAfter(at)) {
                rows.eraseReadBefore(connection.id(), at);
            } else {
                erase(connection);
                any = true;
            }
        }
        rows.eraseAttempts(user);
        return any ? Outcome.ERASED : Outcome.NOTHING;
    }

    /** The provider has its consent back first, as far as it answers in time. */
    private void erase(Connection connection) {
        disconnecting.disconnect(connection, false);
        rows.erase(connection.id());
        tombstones.wake();
    }

    private static UUID user(UserErased erased) {
        try {
            return UUID.fromString(erased.getUser());
        } catch (IllegalArgumentException _) {
            throw new PoisonException("erasure whose user is no id");
        }
    }
}
