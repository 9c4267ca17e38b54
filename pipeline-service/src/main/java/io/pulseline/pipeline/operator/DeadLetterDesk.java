package io.pulseline.pipeline.operator;

import io.pulseline.pipeline.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at dead letters and decides on them, each once. Opens its own transactions. */
@ApplicationScoped
public class DeadLetterDesk {
    private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);

    private final DeadLetterReader reader;
    private final Redriver redriver;
    private final Decisions decisions;
    private final Transactions transactions;
    private final Clock clock;

    DeadLetterDesk(
            DeadLetterReader reader,
            Redriver redriver,
            Decisions decisions,
            Transactions transactions,
            Clock clock) {
        this.reader = reader;
        this.redriver = redriver;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Some of a topic's dead letters, in the order in which they are kept.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    @Schema(name = "DeadLetterPage")
    public record Page(String topic, List<DeadLetter> deadLetters, @Nullable String next) {
        public Page {
            deadLetters = List.copyOf(deadLetters);
        }
    }

    /** Those after what the question says. */
    public Uni<Page> page(DeadLetterQuestion question) {
        DeadLetterTopic topic = question.topic();
        int limit = question.limit();
        // One more than asked tells whether there is a next page.
        return Aside.run(() -> reader.after(topic, question.after(), limit + 1))
                .chain(found -> {
                    List<DeadLetter> shown = found.subList(0, Math.min(limit, found.size()));
                    String next = found.size() > limit ? shown.getLast().place().mark() : null;
                    return transactions
                            .read(() -> decisions.with(topic, List.copyOf(shown)))
                            .map(decided -> new Page(topic.name(), decided, next));
                });
    }

    /** One of them, without what is in it. */
    Uni<DeadLetter> one(DeadLetterTopic topic, Place place) {
        return found(topic, place)
                .map(DeadLetter::of)
                .chain(letter -> transactions.read(() -> decisions.with(topic, List.of(letter))))
                .map(List::getFirst);
    }

    /**
     * Sends it to where it came from. A process that dies in between lets it be decided again after
     * a minute; then it may go out twice, which is harmless: records have ids and revisions.
     */
    Uni<DeadLetter> redrive(DeadLetterTopic topic, Place place, UUID by) {
        Instant now = now();
        Decision decision = new Decision(Decision.Kind.REDRIVEN, null, by, now, null);
        return found(topic, place)
                .chain(message -> {
                    DeadLetter letter = DeadLetter.of(message);
                    return decide(topic, letter, decision)
                            .chain(() -> sent(topic, message, letter))
                            .chain(() -> one(topic, letter.place()));
                });
    }

    private Uni<Integer> sent(
            DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> message, DeadLetter letter) {
        return Aside.run(
                        () -> {
                            redriver.send(topic, message);
                            return true;
                        })
                .onFailure()
                .call(() -> transactions.write(() -> decisions.forget(topic, letter)))
                .chain(() -> transactions.write(() -> decisions.done(topic, letter, now())));
    }

    /** Leaves it where it is, and says why; it goes when retention ends. */
    Uni<DeadLetter> discard(DeadLetterTopic topic, Place place, String reason, UUID by) {
        Instant now = now();
        Decision decision = new Decision(Decision.Kind.DISCARDED, reason, by, now, now);
        return found(topic, place)
                .map(DeadLetter::of)
                .chain(letter ->
                        decide(topic, letter, decision).replaceWith(letter.decided(decision)));
    }

    private Uni<Boolean> decide(DeadLetterTopic topic, DeadLetter letter, Decision decision) {
        return transactions
                .write(() -> decisions.take(topic, letter, decision))
                .invoke(first -> {
                    if (!first) {
                        throw new ClientErrorException(
                                "This dead letter has been decided on before.", Status.CONFLICT);
                    }
                    LOG.infof(
                            "dead letter decided: decision=%s topic=%s partition=%d offset=%d",
                            decision.kind(), topic.name(), letter.partition(), letter.offset());
                });
    }

    private Uni<ConsumerRecord<byte[], byte[]>> found(DeadLetterTopic topic, Place place) {
        return Aside.run(() -> reader.at(topic, place))
                .map(found ->
                        found.orElseThrow(
                                () -> new NotFoundException("There is no such dead letter.")));
    }

    /** As exact as the database. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
