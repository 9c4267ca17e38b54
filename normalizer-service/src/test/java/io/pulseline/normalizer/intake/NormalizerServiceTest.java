package io.pulseline.normalizer.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.InfrastructureResource;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
class NormalizerServiceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject MeterRegistry meters;

    private final UUID user = UUID.randomUUID();
    private KafkaProbe kafka;
    private AvroCodec<PayloadCaptured> payloads;
    private AvroCodec<Activity> activities;

    @BeforeEach
    void open() {
        Infrastructure infrastructure = Infrastructure.shared();
        kafka = new KafkaProbe(infrastructure.kafka().bootstrapServers());
        String registry = infrastructure.registryUrl();
        payloads = new AvroCodec<>(registry, Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        activities = new AvroCodec<>(registry, Topics.HEALTH_ACTIVITIES, Activity.class);
    }

    @AfterEach
    void close() {
        payloads.close();
        activities.close();
        kafka.close();
    }

    @Test
    void aPayloadBecomesOneActivityWithKeyAndHeaders() {
        send(eveningRun(), Map.of("traceparent", TRACE));

        ConsumerRecord<String, byte[]> record = activitiesOfUser(1).getFirst();
        Activity activity = activities.decode(record.value());
        assertThat(activity.getTitle()).isEqualTo("Run");
        assertThat(activity.getUser()).isEqualTo(user.toString());
        UUID recordId = Ids.record(user, "activity", activity.getThingKey());
        assertThat(KafkaProbe.headersOf(record))
                .containsEntry(
                        "ce_id", Ids.recordEvent(recordId, activity.getRevision()).toString())
                .containsEntry("ce_type", "io.pulseline.health.activity.v1")
                .containsEntry("ce_source", "/pulseline/normalizer")
                .containsEntry("ce_subject", recordId.toString())
                .containsEntry("ce_time", "2026-05-14T16:35:20Z")
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void aRepeatedPayloadGivesTheSameBytesAndTheSameEvent() {
        send(eveningRun(), Map.of());
        send(eveningRun(), Map.of());

        List<ConsumerRecord<String, byte[]>> records = activitiesOfUser(2);
        assertThat(records.get(1).value()).isEqualTo(records.get(0).value());
        assertThat(KafkaProbe.headersOf(records.get(1)))
                .isEqualTo(KafkaProbe.headersOf(records.get(0)));
    }

    @Test
    void everyHourOfADateBecomesARecordInOrderUnderTheUsersKey() {
        send(fourHoursOfSteps(), Map.of("traceparent", TRACE));

        List<ConsumerRecord<String, byte[]>> records =
                kafka.await(Topics.HEALTH_STEPS, this::isOfUser, 4, LIMIT);

        try (AvroCodec<Steps> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(), Topics.HEALTH_STEPS, Steps.class)) {
            assertThat(records)
                    .extracting(record -> codec.decode(record.value()).getSlot())
                    .containsExactly(0, 1, 2, 3);
        }
        assertThat(records)
                .extracting(KafkaProbe::headersOf)
                .allSatisfy(headers ->
                        assertThat(headers)
                                .containsEntry("ce_type", "io.pulseline.health.steps.v1")
                                .containsEntry("traceparent", TRACE));
    }

    @Test
    void backfillTakesAWayOfItsOwnWithItsOwnDeadLetters() {
        byte[] poison = "not avro at all".getBytes(StandardCharsets.UTF_8);
        byte[] history = payloads.encode(fourHoursOfSteps());

        kafka.produce(Topics.SOURCE_BACKFILL, user.toString(), poison, Map.of());
        kafka.produce(Topics.SOURCE_BACKFILL, user.toString(), history, Map.of());

        kafka.await(Topics.HEALTH_STEPS, this::isOfUser, 4, LIMIT);
        String letters = Topics.deadLettersOf(Topics.SOURCE_BACKFILL);
        assertThat(kafka.await(letters, this::isOfUser, 1, LIMIT).getFirst().value())
                .isEqualTo(poison);
        assertThat(kafka.everythingIn(Topics.deadLettersOf(Topics.SOURCE_PAYLOADS)))
                .noneMatch(this::isOfUser);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextPayloadGoesOn() {
        double refusedBefore = refused("undecodable");
        byte[] poison = "not avro at all".getBytes(StandardCharsets.UTF_8);

        kafka.produce(Topics.SOURCE_PAYLOADS, user.toString(), poison, Map.of());
        byte[] cutOff = payloads.encode(eveningRun());
        cutOff = java.util.Arrays.copyOf(cutOff, cutOff.length / 2);
        kafka.produce(Topics.SOURCE_PAYLOADS, user.toString(), cutOff, Map.of());
        send(eveningRun(), Map.of());

        assertThat(activitiesOfUser(1)).hasSize(1);
        List<ConsumerRecord<String, byte[]>> dead = deadLettersOfUser(2);
        assertThat(dead.get(0).value()).isEqualTo(poison);
        assertThat(dead.get(1).value()).isEqualTo(cutOff);
        assertThat(reason(dead.get(0))).contains("magic byte");
        assertThat(reason(dead.get(1))).contains("is not a PayloadCaptured");
        assertThat(refused("undecodable")).isEqualTo(refusedBefore + 2);
    }

    @Test
    void whatCannotBeMappedIsPutAsideWithItsReason() {
        PayloadCaptured unknownKind = eveningRun();
        unknownKind.setKind("blood-sugar");
        PayloadCaptured unknownUnit =
                Payloads.of()
                        .log(
                                """
                                {"startTime":"2026-05-14T18:00:00Z","distance":3,"distanceUnit":"Furlong"}\
                                """)
                        .build();
        unknownUnit.setUser(user.toString());
        PayloadCaptured malformed = Payloads.of().log("{\"startTime\":").build();
        malformed.setUser(user.toString());

        send(unknownKind, Map.of());
        send(unknownUnit, Map.of());
        send(malformed, Map.of());

        assertThat(deadLettersOfUser(3))
                .extracting(NormalizerServiceTest::reason)
                .containsExactly(
                        "no mapping for kind blood-sugar",
                        "activity log has distanceUnit 'Furlong'; known are Kilometer and Mile",
                        "activity log is malformed JSON at line 1, column 14");
    }

    @Test
    void anActivityOverEightMebibytesIsRefusedNotCut() {
        PayloadCaptured payload =
                Payloads.of().log(Payloads.hourFrom("2026-05-14T18:00:00Z")).tcx(hugeTcx()).build();
        payload.setUser(user.toString());

        send(payload, Map.of());
        send(eveningRun(), Map.of());

        assertThat(reason(deadLettersOfUser(1).getFirst())).contains("8388608 are allowed");
        assertThat(activitiesOfUser(1)).hasSize(1);
    }

    @Test
    void onlyHealthIsSeenWithoutALogin() {
        given().when().get("/q/health/live").then().statusCode(200);
        given().when().get("/q/metrics").then().statusCode(401);
        given().when().get("/api/preview").then().statusCode(401);
    }

    private static String hugeTcx() {
        String point =
                "<Trackpoint><Time>2026-05-14T18:00:00Z</Time><Position><LatitudeDegrees>1</LatitudeDegrees>"
                        + "<LongitudeDegrees>2</LongitudeDegrees></Position><AltitudeMeters>3</AltitudeMeters>"
                        + "<DistanceMeters>4</DistanceMeters></Trackpoint>";
        return "<TrainingCenterDatabase><Activities><Activity><Lap StartTime=\"2026-05-14T18:00:00Z\"><Track>"
                + point.repeat(240_000)
                + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>";
    }

    private PayloadCaptured eveningRun() {
        PayloadCaptured payload = Payloads.eveningRun();
        payload.setUser(user.toString());
        return payload;
    }

    private PayloadCaptured fourHoursOfSteps() {
        PayloadCaptured payload =
                Payloads.ofDate(PayloadKind.STEPS, "2026-05-14")
                        .zone(null, "UTC")
                        .covering("2026-05-14T00:00:00Z", "2026-05-14T04:00:00Z")
                        .answered(
                                PartKind.STEPS, "{\"activities-steps-intraday\":{\"dataset\":[]}}")
                        .build();
        payload.setUser(user.toString());
        return payload;
    }

    private void send(PayloadCaptured payload, Map<String, String> headers) {
        kafka.produce(Topics.SOURCE_PAYLOADS, user.toString(), payloads.encode(payload), headers);
    }

    private List<ConsumerRecord<String, byte[]>> activitiesOfUser(int count) {
        return kafka.await(Topics.HEALTH_ACTIVITIES, this::isOfUser, count, LIMIT);
    }

    private List<ConsumerRecord<String, byte[]>> deadLettersOfUser(int count) {
        String topic = Topics.deadLettersOf(Topics.SOURCE_PAYLOADS);
        return kafka.await(topic, this::isOfUser, count, LIMIT);
    }

    private boolean isOfUser(ConsumerRecord<String, byte[]> record) {
        return user.toString().equals(record.key());
    }

    private double refused(String why) {
        return meters.counter("pulseline.normalizer.payloads.refused", "why", why).count();
    }

    private static String reason(ConsumerRecord<String, byte[]> deadLetter) {
        return String.valueOf(KafkaProbe.headersOf(deadLetter).get("dead-letter-reason"));
    }
}
