package io.pulseline.pipeline.target.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Result;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant END = Instant.parse("2026-09-01T16:32:00Z");
    private static final UUID ANNA = UUID.fromString("7d0f3a52-5d50-5d5f-9a55-0d3a6a2c5f10");

    private final Envelope envelope = new Envelope("https://pulseline.example");

    @Test
    void theBodyIsByteForByteTheGoldenOne() throws IOException {
        byte[] body =
                envelope.write(EventType.CREATED, new Result.OfActivity(boosted(run())), false);

        assertThat(new String(body, UTF_8)).isEqualTo(golden());
    }

    @Test
    void seriesStandInsideWhenAskedFor() throws IOException {
        JsonNode data =
                JSON.readTree(
                                envelope.write(
                                        EventType.UPDATED,
                                        new Result.OfActivity(boosted(run())),
                                        true))
                        .path("data");

        assertThat(data.path("heartRate").path("beatsPerMinute")).hasSize(120);
        assertThat(data.has("track")).isTrue();
    }

    @Test
    void aDeletionHappensWhenItWasSeen() throws IOException {
        Activity gone = run();
        gone.setDeleted(true);
        gone.setStartEpochMillis(null);

        JsonNode body =
                JSON.readTree(
                        envelope.write(
                                EventType.DELETED, new Result.OfActivity(boosted(gone)), false));

        assertThat(body.path("type").asText()).isEqualTo("activity.deleted");
        assertThat(body.path("timestamp").asText()).isEqualTo("2026-09-01T16:32:01Z");
        assertThat(body.path("data").path("deleted").asBoolean()).isTrue();
    }

    private static Activity run() {
        return Activities.run(ANNA, "17", END);
    }

    private static BoostedActivity boosted(Activity activity) {
        BoostedActivity boosted = new BoostedActivity();
        boosted.setRecordId(activity.getRecordId());
        boosted.setActivity(activity);
        boosted.setBoosts(
                List.of(
                        new Boost(
                                "type-mapper", "SKIPPED", "no rule fits", null, Map.of(), Map.of()),
                        new Boost(
                                "heart-rate-zones",
                                "ADDED",
                                null,
                                "Heart rate zones",
                                Map.of("zone1Seconds", 60.0),
                                Map.of("route", "<svg/>"))));
        return boosted;
    }

    private static String golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        EnvelopeTest.class.getResourceAsStream("activity-created.json"))) {
            return new String(file.readAllBytes(), UTF_8).strip();
        }
    }
}
