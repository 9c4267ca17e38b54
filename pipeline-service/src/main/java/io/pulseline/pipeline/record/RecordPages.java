package io.pulseline.pipeline.record;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.past.LocalOffset;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Pages of kept records, latest first. To be called inside a transaction or session. */
@ApplicationScoped
public class RecordPages {
    /** As {@link LocalOffset} takes it. */
    private static final String OFFSET =
            "cast(cast(r.figures as json) ->> 'startOffsetSeconds' as integer)";

    private static final String LOCAL_DATE_OF_START =
            "cast((r.started_at at time zone 'UTC') + make_interval(0, 0, 0, 0, 0, 0,"
                    + " case when "
                    + OFFSET
                    + " between -64800 and 64800 then "
                    + OFFSET
                    + " else 0 end) as date)";

    private static final String START =
            "coalesce(r.started_at, cast('1970-01-01T00:00:00Z' as timestamptz))";

    /**
     * Which records.
     *
     * @param recordType one of {@link RecordType}
     * @param from local date, inclusive; null for no bound. An activity is of the date on which it
     *     started where the user was
     * @param to inclusive; null for no bound
     */
    public record Range(String recordType, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** A place in the list: behind this one. */
    public record After(LocalDate date, Instant start, UUID recordId) {}

    /** A record, and its place. */
    public record Entry(KeptMetric kept, After place) {}

    /** A user's records by local date, start and id, latest first, at most {@code most} of them. */
    public Uni<List<Entry>> page(UUID user, Range range, @Nullable After after, int most) {
        boolean isActivity = range.recordType().equals(RecordType.ACTIVITY);
        String date = isActivity ? LOCAL_DATE_OF_START : "r.local_date";
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("user", user);
        parameters.put("type", range.recordType());
        StringBuilder sql =
                new StringBuilder(
                        "select r.* from record r where r.user_id = :user"
                                + " and r.record_type = :type and r.deleted = false");
        if (range.from() != null) {
            sql.append(" and ").append(date).append(" >= :from");
            parameters.put("from", range.from());
            if (isActivity) {
                // Any offset has begun the date by then: this is what the index is asked.
                sql.append(" and r.started_at >= :earliest");
                parameters.put("earliest", range.from().atStartOfDay().toInstant(ZoneOffset.MAX));
            }
        }
        if (range.to() != null) {
            sql.append(" and ").append(date).append(" <= :to");
            parameters.put("to", range.to());
        }
        if (after != null) {
            sql.append(" and (%s, %s, r.record_id) < (:date, :start, :id)".formatted(date, START));
            parameters.put("date", after.date());
            parameters.put("start", after.start());
            parameters.put("id", after.recordId());
        }
        sql.append(" order by %s desc, %s desc, r.record_id desc".formatted(date, START));
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<RecordRow> rows =
                            session.createNativeQuery(sql.toString(), RecordRow.class)
                                    .setMaxResults(most);
                    parameters.forEach(rows::setParameter);
                    return rows.getResultList();
                })
                .map(rows -> rows.stream().map(RecordPages::entry).toList());
    }

    private static Entry entry(RecordRow row) {
        Instant start = row.startedAt == null ? Instant.EPOCH : row.startedAt;
        LocalDate date =
                row.recordType.equals(RecordType.ACTIVITY)
                        ? start.atOffset(LocalOffset.of(offsetSeconds(row))).toLocalDate()
                        : requireNonNull(row.localDate);
        return new Entry(KeptMetric.of(row), new After(date, start, row.recordId));
    }

    private static @Nullable Integer offsetSeconds(RecordRow row) {
        return row.figures == null ? null : KeptFigures.read(row.figures).startOffsetSeconds();
    }
}
