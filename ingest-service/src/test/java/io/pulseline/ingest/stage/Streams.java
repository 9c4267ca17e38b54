package io.pulseline.ingest.stage;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in the topics, decoded. */
public final class Streams {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KafkaProbe probe = new KafkaProbe(bootstrapServers());
    private final AvroCodec<PayloadCaptured> payloads =
            new AvroCodec<>(registry(), Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
    private final AvroCodec<ConnectionChanged> connections =
            new AvroCodec<>(registry(), Topics.SOURCE_CONNECTIONS, ConnectionChanged.class);

    private static String bootstrapServers() {
        return Infrastructure.shared().kafka().bootstrapServers();
    }

    private static String registry() {
        return Infrastructure.shared().registryUrl();
    }

    public KafkaProbe probe() {
        return probe;
    }

    /** Records with a connection's activities so far, oldest first. */
    public List<ConsumerRecord<String, byte[]>> payloadRecordsOf(String connectionId) {
        return probe.everythingIn(Topics.SOURCE_PAYLOADS).stream()
                .filter(entry -> isOf(entry, connectionId, PayloadKind.ACTIVITY))
                .toList();
    }

    /** Records with payloads of one kind of a connection so far, oldest first. */
    public List<ConsumerRecord<String, byte[]>> payloadRecordsOf(String connectionId, String kind) {
        return probe.everythingIn(Topics.SOURCE_PAYLOADS).stream()
                .filter(entry -> isOf(entry, connectionId, kind))
                .toList();
    }

    private boolean isOf(ConsumerRecord<String, byte[]> entry, String connectionId, String kind) {
        PayloadCaptured payload = payloads.decode(entry.value());
        return payload.getConnectionId().equals(connectionId) && payload.getKind().equals(kind);
    }

    /** Payloads of one kind of a connection so far, oldest first. */
    public List<PayloadCaptured> payloadsOf(String connectionId, String kind) {
        return probe.everythingIn(Topics.SOURCE_PAYLOADS).stream()
                .filter(entry -> isOf(entry, connectionId, kind))
                .map(entry -> payloads.decode(entry.value()))
                .toList();
    }

    /** Ids of a connection's payloads of all kinds so far. */
    public Set<String> payloadIdsOf(String connectionId) {
        return probe.everythingIn(Topics.SOURCE_PAYLOADS).stream()
                .map(entry -> payloads.decode(entry.value()))
                .filter(payload -> payload.getConnectionId().equals(connectionId))
                .map(PayloadCaptured::getPayloadId)
                .collect(Collectors.toSet());
    }

    /** Payloads of a connection's activities so far, oldest first. */
    public List<PayloadCaptured> payloadsOf(String connectionId) {
        return payloadRecordsOf(connectionId).stream()
                .map(entry -> payloads.decode(entry.value()))
                .toList();
    }

    /** Waits for so many payloads of a connection's activities. */
    public List<PayloadCaptured> awaitPayloads(String connectionId, int count) {
        return probe
                .await(
                        Topics.SOURCE_PAYLOADS,
                        entry -> isOf(entry, connectionId, PayloadKind.ACTIVITY),
                        count,
                        LIMIT)
                .stream()
                .map(entry -> payloads.decode(entry.value()))
                .toList();
    }

    /** Waits until the connection's topic has told this state. */
    public ConnectionChanged awaitState(String connectionId, String state) {
        return awaitConnection(connectionId, told -> told.getState().equals(state));
    }

    /** Waits until the connection's topic has told something like this; the newest of it. */
    public ConnectionChanged awaitConnection(
            String connectionId, Predicate<ConnectionChanged> wanted) {
        return connections.decode(
                probe.await(
                                Topics.SOURCE_CONNECTIONS,
                                entry ->
                                        connectionId.equals(entry.key())
                                                && entry.value() != null
                                                && wanted.test(connections.decode(entry.value())),
                                1,
                                LIMIT)
                        .getLast()
                        .value());
    }
}
