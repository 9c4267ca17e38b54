package io.pulseline.ingest.backfill;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ConnectionListener;
import io.pulseline.ingest.database.Statements;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Backfills in the database. Running ones are claimed by lease, so replicas share them. Methods
 * block except {@link #connected}.
 */
@ApplicationScoped
class BackfillStore implements ConnectionListener {
    private static final String BEGIN =
            """
            WITH begun AS (
                INSERT INTO backfill (connection_id, state, first_date, last_date, next_at,
                                      changed_at)
                VALUES ($1, 'RUNNING', $2, $3, $4, $4)
                ON CONFLICT (connection_id) DO UPDATE
                SET state = 'RUNNING', reason = NULL, first_date = $2, last_date = $3,
                    bounded = false, requests_spent = 0, failures = 0, next_at = $4,
                    changed_at = $4, claim = NULL, lease_until = NULL
                RETURNING connection_id
            ), gone AS (
                DELETE FROM backfill_kind WHERE connection_id = $1 AND NOT kind = ANY($5::text[])
            )
            INSERT INTO backfill_kind (connection_id, kind, next_date)
            SELECT connection_id, kind, $3 FROM begun CROSS JOIN unnest($5::text[]) kind
            ON CONFLICT (connection_id, kind) DO UPDATE SET next_date = $3, refused = NULL
            """;

    private static final String RESUME =
            "UPDATE backfill SET state = 'RUNNING', reason = NULL, failures = 0, next_at = $2,"
                    + " changed_at = $2 WHERE connection_id = $1 AND state IN ('STOPPED', 'FAILED')"
                    + " RETURNING connection_id";

    private static final String STOP =
            "UPDATE backfill SET state = 'STOPPED', reason = $2, next_at = NULL, changed_at = $3,"
                    + " claim = NULL, lease_until = NULL WHERE connection_id = $1 AND state ="
                    + " 'RUNNING' RETURNING connection_id";

    private static final String CLAIM =
            """
            UPDATE backfill SET claim = $1, lease_until = $2
            WHERE connection_id IN (SELECT connection_id FROM backfill
                                    WHERE state = 'RUNNING' AND next_at <= $3
                                      AND (lease_until IS NULL OR lease_until <= $4)
                                    ORDER BY next_at LIMIT $5 FOR UPDATE SKIP LOCKED)
            RETURNING connection_id
            """;

    private static final String EXTEND =
            "UPDATE backfill SET lease_until = $3 WHERE connection_id = $1 AND claim = $2"
                    + " RETURNING connection_id";

    private static final String FIND =
            "SELECT b.*, k.kind, k.next_date, k.refused FROM backfill b JOIN backfill_kind k USING"
                    + " (connection_id) WHERE connection_id = $1 ORDER BY kind";

    // Nothing is written for a claim that was lost, nor over a stop.
    private static final String STEPPED =
            """
            WITH mine AS (
                UPDATE backfill SET requests_spent = requests_spent + $3, failures = 0,
                                    reason = NULL, changed_at = $4
                WHERE connection_id = $1 AND claim = $2 AND state = 'RUNNING'
                RETURNING connection_id
            )
            UPDATE backfill_kind k SET next_date = $6, refused = $7
            FROM mine WHERE k.connection_id = mine.connection_id AND k.kind = $5
            RETURNING k.kind
            """;

    private static final String BOUNDED =
            "UPDATE backfill SET bounded = true, first_date = least(greatest(first_date, $3),"
                    + " last_date), requests_spent = requests_spent + $4 WHERE connection_id = $1"
                    + " AND claim = $2 RETURNING connection_id";

    private static final String FINISH =
            "UPDATE backfill SET state = $3, reason = $4, next_at = $5, failures = $6,"
                    + " requests_spent = requests_spent + $7, changed_at = $8, claim = NULL,"
                    + " lease_until = NULL WHERE connection_id = $1 AND claim = $2";

    private final Statements statements;
    private final BackfillConfig config;

    BackfillStore(Statements statements, BackfillConfig config) {
        this.statements = statements;
        this.config = config;
    }

    /** A new connection's recent history is read; a running backfill of an old one goes on. */
    @Override
    public Uni<Void> connected(UUID connectionId, LocalDate from, boolean moved, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        config.daysOnConnect() < 1
                                ? Uni.createFrom().item(0)
                                : first(session, connectionId, from, now))
                .chain(() -> Panache.getSession())
                .chain(session ->
                        session.createNativeQuery(
                                        "UPDATE backfill SET next_at = :now, failures = 0 WHERE"
                                                + " connection_id = :id AND state = 'RUNNING'")
                                .setParameter("now", now)
                                .setParameter("id", connectionId)
                                .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> first(
            Mutiny.Session session, UUID connectionId, LocalDate from, Instant now) {
        return session.createNativeQuery(
                        """
                        WITH begun AS (
                            INSERT INTO backfill (connection_id, state, first_date, last_date,
                                                  next_at, changed_at)
                            VALUES (:id, 'RUNNING', :first, :last, :now, :now)
                            ON CONFLICT (connection_id) DO NOTHING
                            RETURNING connection_id
                        )
                        INSERT INTO backfill_kind (connection_id, kind, next_date)
                        SELECT connection_id, kind, CAST(:last AS date)
                        FROM begun CROSS JOIN unnest(string_to_array(:kinds, ',')) kind
                        """)
                .setParameter("id", connectionId)
                .setParameter("first", from.minusDays(config.daysOnConnect()))
                .setParameter("last", from.minusDays(1))
                .setParameter("now", now)
                .setParameter("kinds", String.join(",", PayloadKind.all()))
                .executeUpdate();
    }

    /** Begins anew, whatever was asked before. */
    void begin(
            UUID connection,
            LocalDate first,
            LocalDate last,
            Collection<String> kinds,
            Instant now) {
        statements.rows(BEGIN, connection, first, last, now, kinds.toArray(String[]::new));
    }

    /** Goes on where it stopped or failed; false if it did neither. */
    boolean resume(UUID connection, Instant now) {
        return !statements.rows(RESUME, connection, now).isEmpty();
    }

    /** False if none was running. */
    boolean stop(UUID connection, String reason, Instant now) {
        return !statements.rows(STOP, connection, reason, now).isEmpty();
    }

    Optional<Backfill> find(UUID connection) {
        List<Row> rows = statements.rows(FIND, connection);
        return rows.isEmpty() ? Optional.empty() : Optional.of(backfill(rows));
    }

    private static Backfill backfill(List<Row> rows) {
        Row row = rows.getFirst();
        return new Backfill(
                row.getUUID("connection_id"),
                row.getString("state"),
                row.getString("reason"),
                row.getLocalDate("first_date"),
                row.getLocalDate("last_date"),
                row.getBoolean("bounded"),
                row.getInteger("requests_spent"),
                row.getInteger("failures"),
                Statements.instant(row, "next_at"),
                rows.stream().map(BackfillStore::cursor).toList());
    }

    private static KindCursor cursor(Row row) {
        return new KindCursor(
                requireNonNull(row.getString("kind"), "kind is null"),
                requireNonNull(row.getLocalDate("next_date"), "next_date is null"),
                row.getString("refused"));
    }

    /** Connections whose history is to be read now, longest waiting first. */
    List<UUID> claim(UUID claim, Instant now, Instant leaseNow, Instant leaseUntil, int atMost) {
        return statements.rows(CLAIM, claim, leaseUntil, now, leaseNow, atMost).stream()
                .map(row -> row.getUUID("connection_id"))
                .toList();
    }

    /** Keeps the claim for longer; false if it was lost. */
    boolean extend(UUID connection, UUID claim, Instant leaseUntil) {
        return !statements.rows(EXTEND, connection, claim, leaseUntil).isEmpty();
    }

    /**
     * A step was read.
     *
     * @param next newest date of the kind that is not read now
     * @param refused why the kind is left out; null if it is not
     * @return false if the claim was lost or the backfill was stopped
     */
    boolean stepped(
            UUID connection,
            UUID claim,
            String kind,
            LocalDate next,
            @Nullable String refused,
            int requests,
            Instant now) {
        return !statements
                .rows(STEPPED, connection, claim, requests, now, kind, next, refused)
                .isEmpty();
    }

    /** Nothing before {@code earliest} is there to be read. */
    boolean bounded(UUID connection, UUID claim, LocalDate earliest, int requests) {
        return !statements.rows(BOUNDED, connection, claim, earliest, requests).isEmpty();
    }

    /** Gives the claim back, if it still holds. */
    void finish(UUID connection, UUID claim, Pause pause, Instant now) {
        statements.rows(
                FINISH,
                connection,
                claim,
                pause.state(),
                pause.reason(),
                pause.nextAt(),
                pause.failures(),
                pause.requests(),
                now);
    }
}
