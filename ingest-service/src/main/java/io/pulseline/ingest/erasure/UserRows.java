package io.pulseline.ingest.erasure;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.erasure.UserTables.UserTable;
import io.pulseline.ingest.time.LeaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Deletes rows of users, a batch in each transaction, so that none is long. All methods block. */
@ApplicationScoped
class UserRows {
    private static final int BATCH = 500;

    /** Noted before the connection goes: whatever is killed in between, it is told. */
    private static final String NOTE =
            """
            INSERT INTO connection_tombstone (connection_id, due_at) VALUES ($1, $2)
            ON CONFLICT (connection_id) DO UPDATE SET due_at = excluded.due_at, told = 0
            """;

    private static final String READ_BEFORE =
            """
            DELETE FROM thing WHERE id IN (
                SELECT id FROM thing WHERE connection_id = $1 AND noted_at <= $2 LIMIT $3)
            RETURNING 1
            """;

    private final Statements statements;
    private final LeaseClock leases;

    UserRows(Statements statements, LeaseClock leases) {
        this.statements = statements;
        this.leases = leases;
    }

    /** The connection with all that was read by it; its tombstone is due afterwards. */
    void erase(UUID connection) {
        for (UserTable table : UserTables.ofConnections()) {
            if (table.name().equals("connection")) {
                statements.rows(NOTE, connection, leases.now());
            }
            delete(table, connection);
        }
    }

    /** What a connection that stays has read until then. */
    void eraseReadBefore(UUID connection, Instant at) {
        int deleted;
        do {
            deleted = statements.rows(READ_BEFORE, connection, at, BATCH).size();
        } while (deleted > 0);
    }

    /** Ways to a provider that the user has begun. */
    void eraseAttempts(UUID user) {
        UserTables.ofUsers().forEach(table -> delete(table, user));
    }

    /** What calls that were under way have noted of a connection that is gone. */
    void eraseLeftovers(UUID connection) {
        UserTables.ofConnections().forEach(table -> delete(table, connection));
    }

    private void delete(UserTable table, UUID whose) {
        int deleted;
        do {
            deleted = statements.rows(table.deletion(), whose, BATCH).size();
        } while (deleted > 0);
    }
}
