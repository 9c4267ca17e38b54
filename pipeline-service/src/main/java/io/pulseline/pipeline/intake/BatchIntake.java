package io.pulseline.pipeline.intake;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps what a topic tells, a batch in one transaction, acknowledged as metrics are (see {@link
 * MetricConsumer}): for topics whose messages start nothing.
 *
 * @param <T> what a message says
 */
final class BatchIntake<T> {
    private final String who;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final Function<ConsumerRecord<String, byte[]>, T> reading;
    private final Function<List<T>, Uni<Integer>> keeping;
    private final BiConsumer<String, Integer> counting;

    /**
     * For one topic.
     *
     * @param who of the logs
     * @param reading throws {@link UndecodableException} or {@link InvalidMessageException} for
     *     what can never be kept
     * @param keeping called inside a transaction; tells how many of them were news
     * @param counting of what has ended, by outcome: changed, not_newer, dead_letter
     */
    BatchIntake(
            String who,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            Function<ConsumerRecord<String, byte[]>, T> reading,
            Function<List<T>, Uni<Integer>> keeping,
            BiConsumer<String, Integer> counting) {
        this.who = who;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.reading = reading;
        this.keeping = keeping;
        this.counting = counting;
    }

    /** Returns when all of it is kept or buried; blocks. */
    void take(Iterable<ConsumerRecord<String, byte[]>> batch) {
        List<Read<T>> read = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            patience.untilDone(who, () -> read(message, read));
        }
        patience.untilDone(who, () -> kept(read));
    }

    /** A message and what it says. */
    private record Read<T>(ConsumerRecord<String, byte[]> message, T news) {}

    private Patience.Progress read(ConsumerRecord<String, byte[]> message, List<Read<T>> all) {
        try {
            all.add(new Read<>(message, reading.apply(message)));
            return new Patience.Progress.Done();
        } catch (UndecodableException | InvalidMessageException e) {
            return buried(message, String.valueOf(e.getMessage()));
        } catch (RegistryUnavailableException e) {
            return new Patience.Progress.Waits("the schema registry does not answer");
        }
    }

    /** All of them together; where the database refuses that for good, one after the other. */
    private Patience.Progress kept(List<Read<T>> all) {
        if (all.isEmpty()) {
            return new Patience.Progress.Done();
        }
        try {
            List<T> news = all.stream().map(Read::news).toList();
            int changed = transactions.writeAndWait(() -> keeping.apply(news));
            counting.accept("changed", changed);
            counting.accept("not_newer", all.size() - changed);
        } catch (DatabaseException e) {
            if (e.isOutage()) {
                return new Patience.Progress.Waits("the database does not answer");
            }
            if (all.size() == 1) {
                return buried(all.getFirst().message(), String.valueOf(e.getMessage()));
            }
            all.forEach(one -> patience.untilDone(who, () -> kept(List.of(one))));
        }
        return new Patience.Progress.Done();
    }

    private Patience.Progress buried(ConsumerRecord<String, byte[]> message, String reason) {
        if (!deadLetters.send(message, reason)) {
            return new Patience.Progress.Waits("Kafka does not take a dead letter");
        }
        counting.accept("dead_letter", 1);
        return new Patience.Progress.Done();
    }
}
