package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the pipeline service, twice, while 2,000 webhooks are due, and 300 deliveries to
 * targets that can tell a repetition.
 */
class KilledDeliveriesTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int WORKOUTS = 200;
    private static final int WEBHOOKS_EACH = 10;
    private static final int WEBHOOKS = WORKOUTS * WEBHOOKS_EACH;

    /** Seen by the receiver; the rest is due or under way. */
    private static final int FIRST_KILL = 400;

    private static final int SECOND_KILL = 1_100;

    private static final Pattern RECORD_ID = Pattern.compile("\"recordId\":\"([^\"]+)\"");

    private final RunningStack stack = RunningStack.shared();
    private final CountingReceiver receiver = new CountingReceiver();
    private final String name = "killed-" + UUID.randomUUID();
    private final Map<String, String> typeById = new HashMap<>();

    @BeforeEach
    void nobodyElseDelivers() {
        stack.forgetsEverybody();
        stack.deletesPipelines();
    }

    @AfterEach
    void tidy() {
        receiver.close();
        stack.deletesPipelines();
    }

    @Test
    void aServiceKilledTwiceAmongTwoThousandDeliveriesLosesNoneAndDoublesNone() {
        // Given
        JsonPath athlete = stack.newAthlete();
        stack.makesPipeline(toWebhooks());
        stack.makesPipeline(toIdempotentTargets(athlete));
        uploadWorkouts();

        // When
        receiver.opens();
        killAfter(FIRST_KILL);
        killAfter(SECOND_KILL);

        // Then
        eventually(() -> assertThat(delivered()).isEqualTo(WEBHOOKS));
        assertEachWebhookIdHasOneBodyAndEachDeliveryOneId();
        assertThat(walks()).hasSize(WORKOUTS / 2);
        eventually(() ->
                assertThat(externalIds(athlete.getString("athleteId")))
                        .containsExactlyInAnyOrderElementsOf(walks()));
        eventually(this::assertOnceInTheArchive);
        eventually(this::assertOnceOnTheTopic);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(assertion);
    }

    private Map<String, Object> toWebhooks() {
        return pipeline(
                List.of(),
                IntStream.range(0, WEBHOOKS_EACH)
                        .mapToObj(number -> receiver.address("/" + number))
                        .map(address -> target("webhook", Map.of("url", address)))
                        .toList());
    }

    /** Of the walks only: intervals.icu allows few requests a second. */
    private Map<String, Object> toIdempotentTargets(JsonPath athlete) {
        return pipeline(
                List.of("WALK"),
                List.of(
                        target(
                                "intervals-icu",
                                Map.of(
                                        "apiKey", athlete.getString("key"),
                                        "athleteId", athlete.getString("athleteId"))),
                        target("file-archive", Map.of("folder", name)),
                        target("kafka", Map.of("topic", name))));
    }

    private static Map<String, Object> pipeline(
            List<String> activityTypes, List<Map<String, Object>> targets) {
        return Map.of(
                "name",
                "killed",
                "includeEarlier",
                true,
                "trigger",
                Map.of("record", "activity", "activityTypes", activityTypes),
                "boosters",
                List.of(),
                "targets",
                targets);
    }

    private static Map<String, Object> target(String id, Map<String, Object> configuration) {
        return Map.of("id", id, "configuration", configuration);
    }

    /** Half of them walks; a quarter of an hour apart, so that none is taken for another. */
    private void uploadWorkouts() {
        Instant first = Instant.now().minus(Duration.ofDays(4));
        for (int number = 0; number < WORKOUTS; number++) {
            String type = number % 2 == 0 ? "WALK" : "RUN";
            Instant start = first.plus(Duration.ofMinutes(15L * number));
            Map<String, Object> workout =
                    Map.of(
                            "thingKey",
                            name + "-" + number,
                            "activityType",
                            type,
                            "title",
                            "Workout " + number,
                            "startEpochMillis",
                            start.toEpochMilli(),
                            "startOffsetSeconds",
                            3600,
                            "elapsedMilliseconds",
                            600_000,
                            "distanceMetres",
                            1000.0 + number);
            String recordId =
                    stack.asUser()
                            .contentType(ContentType.JSON)
                            .body(workout)
                            .post("/api/activities")
                            .then()
                            .statusCode(202)
                            .extract()
                            .path("recordId");
            typeById.put(recordId, type);
        }
        assertThat(typeById).hasSize(WORKOUTS);
    }

    private void killAfter(int calls) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> receiver.count() >= calls);
        stack.kill("pipeline");
        assertThat(delivered()).as("delivered before the kill").isLessThan(WEBHOOKS);
        stack.start("pipeline");
    }

    /** How many of the deliveries have arrived, each counted once. */
    private int delivered() {
        return receiver.calls().stream()
                .map(call -> call.path() + " " + recordId(call))
                .collect(Collectors.toSet())
                .size();
    }

    private static String recordId(CountingReceiver.Call call) {
        Matcher found = RECORD_ID.matcher(call.body());
        assertThat(found.find()).as("a record id in the body").isTrue();
        return found.group(1);
    }

    private void assertEachWebhookIdHasOneBodyAndEachDeliveryOneId() {
        Map<String, Set<String>> bodies = new HashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        for (CountingReceiver.Call call : receiver.calls()) {
            bodies.computeIfAbsent(call.webhookId(), _ -> new HashSet<>()).add(call.body());
            ids.computeIfAbsent(call.path() + " " + recordId(call), _ -> new HashSet<>())
                    .add(call.webhookId());
        }
        assertThat(bodies.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(ids).hasSize(WEBHOOKS);
        assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
        assertThat(bodies).hasSize(WEBHOOKS);
    }

    private List<String> walks() {
        return typeById.entrySet().stream()
                .filter(workout -> workout.getValue().equals("WALK"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> externalIds(String athlete) {
        return stack.atSimulator()
                .get("/simulator/intervals/activities")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("activities.findAll { it.athlete == '" + athlete + "' }.externalId");
    }

    private void assertOnceInTheArchive() throws IOException {
        List<String> names = new ArchiveFiles(stack, name).names();
        assertThat(names).hasSize(WORKOUTS / 2);
        assertThat(walks())
                .allSatisfy(walk ->
                        assertThat(names).filteredOn(file -> file.contains(walk)).hasSize(1));
    }

    /** A topic may have a value twice; then it is the same event, and its id tells. */
    private void assertOnceOnTheTopic() {
        List<OwnTopic.Value> values = new OwnTopic(stack, "pipeline." + name).values();
        Map<String, Set<String>> events =
                values.stream()
                        .collect(
                                Collectors.groupingBy(
                                        value -> value.boosted().getRecordId(),
                                        Collectors.mapping(
                                                OwnTopic.Value::cloudEventId, Collectors.toSet())));
        assertThat(events.keySet()).containsExactlyInAnyOrderElementsOf(walks());
        assertThat(events.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }
}
