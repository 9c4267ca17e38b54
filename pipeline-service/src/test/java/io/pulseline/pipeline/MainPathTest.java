package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a record on Kafka to targets that have it. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class MainPathTest {
    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
    }

    @Test
    void anActivityReachesBothTargetsBoosted() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        String secret = pipeline.getString("targets[0].configuration.secret");
        Activity activity = Activities.run(anna.user(), "1", Instant.now());
        activity.setTitle("Treadmill at lunch");

        anna.publish(Activities.hashed(activity));

        UUID runId = runOf(pipeline, activity);
        JsonPath run = anna.awaitStatus(runId, "SYNCED");
        assertThat(run.getList("steps.name"))
                .containsExactly("type-mapper", "heart-rate-zones", "webhook", "kafka");
        assertThat(run.getList("steps.status"))
                .containsExactly("ADDED", "ADDED", "DELIVERED", "DELIVERED");
        assertThat(run.getString("title")).isEqualTo("Treadmill at lunch");

        assertThat(receiver.received()).hasSize(1);
        WebhookReceiver.Received hook = receiver.received().getFirst();
        assertThat(hook.isSignedWith(secret)).isTrue();
        assertThat(hook.id()).isEqualTo(deliveryId(pipeline, 0, activity).toString());
        assertThat(hook.json().path("type").asText()).isEqualTo("activity.created");
        assertThat(hook.json().path("data").path("activityType").asText())
                .isEqualTo("TREADMILL_RUN");

        BoostedActivity boosted = boostedOf(activity, deliveryId(pipeline, 1, activity));
        assertThat(boosted.getActivity().getActivityType()).isEqualTo("TREADMILL_RUN");
        assertThat(boosted.getActivity().getHeartRate()).isEqualTo(activity.getHeartRate());
        assertThat(boosted.getBoosts().get(1).getValues())
                .containsEntry("zone1Seconds", 60.0)
                .containsEntry("zone3Seconds", 59.0);
        assertThat(lastRunChanged(runId).getStatus()).isEqualTo("SYNCED");
    }

    @Test
    void theOriginalStaysAsItCame() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = Activities.run(anna.user(), "2", Instant.now());
        activity.setTitle("treadmill");

        anna.publish(Activities.hashed(activity));
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        String path = "/api/activities/" + activity.getRecordId();
        JsonPath kept = anna.asks().get(path).then().statusCode(200).extract().jsonPath();
        assertThat(kept.getString("activityType")).isEqualTo("RUN");
        assertThat(kept.getMap("$")).doesNotContainKeys("heartRate", "track");
        assertThat(kept.getString("links.series"))
                .isEqualTo("https://pulseline.example" + path + "/series");
        JsonPath series =
                anna.asks().get(path + "/series").then().statusCode(200).extract().jsonPath();
        assertThat(series.getList("heartRate.beatsPerMinute")).hasSize(120);
        assertThat((Object) series.get("track")).isNull();
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private static UUID deliveryId(JsonPath pipeline, int target, Activity activity) {
        return Ids.delivery(
                UUID.fromString(pipeline.getString("targets[" + target + "].targetId")),
                UUID.fromString(activity.getRecordId()),
                activity.getRevision());
    }

    private BoostedActivity boostedOf(Activity activity, UUID expectedEvent) {
        List<ConsumerRecord<String, byte[]>> found =
                anna.kafka()
                        .await(
                                Topics.PIPELINE_ACTIVITIES,
                                entry ->
                                        activity.getRecordId()
                                                .equals(
                                                        KafkaProbe.headersOf(entry)
                                                                .get("ce_subject")),
                                1,
                                Street.LIMIT);
        assertThat(KafkaProbe.headersOf(found.getFirst()))
                .containsEntry("ce_id", expectedEvent.toString())
                .containsEntry("ce_source", "/pulseline/pipeline");
        assertThat(found.getFirst().key()).isEqualTo(activity.getUser());
        try (AvroCodec<BoostedActivity> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_ACTIVITIES,
                        BoostedActivity.class)) {
            return codec.decode(found.getFirst().value());
        }
    }

    private RunChanged lastRunChanged(UUID runId) {
        try (AvroCodec<RunChanged> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_RUNS,
                        RunChanged.class)) {
            return await().atMost(Street.LIMIT)
                    .until(
                            () ->
                                    anna.kafka().everythingIn(Topics.PIPELINE_RUNS).stream()
                                            .map(entry -> codec.decode(entry.value()))
                                            .filter(run -> run.getRunId().equals(runId.toString()))
                                            .reduce(new RunChanged(), (_, last) -> last),
                            run -> run.getStatus() != null && run.getStatus().equals("SYNCED"));
        }
    }
}
