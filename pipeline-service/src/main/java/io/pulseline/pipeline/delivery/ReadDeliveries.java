package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.PlainValue;
import io.pulseline.pipeline.database.UuidArray;
import io.pulseline.pipeline.target.EventType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries read as plain values: they are read far more often than changed, and managed entities
 * cost several times as much.
 */
final class ReadDeliveries {
    /** In the order in which {@link #delivery} takes them. */
    static final String COLUMNS =
            "d.delivery_id, d.target_id, d.target_type, d.position, d.run_id, d.record_id,"
                    + " d.revision, d.pass, d.event, d.fingerprint, d.state, d.due_at, d.attempts,"
                    + " d.lease_owner, d.lease_until, d.reason, d.remote_id,"
                    + " d.duration_milliseconds, d.changed_at, d.attempt_log";

    /** How many {@link #COLUMNS} there are. */
    static final int WIDTH = 20;

    private static final String OF_RUNS =
            "select "
                    + COLUMNS
                    + " from delivery d where d.run_id = any(cast(cast(:runs as text) as uuid[]))"
                    + " order by d.revision, d.pass, d.position";

    private ReadDeliveries() {}

    /** All of these runs; changes in this session are seen. */
    static Uni<List<Delivery>> ofRuns(Mutiny.Session session, Collection<UUID> runs) {
        return session.flush()
                .chain(() ->
                        session.createNativeQuery(OF_RUNS, Object[].class)
                                .setParameter("runs", UuidArray.of(runs))
                                .getResultList())
                .map(rows -> rows.stream().map(ReadDeliveries::delivery).toList());
    }

    /** A row that begins with {@link #COLUMNS}. */
    static Delivery delivery(Object[] row) {
        UUID id = (UUID) row[0];
        Instant changedAt = PlainValue.instant(row[18]);
        return new Delivery(
                id,
                (UUID) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                (UUID) row[4],
                (UUID) row[5],
                ((Number) row[6]).longValue(),
                ((Number) row[7]).intValue(),
                EventType.valueOf((String) row[8]),
                text(row[9]),
                DeliveryState.stored(
                        id,
                        (String) row[10],
                        new DeliveryState.Facts(
                                PlainValue.instant(row[11]),
                                ((Number) row[12]).intValue(),
                                text(row[13]),
                                PlainValue.instantOrNull(row[14]),
                                text(row[15]),
                                text(row[16]),
                                changedAt)),
                row[17] == null ? null : Long.valueOf(((Number) row[17]).longValue()),
                changedAt,
                PastAttempt.read((String) row[19]));
    }

    /** When the row was due. */
    static Instant dueAt(Object[] row) {
        return PlainValue.instant(row[11]);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : (String) value;
    }
}
