package io.pulseline.pipeline.target.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.http.Callers;
import io.pulseline.pipeline.target.openmhealth.Told;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks whose body is Open mHealth. */
class OpenMHealthBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZONED = "'body':'open-mhealth','timeZone':'Asia/Kathmandu'";

    private final Vertx vertx = Vertx.vertx();
    private final WebhookTarget target =
            new WebhookTarget(
                    Callers.waiting(vertx, Duration.ofSeconds(1)),
                    Clock.systemUTC(),
                    Callers.settings(Duration.ofSeconds(1)),
                    "https://pulseline.example");

    @AfterEach
    void close() {
        var _ = vertx.close();
    }

    @Test
    void theEnvelopeIsTheSameAndItsDataAreDataPoints() {
        Sleep sleep = Told.sample(Sleep.class);

        JsonNode body = body(EventType.CREATED, sleep, "'body':'open-mhealth'");

        assertThat(body.path("type").asText()).isEqualTo("metric.created");
        assertThat(body.path("timestamp").asText()).isEqualTo("2026-10-03T00:17:30Z");
        JsonNode data = body.path("data");
        assertThat(data.properties()).hasSize(3);
        assertThat(data.path("recordId").asText()).isEqualTo(sleep.getRecordId());
        assertThat(data.path("revision").asLong()).isEqualTo(sleep.getRevision());
        assertThat(data.path("dataPoints")).hasSize(2);
    }

    @Test
    void aSeriesStandsInsideWhenAskedFor() {
        Activity walk = Told.sample(Activity.class);

        assertThat(points(EventType.CREATED, walk, ZONED)).hasSize(2);
        assertThat(points(EventType.UPDATED, walk, ZONED + ",'inlineSeries':true")).hasSize(3);
    }

    @Test
    void aDeletionTakesBackEveryDataPoint() {
        Sleep sleep = Told.sample(Sleep.class);

        JsonNode body = body(EventType.DELETED, sleep, ZONED);

        assertThat(body.path("type").asText()).isEqualTo("metric.deleted");
        assertThat(body.path("data").path("dataPoints").isArray()).isTrue();
        assertThat(body.path("data").path("dataPoints")).isEmpty();
    }

    @Test
    void dataPointsThatAreGoneAreTakenBackButNeverAnnounced() {
        RespiratoryRate night = Told.sample(RespiratoryRate.class);
        night.setBreathsPerMinute(null);

        assertThat(points(EventType.UPDATED, night, ZONED)).isEmpty();
        assertThat(content(EventType.CREATED, night, ZONED))
                .isEqualTo(new Content.None("it gives no data point of Open mHealth"));
    }

    @Test
    void daysNeedAZone() {
        DailySummary day = Told.sample(DailySummary.class);

        assertThat(points(EventType.CREATED, day, ZONED)).hasSize(6);
        assertThat(content(EventType.CREATED, day, "'body':'open-mhealth'"))
                .isEqualTo(
                        new Content.None(
                                "it gives no data point of Open mHealth; days and nights need the"
                                        + " setting timeZone"));
    }

    @Test
    void ourJsonIsWhatIsSentUnlessAskedOtherwise() {
        Sleep sleep = Told.sample(Sleep.class);

        assertThat(body(EventType.CREATED, sleep, "").path("data").path("asleepMinutes").asInt())
                .isEqualTo(413);
        assertThat(body(EventType.CREATED, sleep, "'body':'pulseline'"))
                .isEqualTo(body(EventType.CREATED, sleep, ""));
    }

    @Test
    void aZoneMustBeOne() {
        assertThat(complaints("'body':'open-mhealth','timeZone':'Europe/Copenhagen'")).isEmpty();
        assertThat(complaints("'timeZone':'Nowhere/Atlantis'")).containsExactly("timeZone");
        assertThat(complaints("'body':'xml'")).containsExactly("body");
    }

    private List<String> complaints(String settings) {
        Form form = Form.of(json("{'url':'https://example.org/hook'," + settings + "}"));
        var _ = target.read(form);
        return form.errors().stream().map(FieldError::field).toList();
    }

    private JsonNode points(EventType event, SpecificRecord record, String settings) {
        return body(event, record, settings).path("data").path("dataPoints");
    }

    private JsonNode body(EventType event, SpecificRecord record, String settings) {
        return switch (content(event, record, settings)) {
            case Content.Bytes bytes -> json(new String(bytes.bytes(), UTF_8).replace('\'', '’'));
            case Content.None none -> throw new AssertionError(none.reason());
        };
    }

    private Content content(EventType event, SpecificRecord record, String settings) {
        return target.content(event, Told.of(record), json("{" + settings + "}"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
