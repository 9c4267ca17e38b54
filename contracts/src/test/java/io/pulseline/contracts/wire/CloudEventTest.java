package io.pulseline.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudEventTest {
    @Test
    void headersFollowTheKafkaBindingInBinaryMode() {
        UUID id = new UUID(1, 2);
        CloudEvent event =
                new CloudEvent(
                        id,
                        "io.pulseline.health.activity.v1",
                        "/pulseline/normalizer",
                        Instant.parse("2026-10-03T01:52:40Z"),
                        "subject");

        Map<String, String> headers = new LinkedHashMap<>();
        event.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", id.toString(),
                                "ce_type", "io.pulseline.health.activity.v1",
                                "ce_source", "/pulseline/normalizer",
                                "ce_time", "2026-10-03T01:52:40Z",
                                "ce_subject", "subject",
                                "content-type", "application/avro"));
    }

    @Test
    void theEventOfARecordIsTheSameForEveryRepetition() {
        UUID recordId = new UUID(3, 4);
        Instant end = Instant.parse("2026-10-03T01:52:40Z");

        CloudEvent event =
                CloudEvent.ofRecord("activity", "/pulseline/normalizer", recordId, 7, end);

        assertThat(event)
                .isEqualTo(
                        new CloudEvent(
                                Ids.recordEvent(recordId, 7),
                                "io.pulseline.health.activity.v1",
                                "/pulseline/normalizer",
                                end,
                                recordId.toString()));
    }
}
