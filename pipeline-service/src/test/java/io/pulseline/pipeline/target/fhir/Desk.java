package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.TargetSettings;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import io.pulseline.pipeline.target.http.LocalCallers;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Sends records through the target as the delivery worker does, from one user's target. */
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-09-02T07:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final UUID targetId = UUID.randomUUID();
    private final FhirTarget target;
    private final ObjectNode given = JSON.createObjectNode();
    private List<String> secrets = List.of();

    /** A target of the patient 123 at that base. */
    Desk(String baseUrl) {
        this(baseUrl, true, Duration.ofSeconds(10));
    }

    Desk(String baseUrl, boolean privateAllowed, Duration answerTimeout) {
        TargetSettings settings = settings(privateAllowed, answerTimeout);
        target =
                new FhirTarget(
                        LocalCallers.with(vertx, settings),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        settings,
                        new Names());
        given.put("baseUrl", baseUrl).put("patient", "Patient/123");
    }

    /** One setting more. */
    Desk with(String name, String value) {
        given.put(name, value);
        return this;
    }

    Desk secret(String secret) {
        secrets = List.of(secret);
        return this;
    }

    FhirTarget target() {
        return target;
    }

    DeliveryOutcome created(SpecificRecord record) {
        return sent(EventType.CREATED, record, 1);
    }

    DeliveryOutcome updated(SpecificRecord record) {
        return sent(EventType.UPDATED, record, 1);
    }

    DeliveryOutcome deleted(SpecificRecord record) {
        return sent(EventType.DELETED, record, 1);
    }

    DeliveryOutcome sent(EventType event, SpecificRecord record, int attempt) {
        Content content = target.content(event, result(record), configuration());
        assertThat(content).isInstanceOf(Content.Bytes.class);
        return target.send(
                new Parcel(
                        UUID.randomUUID(),
                        HealthRecords.RECORD,
                        (Long) record.get(record.getSchema().getField("revision").pos()),
                        event,
                        ((Content.Bytes) content).bytes(),
                        recipient(),
                        new Parcel.History(attempt, null, null)));
    }

    DeliveryOutcome test() {
        return target.test(recipient());
    }

    Recipient recipient() {
        return new Recipient(targetId, UUID.randomUUID(), configuration(), secrets);
    }

    /** As it is stored, with all defaults. */
    JsonNode configuration() {
        try {
            Form form = Form.read(JSON.writeValueAsBytes(given));
            return target.settings().read(form).shown();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under which the target says it keeps the record; null if it does not say. */
    static @Nullable String remoteId(DeliveryOutcome outcome) {
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
        return ((DeliveryOutcome.Accepted) outcome).remoteId();
    }

    static Result result(SpecificRecord record) {
        if (record instanceof Activity activity) {
            BoostedActivity boosted = new BoostedActivity();
            boosted.setActivity(activity);
            return new Result.OfActivity(boosted);
        }
        BoostedMetric boosted = new BoostedMetric();
        switch (record) {
            case DailySummary day -> {
                boosted.setRecordType("daily-summary");
                boosted.setDailySummary(day);
            }
            case RespiratoryRate night -> {
                boosted.setRecordType("respiratory-rate");
                boosted.setRespiratoryRate(night);
            }
            case HeartRateSeries hour -> {
                boosted.setRecordType("heart-rate");
                boosted.setHeartRate(hour);
            }
            default -> throw new IllegalArgumentException("no test sends such a record");
        }
        return new Result.OfMetric(boosted);
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static final class Names implements FhirNames {
        @Override
        public String identifierSystem() {
            return "https://pulseline.io/fhir/record";
        }

        @Override
        public String codeSystem() {
            return "https://pulseline.io/fhir/CodeSystem/wearable-metric";
        }
    }

    private static TargetSettings settings(boolean privateAllowed, Duration answerTimeout) {
        return new TargetSettings() {
            @Override
            public boolean allowPrivateAddresses() {
                return privateAllowed;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration answerTimeout() {
                return answerTimeout;
            }

            @Override
            public int largestAnswerBytes() {
                return 1 << 20;
            }

            @Override
            public int connectionsPerAddress() {
                return 8;
            }
        };
    }
}
