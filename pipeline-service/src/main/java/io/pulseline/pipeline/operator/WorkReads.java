package io.pulseline.pipeline.operator;

import static java.util.Objects.requireNonNull;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Runs and deliveries of all users, counted. To be called inside a transaction. */
@ApplicationScoped
public class WorkReads {
    private static final String RUNS =
            "select count(*), min(due_at) from run where due_at is not null and due_at <= :now";

    /** A part for each index that knows those of its state. */
    private static final String DELIVERIES =
            """
            select 'due', target_type, count(*), min(due_at) from delivery
            where state = 'DUE' and not held and due_at <= :now group by target_type
            union all
            select 'later', target_type, count(*), cast(null as timestamptz) from delivery
            where state = 'DUE' and not held and due_at > :now group by target_type
            union all
            select 'leased', target_type, count(*), cast(null as timestamptz) from delivery
            where state = 'LEASED' group by target_type
            union all
            select 'held', target_type, count(*), cast(null as timestamptz) from delivery
            where state = 'DUE' and held group by target_type
            union all
            select 'exhausted', target_type, count(*), cast(null as timestamptz) from delivery
            where state = 'EXHAUSTED' group by target_type\
            """;

    private static final String EXHAUSTED =
            """
            select d.delivery_id, d.target_type, d.changed_at, d.reason,
                coalesce(d.user_id, r.user_id), d.run_id
            from delivery d left join run r on r.run_id = d.run_id
            where d.state = 'EXHAUSTED'
            order by d.changed_at desc, d.delivery_id desc limit :most\
            """;

    /** What is to be done at that time. */
    Uni<DueWork> due(Instant now) {
        return Panache.getSession()
                .chain(session ->
                        runs(session, now)
                                .chain(runs ->
                                        deliveries(session, now)
                                                .map(found ->
                                                        new DueWork(
                                                                ((Number) requireNonNull(runs[0]))
                                                                        .longValue(),
                                                                PlainValue.instantOrNull(runs[1]),
                                                                found))));
    }

    private static Uni<@Nullable Object[]> runs(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(RUNS, Object[].class)
                .setParameter("now", now)
                .getSingleResult()
                .map(row -> (@Nullable Object[]) row);
    }

    private static Uni<List<DueWork.Deliveries>> deliveries(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(DELIVERIES, Object[].class)
                .setParameter("now", now)
                .getResultList()
                .map(WorkReads::byType);
    }

    private static List<DueWork.Deliveries> byType(List<Object[]> rows) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        Map<String, Instant> oldest = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            String type = (String) requireNonNull(row[1]);
            String state = (String) requireNonNull(row[0]);
            counts.computeIfAbsent(type, _ -> new HashMap<>())
                    .put(state, ((Number) requireNonNull(row[2])).longValue());
            Instant due = PlainValue.instantOrNull(row[3]);
            if (due != null) {
                oldest.put(type, due);
            }
        }
        return counts.entrySet().stream()
                .map(of -> deliveries(of.getKey(), of.getValue(), oldest.get(of.getKey())))
                .toList();
    }

    private static DueWork.Deliveries deliveries(
            String type, Map<String, Long> counts, @Nullable Instant oldest) {
        return new DueWork.Deliveries(
                type,
                counts.getOrDefault("due", 0L),
                counts.getOrDefault("later", 0L),
                counts.getOrDefault("leased", 0L),
                counts.getOrDefault("held", 0L),
                counts.getOrDefault("exhausted", 0L),
                oldest);
    }

    /** The latest that were given up, of all users. */
    public Uni<List<ExhaustedDelivery>> exhausted(int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(EXHAUSTED, Object[].class)
                                .setParameter("most", most)
                                .getResultList())
                .map(rows -> rows.stream().map(WorkReads::exhausted).toList());
    }

    private static ExhaustedDelivery exhausted(@Nullable Object[] row) {
        return new ExhaustedDelivery(
                (UUID) requireNonNull(row[0]),
                (String) requireNonNull(row[1]),
                PlainValue.instant(requireNonNull(row[2])),
                (String) row[3],
                (UUID) row[4],
                (UUID) requireNonNull(row[5]));
    }
}
