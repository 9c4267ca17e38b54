package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.garmin.fit.FitMessages;
import com.garmin.fit.SessionMesg;
import io.pulseline.localstack.client.Http;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/**
 * Every kind of target over the whole street, from Fitbit's notification to what is there: of a run
 * that ends, is changed at Fitbit, and is deleted at Fitbit.
 */
class TargetsTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String RENAMED = "Along the river";

    private final RunningStack stack = RunningStack.shared();
    private final String name = "targets-" + UUID.randomUUID();

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }

    @Test
    void aWebhookIsToldOfARunItsNewNameAndItsEnd() {
        // Given
        Runner runner = Runner.connected(stack);

        // When
        String log = runner.finishesRun(Map.of());
        eventually(() -> assertThat(types(runner, log)).containsExactly("activity.created"));
        runner.edits(log, Map.of("name", RENAMED));
        eventually(() ->
                assertThat(types(runner, log))
                        .containsExactly("activity.created", "activity.updated"));
        runner.deletes(log);

        // Then
        eventually(() ->
                assertThat(types(runner, log))
                        .containsExactly(
                                "activity.created", "activity.updated", "activity.deleted"));
        assertThat(runner.webhooksAbout(log))
                .extracting("body.data.recordId")
                .as("record ids")
                .containsOnly(runner.runs().getFirst().get("recordId"));
        assertThat(runner.webhooksAbout(log).get(1))
                .extracting("body.data.title")
                .isEqualTo(RENAMED);
    }

    private static List<Object> types(Runner runner, String log) {
        return runner.webhooksAbout(log).stream().map(message -> message.get("type")).toList();
    }

    @Test
    void aTopicOfItsOwnHasEveryRevisionInOrderUnderTheKeyOfItsUser() {
        // Given
        Runner runner = Runner.delivering(stack, "kafka", Map.of("topic", name));
        OwnTopic topic = new OwnTopic(stack, "pipeline." + name);

        // When
        String log = runner.finishesRun(Map.of());
        eventually(() -> assertThat(topic.values()).hasSize(1));
        runner.edits(log, Map.of("name", RENAMED));
        eventually(() -> assertThat(topic.values()).hasSize(2));
        runner.deletes(log);
        eventually(() -> assertThat(topic.values()).hasSize(3));

        // Then
        List<OwnTopic.Value> values = topic.values();
        assertThat(values).extracting(OwnTopic.Value::cloudEventId).doesNotHaveDuplicates();
        assertThat(values)
                .allSatisfy(value -> assertThat(value.key()).isEqualTo(value.boosted().getUser()));
        assertThat(values)
                .extracting(value -> value.boosted().getActivity().getThingKey())
                .containsOnly("FITBIT:" + log);
        assertThat(values.getFirst().boosted().getActivity().getHeartRate()).isNotNull();
        assertThat(values.get(1).boosted().getActivity().getTitle()).isEqualTo(RENAMED);
        assertThat(values.get(2).boosted().getActivity().getDeleted()).isTrue();
    }

    @Test
    void aFhirServerHasOnePanelThatIsCorrectedAndThenEnteredInError() {
        // Given
        String server =
                stack.atSimulator()
                        .body(Map.of("name", name, "token", "a-token-of-the-clinic"))
                        .post("/simulator/fhir")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("url");
        Runner runner =
                Runner.delivering(
                        stack,
                        "fhir",
                        Map.of(
                                "baseUrl", server,
                                "patient", "Patient/1",
                                "authentication", "bearer",
                                "secret", "a-token-of-the-clinic"));

        // When
        Response run = runner.performs(Map.of());
        String log = run.jsonPath().getString("logId");
        eventually(() -> assertThat(observations("PAPanel")).hasSize(1));
        int steps = run.jsonPath().getInt("steps");
        assertThat(stepsAtFhir()).containsExactly(steps);
        assertThat(observations("PAPanel").getFirst())
                .extracting("effectivePeriod.start")
                .satisfies(start ->
                        assertThat(instant(start))
                                .isEqualTo(instant(run.jsonPath().getString("start"))));
        int all = observations().size();
        runner.edits(log, Map.of("steps", steps + 100));

        // Then
        eventually(() -> assertThat(stepsAtFhir()).containsExactly(steps + 100));
        assertThat(observations()).hasSize(all).extracting("status").containsOnly("final");
        runner.deletes(log);
        eventually(() ->
                assertThat(observations())
                        .hasSize(all)
                        .extracting("status")
                        .containsOnly("entered-in-error"));
    }

    private List<Integer> stepsAtFhir() {
        return observations("55423-8").stream()
                .map(observation -> new JsonPath(json(observation)))
                .map(observation -> observation.getInt("valueQuantity.value"))
                .toList();
    }

    private static Instant instant(Object text) {
        return OffsetDateTime.parse(String.valueOf(text)).toInstant();
    }

    private List<Map<String, Object>> observations() {
        return atSimulator("/simulator/fhir/" + name + "/observations").getList("observations");
    }

    private List<Map<String, Object>> observations(String code) {
        return atSimulator("/simulator/fhir/" + name + "/observations")
                .getList(
                        "observations.findAll { it.code.coding.any { it.code == '"
                                + code
                                + "' } }");
    }

    @Test
    void stravaHasTheRunUnderItsNewNameAndKeepsItWhenItIsDeleted() {
        // Given
        String athlete = stack.connectsStrava();
        Runner runner = Runner.delivering(stack, "strava", Map.of());

        // When
        String log = runner.finishesRun(Map.of());
        eventually(() -> assertThat(atStrava(athlete)).hasSize(1));
        Map<String, Object> run = runner.awaitRun("SYNCED");
        assertThat(atStrava(athlete).getFirst())
                .extracting("externalId")
                .asString()
                .startsWith(String.valueOf(run.get("recordId")));
        assertSums(atStrava(athlete).getFirst(), activity(run));
        runner.edits(log, Map.of("name", RENAMED));
        eventually(() ->
                assertThat(atStrava(athlete))
                        .singleElement()
                        .extracting("name")
                        .isEqualTo(RENAMED));
        runner.deletes(log);

        // Then
        eventually(() ->
                assertThat(runner.runs())
                        .singleElement()
                        .extracting("steps")
                        .asString()
                        .contains("SKIPPED", "delete it there"));
        assertThat(atStrava(athlete)).hasSize(1);
    }

    private List<Map<String, Object>> atStrava(String athlete) {
        return atSimulator("/simulator/strava/activities")
                .getList("activities.findAll { it.athleteId.toString() == '" + athlete + "' }");
    }

    @Test
    void intervalsIcuHasTheRunUnderItsNewNameUntilItIsDeleted() {
        // Given
        JsonPath athlete = stack.newAthlete();
        String id = athlete.getString("athleteId");
        Runner runner =
                Runner.delivering(
                        stack,
                        "intervals-icu",
                        Map.of("apiKey", athlete.getString("key"), "athleteId", id));

        // When
        String log = runner.finishesRun(Map.of());
        eventually(() -> assertThat(atIntervals(id)).hasSize(1));
        Map<String, Object> run = runner.awaitRun("SYNCED");
        assertThat(atIntervals(id).getFirst())
                .containsEntry("externalId", run.get("recordId"))
                .containsEntry("type", "Run");
        assertSums(atIntervals(id).getFirst(), activity(run));
        runner.edits(log, Map.of("name", RENAMED));
        eventually(() ->
                assertThat(atIntervals(id)).singleElement().extracting("name").isEqualTo(RENAMED));
        runner.deletes(log);

        // Then
        eventually(() -> assertThat(atIntervals(id)).isEmpty());
    }

    private List<Map<String, Object>> atIntervals(String athlete) {
        return atSimulator("/simulator/intervals/activities")
                .getList("activities.findAll { it.athlete == '" + athlete + "' }");
    }

    /** What the place has read in the file it got. */
    private static void assertSums(Map<String, Object> atPlace, JsonPath activity) {
        JsonPath place = new JsonPath(json(atPlace));
        assertThat(Instant.parse(place.getString("file.start")).toEpochMilli())
                .isEqualTo(activity.getLong("startEpochMillis") / 1000 * 1000);
        assertThat(place.getDouble("file.elapsedSeconds") * 1000)
                .isEqualTo(activity.getDouble("elapsedMilliseconds"));
        assertThat(place.getDouble("file.distanceMetres"))
                .isCloseTo(activity.getDouble("distanceMetres"), within(0.01));
        assertThat(place.getInt("file.heartRates")).isPositive();
    }

    private static String json(Map<String, Object> tree) {
        return Http.JSON.valueToTree(tree).toString();
    }

    @Test
    void theArchivesFitFileHasTheSumsOfTheActivityUnderItsNewNameUntilItIsDeleted()
            throws IOException {
        // Given
        Runner runner =
                Runner.delivering(
                        stack,
                        "file-archive",
                        Map.of("folder", name, "name", "{title} {recordId}"));
        ArchiveFiles files = new ArchiveFiles(stack, name);

        // When
        String log = runner.finishesRun(Map.of("pauseMinutes", 3));
        Map<String, Object> run = runner.awaitRun("SYNCED");
        String file = "Run " + run.get("recordId") + ".fit";
        assertThat(files.names()).containsExactly(file);
        assertFit(files.fit(file), activity(run), series(run));
        runner.edits(log, Map.of("name", RENAMED));
        eventually(() ->
                assertThat(files.names())
                        .containsExactly(RENAMED + " " + run.get("recordId") + ".fit"));
        runner.deletes(log);

        // Then
        eventually(() -> assertThat(files.names()).isEmpty());
    }

    private static void assertFit(FitMessages fit, JsonPath activity, JsonPath series) {
        SessionMesg session = fit.getSessionMesgs().getFirst();
        assertThat(fit.getSessionMesgs()).hasSize(1);
        assertThat(session.getStartTime().getDate().toInstant().getEpochSecond())
                .isEqualTo(activity.getLong("startEpochMillis") / 1000);
        assertThat(session.getTotalElapsedTime())
                .isEqualTo(activity.getLong("elapsedMilliseconds") / 1000f);
        assertThat(session.getTotalTimerTime())
                .isEqualTo(activity.getLong("activeMilliseconds") / 1000f);
        assertThat(session.getTotalDistance().doubleValue())
                .isCloseTo(activity.getDouble("distanceMetres"), within(0.01));
        assertThat(session.getTotalCalories())
                .isEqualTo((int) Math.round(activity.getDouble("energyKilocalories")));
        assertThat(session.getAvgHeartRate().intValue())
                .isEqualTo((int) Math.round(activity.getDouble("averageHeartRateBeatsPerMinute")));
        assertThat(
                        fit.getRecordMesgs().stream()
                                .filter(record -> record.getHeartRate() != null)
                                .map(record -> record.getHeartRate().intValue())
                                .toList())
                .isEqualTo(series.getList("heartRate.beatsPerMinute"));
    }

    private JsonPath activity(Map<String, Object> run) {
        return ofUser("/api/activities/" + run.get("recordId"));
    }

    private JsonPath series(Map<String, Object> run) {
        return ofUser("/api/activities/" + run.get("recordId") + "/series");
    }

    private JsonPath ofUser(String path) {
        return stack.asUser().get(path).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath atSimulator(String path) {
        return stack.atSimulator().get(path).then().statusCode(200).extract().jsonPath();
    }
}
