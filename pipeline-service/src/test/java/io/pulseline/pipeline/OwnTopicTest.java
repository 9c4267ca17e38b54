package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topics that pipelines have for themselves. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class OwnTopicTest {
    private final Street anna = Street.anna();

    @AfterEach
    void tidy() {
        anna.close();
    }

    @Test
    void aPipelineHasItsOwnTopicInTheOrderOfItsRecords() {
        String name = "clinic." + UUID.randomUUID();
        tried(anna.pipeline(kafka(name)));
        List<Activity> activities =
                IntStream.range(0, 8)
                        .mapToObj(number ->
                                Activities.run(
                                        anna.user(),
                                        "own " + UUID.randomUUID(),
                                        Instant.now().plusSeconds(600L * number)))
                        .toList();

        activities.forEach(anna::publish);
        List<ConsumerRecord<String, byte[]>> found =
                anna.kafka().await("pipeline." + name, _ -> true, 8, Street.LIMIT);

        assertThat(found.stream().map(entry -> KafkaProbe.headersOf(entry).get("ce_subject")))
                .containsExactlyInAnyOrderElementsOf(
                        activities.stream().map(Activity::getRecordId).toList());
        try (AvroCodec<BoostedActivity> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_ACTIVITIES,
                        BoostedActivity.class)) {
            assertThat(codec.decode(found.getFirst().value()).getUser())
                    .isEqualTo(anna.user().toString());
        }
    }

    @Test
    void aTrialMakesTheTopicAndWritesNothing() {
        String name = "trial." + UUID.randomUUID();

        tried(anna.pipeline(kafka(name)));

        assertThat(anna.kafka().everythingIn("pipeline." + name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "runs.v1, which is a topic of Pulseline itself",
        "activities.v1, which is a topic of Pulseline itself",
        "x.dead-letter, which is a topic of Pulseline itself",
        "../secrets, must be words",
        "a..b, must be words",
        "Clinic, must be words",
    })
    void aNameThatIsNotForUsersIsRefusedAtTheField(String name, String reason) {
        anna.asks()
                .body("{\"name\": \"Own\", \"targets\": [" + kafka(name) + "]}")
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("targets[0].configuration.topic"))
                .body("errors[0].reason", containsString(reason));
    }

    private void tried(JsonPath pipeline) {
        anna.asks()
                .post(
                        "/api/pipelines/"
                                + pipeline.getString("pipelineId")
                                + "/targets/"
                                + pipeline.getString("targets[0].targetId")
                                + "/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"));
    }

    private static String kafka(String topic) {
        return "{\"id\": \"kafka\", \"configuration\": {\"topic\": \"" + topic + "\"}}";
    }
}
