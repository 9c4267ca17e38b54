package io.pulseline.ingest.erasure;

import java.util.List;
import java.util.Set;

/**
 * Every table of this service's database, by whether it holds anything of a person. A new table
 * must be named here; {@code UserTablesTest} fails until it is.
 */
final class UserTables {
    private UserTables() {}

    /**
     * A table with rows of a person.
     *
     * @param key by which a row is deleted
     * @param theirs makes a row one of the connection or, in {@link #ofUsers}, of the user {@code
     *     $1}
     */
    record UserTable(String name, String key, String theirs) {
        /** Deletes at most {@code $2} rows, and gives those. */
        String deletion() {
            return "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE %3$s LIMIT $2) RETURNING 1"
                    .formatted(name, key, theirs);
        }
    }

    /** Those with rows of a connection, each before those it refers to; the connection last. */
    static List<UserTable> ofConnections() {
        return List.of(
                new UserTable(
                        "thing_part",
                        "id",
                        "thing_id IN (SELECT id FROM thing WHERE connection_id = $1)"),
                new UserTable("thing", "id", "connection_id = $1"),
                new UserTable("due", "id", "connection_id = $1"),
                new UserTable("backfill_kind", "connection_id", "connection_id = $1"),
                new UserTable("backfill", "connection_id", "connection_id = $1"),
                new UserTable("connect_invite", "secret_hash", "connection_id = $1"),
                new UserTable("rate_budget", "connection_id", "connection_id = $1"),
                new UserTable(
                        "request_bucket", "bucket", "bucket = CAST(CAST($1 AS uuid) AS text)"),
                new UserTable("connection", "id", "id = $1"));
    }

    /** Those with rows of a user who may have no connection. */
    static List<UserTable> ofUsers() {
        return List.of(new UserTable("authorization_attempt", "state_hash", "user_id = $1"));
    }

    /**
     * Those with nothing of a person: ids of requests, which say nothing of their users, and what
     * is still to be told of connections that are gone.
     */
    static Set<String> kept() {
        return Set.of("followed_request", "connection_tombstone", "flyway_schema_history");
    }
}
