package io.pulseline.ingest.migration;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.migration.ShownMigration.ShownConsent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody's way from Fitbit to Google Health, read from the connections; blocks. */
@ApplicationScoped
class Migrations {
    // Of several connections at one provider the one that is read, else the newest, speaks for the
    // user. Who went back to Fitbit is on Fitbit only.
    private static final String PEOPLE =
            """
            WITH fitbit AS (
                SELECT DISTINCT ON (user_id) user_id, id, state, reason, state_since
                FROM connection WHERE provider = $1
                ORDER BY user_id, (state = $3) DESC, connected_at DESC, id
            ), google AS (
                SELECT DISTINCT ON (user_id) user_id, id, state, reason, state_since
                FROM connection WHERE provider = $2
                ORDER BY user_id, (state = $3) DESC, connected_at DESC, id
            ), people AS (
                SELECT user_id,
                       f.id AS fitbit_id, f.state AS fitbit_state, f.reason AS fitbit_reason,
                       f.state_since AS fitbit_since,
                       g.id AS google_id, g.state AS google_state, g.reason AS google_reason,
                       g.state_since AS google_since,
                       CASE WHEN f.id IS NULL THEN 'GOOGLE_ONLY'
                            WHEN g.id IS NULL THEN 'FITBIT_ONLY'
                            WHEN f.state = $3 AND g.state <> $3 THEN 'FITBIT_ONLY'
                            ELSE 'MOVED' END AS status
                FROM fitbit f FULL JOIN google g USING (user_id)
            )
            """;

    private static final String PAGE =
            PEOPLE
                    + """
                    , page AS (
                        SELECT * FROM people WHERE ($4::text IS NULL OR status = $4)
                                               AND ($6::uuid IS NULL OR user_id > $6)
                        ORDER BY user_id LIMIT $5
                    )
                    SELECT page.*, invites.reminded_at, invites.link_expires_at
                    FROM page LEFT JOIN LATERAL (
                        SELECT max(i.made_at) AS reminded_at,
                               max(i.expires_at) FILTER (WHERE i.used_at IS NULL
                                                           AND i.expires_at > $7)
                                   AS link_expires_at
                        FROM connection c JOIN connect_invite i ON i.connection_id = c.id
                        WHERE c.user_id = page.user_id
                    ) invites ON true
                    ORDER BY page.user_id
                    """;

    private static final String COUNTS =
            PEOPLE + "SELECT status, count(*) AS users FROM people GROUP BY status";

    private final Statements statements;

    Migrations(Statements statements) {
        this.statements = statements;
    }

    /**
     * Some of them, by user id.
     *
     * @param status null: all
     * @param after user id of the last one before; null: from the first on
     */
    List<ShownMigration> page(
            @Nullable MoveStatus status, @Nullable UUID after, int limit, Instant now) {
        return statements
                .rows(
                        PAGE,
                        OpenSets.Provider.FITBIT,
                        OpenSets.Provider.GOOGLE_HEALTH,
                        ConnectionState.CONNECTED,
                        status == null ? null : status.name(),
                        limit,
                        after,
                        now)
                .stream()
                .map(Migrations::shown)
                .toList();
    }

    /** How many stand where; every status is there. */
    Map<MoveStatus, Long> counts() {
        Map<MoveStatus, Long> counts = new EnumMap<>(MoveStatus.class);
        for (MoveStatus status : MoveStatus.values()) {
            counts.put(status, 0L);
        }
        statements
                .rows(
                        COUNTS,
                        OpenSets.Provider.FITBIT,
                        OpenSets.Provider.GOOGLE_HEALTH,
                        ConnectionState.CONNECTED)
                .forEach(row ->
                        counts.put(
                                MoveStatus.valueOf(row.getString("status")), row.getLong("users")));
        return counts;
    }

    private static ShownMigration shown(Row row) {
        return new ShownMigration(
                row.getUUID("user_id"),
                MoveStatus.valueOf(row.getString("status")),
                consent(row, "fitbit"),
                consent(row, "google"),
                Statements.instant(row, "reminded_at"),
                Statements.instant(row, "link_expires_at"));
    }

    private static @Nullable ShownConsent consent(Row row, String prefix) {
        UUID id = row.getUUID(prefix + "_id");
        return id == null
                ? null
                : new ShownConsent(
                        id,
                        row.getString(prefix + "_state"),
                        row.getString(prefix + "_reason"),
                        row.getOffsetDateTime(prefix + "_since").toInstant());
    }
}
