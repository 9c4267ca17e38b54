package io.pulseline.localstack.demo;

import io.pulseline.contracts.health.Provenance;
import io.pulseline.localstack.demo.TopicTail.Seen;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The records of one type that stand on a connection's own payloads; others may come meanwhile. */
final class OwnRecords<T extends SpecificRecord> implements AutoCloseable {
    /** How a type says what a consumer needs to know of each of its records. */
    record Type<T extends SpecificRecord>(
            String topic,
            String recordType,
            Class<T> type,
            Function<T, String> recordId,
            Function<T, Provenance> provenance) {}

    private final Type<T> type;
    private final TopicTail<T> tail;

    OwnRecords(DemoAddresses addresses, Type<T> type) {
        this.type = type;
        this.tail = new TopicTail<>(addresses, type.topic(), type.type());
    }

    String topic() {
        return type.topic();
    }

    String recordType() {
        return type.recordType();
    }

    /**
     * Of each record id what was seen last.
     *
     * @param payloads ids of the connection's payloads
     */
    Collection<Seen<T>> of(Set<String> payloads) {
        Map<String, Seen<T>> latest = new LinkedHashMap<>();
        for (Seen<T> seen : tail.all(record -> isOf(payloads, record))) {
            latest.put(type.recordId().apply(seen.value()), seen);
        }
        return latest.values();
    }

    private boolean isOf(Set<String> payloads, T record) {
        String payload = type.provenance().apply(record).getPayloadId();
        return payload != null && payloads.contains(payload);
    }

    @Override
    public void close() {
        tail.close();
    }
}
