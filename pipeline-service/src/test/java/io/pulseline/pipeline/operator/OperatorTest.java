package io.pulseline.pipeline.operator;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.Household;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees and decides, with real Kafka and PostgreSQL. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class OperatorTest {
    private static final String LETTERS = Topics.deadLettersOf(Topics.HEALTH_ACTIVITIES);
    private static final String PATH = "/api/operator/dead-letters/" + LETTERS;

    @Inject DataSource database;

    private final Street oskar = Street.of("oskar", "operates");
    private final Street ben = Street.ben();

    @AfterEach
    void tidy() {
        oskar.close();
        ben.close();
    }

    private JsonPath overview() {
        return oskar.asks()
                .get("/api/operator/overview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theOverviewCountsWhatIsThere() throws SQLException {
        JsonPath before = overview();
        UUID user = UUID.randomUUID();
        Household database = new Household(this.database, user);
        database.run(
                """
                insert into connection values ('%1$s', '%1$s', 'GOOGLE_HEALTH', 'TRIED_OUT', null, now(), now(),
                    '{}');
                insert into user_tier values ('%1$s', 'ATHLETE', now());
                """
                        .formatted(user));
        delivery(database, user, "EXHAUSTED", false);
        delivery(database, user, "EXHAUSTED", false);
        delivery(database, user, "LEASED", false);
        delivery(database, user, "DUE", true);
        delivery(database, user, "DUE", false);
        try {
            JsonPath now = overview();

            assertThat(now.getLong("connectionsByState.TRIED_OUT")).isEqualTo(1);
            assertThat(number(now, "connectionsByProvider.GOOGLE_HEALTH"))
                    .isEqualTo(number(before, "connectionsByProvider.GOOGLE_HEALTH") + 1);
            assertThat(number(now, "tiers.usersByTier.ATHLETE"))
                    .isEqualTo(number(before, "tiers.usersByTier.ATHLETE") + 1);
            assertThat(now.getBoolean("tiers.enabled")).isFalse();
            assertThat(now.getLong("work.runs")).isNotNegative();
            Map<String, Object> counted =
                    now.getMap("work.deliveries.find { it.targetType == 'tried-out' }");
            assertThat(counted)
                    .containsEntry("exhausted", 2)
                    .containsEntry("leased", 1)
                    .containsEntry("held", 1)
                    .containsEntry("later", 1)
                    .containsEntry("due", 0)
                    .containsEntry("oldestDueAt", null);
            oskar.asks()
                    .get("/api/operator/exhausted-deliveries")
                    .then()
                    .statusCode(200)
                    .body("findAll { it.targetType == 'tried-out' }.size()", equalTo(2))
                    .body("user", hasItem(user.toString()));
        } finally {
            database.run(
                    """
                    delete from delivery where target_type = 'tried-out';
                    delete from connection where user_id = '%1$s';
                    delete from user_tier where user_id = '%1$s';
                    """
                            .formatted(user));
        }
    }

    private static void delivery(Household database, UUID user, String state, boolean held)
            throws SQLException {
        database.run(
                """
                insert into delivery (delivery_id, target_id, target_type, position, run_id, record_id,
                        revision, event, state, attempts, due_at, lease_owner, lease_until, changed_at,
                        user_id, held)
                    values (gen_random_uuid(), gen_random_uuid(), 'tried-out', 0, gen_random_uuid(),
                        gen_random_uuid(), 1, 'CREATED', '%1$s', 1, '2126-01-01T00:00:00Z', 'nobody',
                        '2126-01-01T00:00:00Z', now(), '%3$s', %2$s)
                """
                        .formatted(state, held, user));
    }

    private static long number(JsonPath json, String path) {
        Number number = json.get(path);
        return number == null ? 0 : number.longValue();
    }

    @Test
    void kafkaTellsHowFarBehindConsumersAreAndHowManyDeadLettersThereAre() {
        long before = lettersCounted();

        oskar.kafka()
                .produce(
                        Topics.HEALTH_ACTIVITIES,
                        UUID.randomUUID().toString(),
                        "not avro".getBytes(UTF_8),
                        Map.of());

        await().atMost(Street.LIMIT).until(() -> lettersCounted() == before + 1);
        await().atMost(Street.LIMIT)
                .until(() ->
                        number(
                                        overview(),
                                        "lag.find { it.group == 'pulseline-pipeline' && it.topic == '"
                                                + Topics.HEALTH_ACTIVITIES
                                                + "' }.records")
                                == 0);
        assertThat(overview().getList("lag.group", String.class))
                .contains("pulseline-pipeline")
                .noneMatch(group -> group.startsWith("pulseline-pipeline-live"));
    }

    private long lettersCounted() {
        return number(overview(), "deadLetters.find { it.topic == '" + LETTERS + "' }.records");
    }

    /** Straight into the topic, as whoever could not read it would put it there. */
    private ConsumerRecord<String, byte[]> letter(byte[] value) {
        String key = ben.user() + "/" + UUID.randomUUID();
        oskar.kafka()
                .produce(
                        LETTERS,
                        key,
                        value,
                        Map.of("dead-letter-reason", "tried out", "ce_id", "of the original"));
        return oskar.kafka()
                .await(LETTERS, entry -> key.equals(entry.key()), 1, Street.LIMIT)
                .getFirst();
    }

    private static String path(ConsumerRecord<String, byte[]> letter) {
        return PATH + "/" + letter.partition() + "/" + letter.offset();
    }

    private ValidatableResponse page(ConsumerRecord<String, byte[]> from) {
        RequestSpecification asked = oskar.asks().queryParam("limit", 1);
        if (from.offset() > 0) {
            asked = asked.queryParam("after", from.partition() + "-" + (from.offset() - 1));
        }
        return asked.get(PATH).then().statusCode(200);
    }

    @Test
    void aDeadLetterIsLookedAtWithoutItsValue() {
        ConsumerRecord<String, byte[]> first =
                letter(new byte[] {0, 0, 0, 1, 2, 'h', 'r', '7', '2'});
        letter("no schema".getBytes(UTF_8));

        page(first)
                .body("topic", equalTo(LETTERS))
                .body("deadLetters.offset", contains((int) first.offset()))
                .body("deadLetters[0].key", equalTo(first.key()))
                .body("deadLetters[0].headers", equalTo(Map.of("dead-letter-reason", "tried out")))
                .body("deadLetters[0].valueBytes", equalTo(9))
                .body("deadLetters[0].schemaId", equalTo(258))
                .body("deadLetters[0].decision", nullValue())
                .body("next", equalTo(first.partition() + "-" + first.offset()));
        String told =
                oskar.asks()
                        .get(path(first) + "/value")
                        .then()
                        .statusCode(200)
                        .body("bytes", equalTo(9))
                        .body("schemaId", equalTo(258))
                        .extract()
                        .asString();
        assertThat(told).doesNotContain("hr72");
    }

    @Test
    void aRedrivenLetterIsReadAgainAndOnlyOnce() {
        try (AvroCodec<Activity> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.HEALTH_ACTIVITIES,
                        Activity.class)) {
            Activity activity =
                    Activities.run(
                            ben.user(),
                            UUID.randomUUID().toString(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS));
            ConsumerRecord<String, byte[]> letter = letter(codec.encode(activity));

            oskar.asks()
                    .post(path(letter) + "/redrive")
                    .then()
                    .statusCode(200)
                    .body("decision.kind", equalTo("REDRIVEN"))
                    .body("decision.by", equalTo(oskar.user().toString()));
            oskar.asks().post(path(letter) + "/redrive").then().statusCode(409);
            oskar.asks()
                    .body("{\"reason\": \"late\"}")
                    .post(path(letter) + "/discard")
                    .then()
                    .statusCode(409);

            await().atMost(Street.LIMIT)
                    .until(() ->
                            ben.asks().get("/api/activities/" + activity.getRecordId()).statusCode()
                                    == 200);
            List<ConsumerRecord<String, byte[]>> sent =
                    oskar.kafka().everythingIn(Topics.HEALTH_ACTIVITIES).stream()
                            .filter(entry -> letter.key().equals(entry.key()))
                            .toList();
            assertThat(sent).hasSize(1);
            assertThat(sent.getFirst().value()).isEqualTo(letter.value());
            assertThat(KafkaProbe.headersOf(sent.getFirst()))
                    .containsEntry(
                            "pulseline-redriven",
                            LETTERS + "/" + letter.partition() + "/" + letter.offset())
                    .containsEntry("ce_id", "of the original")
                    .doesNotContainKey("dead-letter-reason");
            page(letter).body("deadLetters[0].decision.kind", equalTo("REDRIVEN"));
        }
    }

    @Test
    void whoDiscardsSaysWhy() {
        ConsumerRecord<String, byte[]> letter = letter("rubbish".getBytes(UTF_8));
        String discard = path(letter) + "/discard";

        oskar.asks()
                .body("{}")
                .post(discard)
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        oskar.asks().body("{\"reason\": \" \"}").post(discard).then().statusCode(400);
        page(letter).body("deadLetters[0].decision", nullValue());
        oskar.asks()
                .body("{\"reason\": \"a test\"}")
                .post(discard)
                .then()
                .statusCode(200)
                .body("decision.kind", equalTo("DISCARDED"))
                .body("decision.reason", equalTo("a test"));
        oskar.asks().body("{\"reason\": \"again\"}").post(discard).then().statusCode(409);
        oskar.asks().post(path(letter) + "/redrive").then().statusCode(409);
        page(letter).body("deadLetters[0].decision.reason", equalTo("a test"));
    }

    @Test
    void whatIsNotThereIsNotFoundAndOthersAreRefused() {
        oskar.asks().get("/api/operator/dead-letters/health.activities.v1").then().statusCode(404);
        oskar.asks().get("/api/operator/dead-letters/x.dead-letter").then().statusCode(404);
        oskar.asks().post(PATH + "/0/999999999/redrive").then().statusCode(404);
        oskar.asks().post(PATH + "/77/0/redrive").then().statusCode(404);
        oskar.asks()
                .queryParam("after", "x")
                .queryParam("limit", 201)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.field", contains("after", "limit"));
        ben.asks().get(PATH).then().statusCode(403);
        ben.asks().get("/api/operator/overview").then().statusCode(403);
        ben.asks().post(PATH + "/0/0/redrive").then().statusCode(403);
        given().get(PATH).then().statusCode(401);
    }
}
