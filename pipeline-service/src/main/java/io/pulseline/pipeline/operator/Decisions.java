package io.pulseline.pipeline.operator;

import static java.util.Objects.requireNonNull;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Table {@code dead_letter_decision}. To be called inside a transaction. */
@ApplicationScoped
class Decisions {
    /** Longer than sending takes: what is not done by then was left by a process that died. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final String TAKE =
            """
            insert into dead_letter_decision as known (topic, topic_partition, record_offset,
                record_at, decision, reason, decided_by, decided_at, done_at)
            values (:topic, :partition, :offset, :recordAt, :decision, cast(:reason as text),
                :by, :now, cast(cast(:doneAt as text) as timestamptz))
            on conflict (topic, topic_partition, record_offset, record_at) do update
            set decision = excluded.decision, reason = excluded.reason,
                decided_by = excluded.decided_by, decided_at = excluded.decided_at,
                done_at = excluded.done_at
            where known.done_at is null and known.decided_at < :diedBefore\
            """;

    private static final String OF =
            " where topic = :topic and topic_partition = :partition and record_offset = :offset"
                    + " and record_at = :recordAt and done_at is null";

    private static final String DONE = "update dead_letter_decision set done_at = :now" + OF;

    private static final String FORGET = "delete from dead_letter_decision" + OF;

    private static final String BETWEEN =
            """
            select topic_partition, record_offset, record_at, decision, reason, decided_by,
                decided_at, done_at
            from dead_letter_decision
            where topic = :topic
                and (topic_partition, record_offset) >= (:firstPartition, :firstOffset)
                and (topic_partition, record_offset) <= (:lastPartition, :lastOffset)\
            """;

    /** One of them, and on what. */
    record Kept(Place place, Instant recordAt, Decision decision) {
        boolean isOf(DeadLetter letter) {
            return place.equals(letter.place()) && recordAt.equals(letter.at());
        }
    }

    /** False if it was decided before. */
    Uni<Boolean> take(DeadLetterTopic topic, DeadLetter letter, Decision decision) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TAKE)
                                .setParameter("topic", topic.name())
                                .setParameter("partition", letter.partition())
                                .setParameter("offset", letter.offset())
                                .setParameter("recordAt", letter.at())
                                .setParameter("decision", decision.kind().name())
                                .setParameter("reason", decision.reason())
                                .setParameter("by", requireNonNull(decision.by()))
                                .setParameter("now", decision.at())
                                .setParameter("doneAt", textOrNull(decision.doneAt()))
                                .setParameter("diedBefore", decision.at().minus(UNDER_WAY))
                                .executeUpdate())
                .map(rows -> rows > 0);
    }

    private static @Nullable String textOrNull(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** Kafka has it. */
    Uni<Integer> done(DeadLetterTopic topic, DeadLetter letter, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(DONE)
                                .setParameter("topic", topic.name())
                                .setParameter("partition", letter.partition())
                                .setParameter("offset", letter.offset())
                                .setParameter("recordAt", letter.at())
                                .setParameter("now", now)
                                .executeUpdate());
    }

    /** Kafka did not take it, so it may be decided anew. */
    Uni<Integer> forget(DeadLetterTopic topic, DeadLetter letter) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET)
                                .setParameter("topic", topic.name())
                                .setParameter("partition", letter.partition())
                                .setParameter("offset", letter.offset())
                                .setParameter("recordAt", letter.at())
                                .executeUpdate());
    }

    /** The same letters in the same order, with what was decided on them. */
    Uni<List<DeadLetter>> with(DeadLetterTopic topic, List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().item(letters);
        }
        Place first = letters.getFirst().place();
        Place last = letters.getLast().place();
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(BETWEEN, Object[].class)
                                .setParameter("topic", topic.name())
                                .setParameter("firstPartition", first.partition())
                                .setParameter("firstOffset", first.offset())
                                .setParameter("lastPartition", last.partition())
                                .setParameter("lastOffset", last.offset())
                                .getResultList())
                .map(rows -> rows.stream().map(Decisions::kept).toList())
                .map(kept -> letters.stream().map(letter -> decided(letter, kept)).toList());
    }

    private static DeadLetter decided(DeadLetter letter, List<Kept> kept) {
        return kept.stream()
                .filter(one -> one.isOf(letter))
                .findFirst()
                .map(one -> letter.decided(one.decision()))
                .orElse(letter);
    }

    private static Kept kept(@Nullable Object[] row) {
        return new Kept(
                new Place(
                        ((Number) requireNonNull(row[0])).intValue(),
                        ((Number) requireNonNull(row[1])).longValue()),
                PlainValue.instant(requireNonNull(row[2])),
                new Decision(
                        Decision.Kind.valueOf((String) requireNonNull(row[3])),
                        (String) row[4],
                        (UUID) row[5],
                        PlainValue.instant(requireNonNull(row[6])),
                        PlainValue.instantOrNull(row[7])));
    }
}
