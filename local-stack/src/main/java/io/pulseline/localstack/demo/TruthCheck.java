package io.pulseline.localstack.demo;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.demo.TopicTail.Seen;
import io.pulseline.localstack.play.PersonTruth;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Waits until a connection's records of a type are those that the simulator knows to be true. */
final class TruthCheck {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Simulator simulator;
    private final ProviderSide side;
    private final String owner;
    private final String connectionId;
    private final TopicTail<PayloadCaptured> payloads;

    /**
     * @param side who tells the truth
     * @param owner the person's id at Fitbit
     * @param payloads the connection's live payloads; what was read of its history is left out
     */
    TruthCheck(
            Simulator simulator,
            ProviderSide side,
            String owner,
            String connectionId,
            TopicTail<PayloadCaptured> payloads) {
        this.simulator = simulator;
        this.side = side;
        this.owner = owner;
        this.connectionId = connectionId;
        this.payloads = payloads;
    }

    /** What has come so far, of each record the newest revision. */
    <T extends SpecificRecord> List<Seen<T>> own(OwnRecords<T> records) {
        Set<String> ids =
                payloads.all(payload -> payload.getConnectionId().equals(connectionId)).stream()
                        .map(seen -> seen.value().getPayloadId())
                        .collect(Collectors.toSet());
        return List.copyOf(records.of(ids));
    }

    /**
     * Returns the records once they equal the truth, value by value.
     *
     * @throws StepFailedException with the first differences, if they do not within the limit
     */
    <T extends SpecificRecord> List<Seen<T>> await(OwnRecords<T> records, Duration limit)
            throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            List<Seen<T>> own = own(records);
            PersonTruth truth = PersonTruth.read(simulator, owner, side);
            long expected = truth.expected(records.recordType());
            List<String> differences =
                    truth.differences(records.recordType(), own.stream().map(Seen::value).toList());
            if (expected > 0 && differences.isEmpty()) {
                return own;
            }
            if (System.nanoTime() > deadline) {
                throw new StepFailedException(
                        "%d records on %s within %d s, expected %d that equal the truth: %s"
                                .formatted(
                                        own.size(),
                                        records.topic(),
                                        limit.toSeconds(),
                                        expected,
                                        String.join("; ", differences)));
            }
            Thread.sleep(PAUSE);
        }
    }
}
