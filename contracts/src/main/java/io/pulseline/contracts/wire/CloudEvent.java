package io.pulseline.contracts.wire;

import io.pulseline.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The envelope of every message: CloudEvents 1.0, Kafka binding, binary mode.
 *
 * @param id equal for every repetition of the same event
 * @param type reverse-DNS name, for example {@code io.pulseline.health.activity.v1}
 * @param source the service that writes, for example {@code /pulseline/normalizer}
 * @param time when the thing happened, not when it was sent
 * @param subject what it is about, for example a record id
 */
public record CloudEvent(UUID id, String type, String source, Instant time, String subject) {
    /** Media type of Avro values. */
    public static final String AVRO = "application/avro";

    /**
     * The event that tells one revision of a record of a {@code health.*} topic. Whoever produces
     * such records makes it like this, so that a repetition has the same id.
     *
     * @param recordType for example {@code activity}, see {@code OpenSets.RecordType}
     * @param source the service that writes
     * @param happenedAt end of the thing that the record tells of
     */
    public static CloudEvent ofRecord(
            String recordType, String source, UUID recordId, long revision, Instant happenedAt) {
        return new CloudEvent(
                Ids.recordEvent(recordId, revision),
                "io.pulseline.health." + recordType + ".v1",
                source,
                happenedAt,
                recordId.toString());
    }

    /** The event as headers of a Kafka record. */
    public RecordHeaders headers() {
        return new RecordHeaders(
                List.<Header>of(
                        header("ce_specversion", "1.0"),
                        header("ce_id", id.toString()),
                        header("ce_type", type),
                        header("ce_source", source),
                        header("ce_time", time.toString()),
                        header("ce_subject", subject),
                        header("content-type", AVRO)));
    }

    private static Header header(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
