package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody whose tracker has not synced yet: the night comes with the first sync. */
class AwaitedNightTest {
    private static final String NIGHT = "2026-03-27";

    private final FitbitSimulator simulator = Morning.simulator();
    private final ListeningApplication application =
            new ListeningApplication("simulated-client-secret", "code");
    private final Phone control = new Phone(simulator);

    @AfterEach
    void close() {
        application.close();
        simulator.close();
    }

    private JsonNode lives(String more) {
        String body = "{\"users\":1,\"days\":2,\"special\":false," + more + "}";
        return Phone.read(control.post("/simulator/lives", body));
    }

    private JsonNode awaited(int seed) {
        return lives("\"seed\":" + seed + ",\"zone\":\"Asia/Tokyo\",\"firstSyncInSeconds\":300")
                .path("users")
                .path(0);
    }

    private List<JsonNode> truth(JsonNode user, String recordType) {
        return control.get("/simulator/truth?owner=" + user.path("userId").asText())
                .body()
                .lines()
                .map(line -> Json.read(line.getBytes(UTF_8), JsonNode.class))
                .filter(line -> line.path("recordType").asText().equals(recordType))
                .toList();
    }

    @Test
    void beforeTheFirstSyncNothingIsKnownButThatTheTrackerWasPutOn() {
        // Given
        JsonNode user = awaited(7);

        // When
        JsonNode devices = phone(user).json("/1/user/-/devices.json");

        // Then
        assertThat(user.path("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(user.path("firstSync").asText()).isEqualTo("2026-03-27T10:05:00Z");
        assertThat(devices.path(0).path("lastSyncTime").asText()).startsWith("2026-03-26T09:00");
        assertThat(truth(user, "sleep")).isEmpty();
        assertThat(truth(user, "steps")).hasSize(9);
    }

    @Test
    void theFirstSyncBringsAWholeNightInStagesWhateverTheSeed() {
        for (int seed = 1; seed <= 40; seed++) {
            // Given
            JsonNode user = awaited(seed);

            // When
            simulator.advance(Duration.ofMinutes(5));

            // Then
            assertThat(truth(user, "sleep"))
                    .as("seed %d", seed)
                    .filteredOn(sleep -> sleep.path("mainSleep").asBoolean())
                    .singleElement()
                    .matches(sleep -> sleep.path("scoring").asText().equals("STAGES"))
                    .matches(sleep -> sleep.path("localDate").asText().startsWith("2026-03-2"));
        }
    }

    @Test
    void theFirstSyncTellsTheNightAndWhatIsMeasuredInItFollowsWithinFortyMinutes() {
        // Given
        simulator.hasSubscriber(application.url());
        JsonNode user = awaited(7);
        phone(user).post("/1/user/-/apiSubscriptions/all.json", "");

        // When
        simulator.advance(Duration.ofMinutes(5));
        List<JsonNode> atOnce = truth(user, "heart-rate-variability");
        simulator.advance(Duration.ofMinutes(40));

        // Then
        assertThat(String.join("\n", application.bodies()))
                .contains("\"collectionType\":\"sleep\",\"date\":\"" + NIGHT + "\"");
        assertThat(atOnce).isEmpty();
        assertThat(truth(user, "heart-rate-variability")).hasSize(1);
        assertThat(truth(user, "oxygen-saturation")).hasSize(1);
        assertThat(truth(user, "respiratory-rate")).hasSize(1);
    }

    @Test
    void aRunByHandComesBeforeTheFirstSyncAndItsHeartbeatsAreInTheTruth() {
        // Given
        JsonNode user = awaited(7);
        String runs = "/simulator/users/" + user.path("userId").asText() + "/activities";
        JsonNode run = Phone.read(control.post(runs, "{\"type\":\"Run\",\"minutes\":32}"));

        // When
        List<String> listed = listed(user);
        simulator.advance(Duration.ofMinutes(5));

        // Then
        Instant start = Instant.parse(run.path("start").asText());
        assertThat(listed).containsExactly(run.path("logId").asText());
        assertThat(beats(user, start).getLast()).isGreaterThan(100);
    }

    @Test
    void whatAnotherDeviceRecordedIsInNoListButInTheHeartRateOfTheSync() {
        // Given
        JsonNode user = awaited(7);
        String workouts = "/simulator/users/" + user.path("userId").asText() + "/activities";
        JsonNode workout =
                Phone.read(
                        control.post(
                                workouts,
                                """
                                {"type":"Weights","minutes":4,"end":"2026-03-27T10:04:00Z",
                                 "notify":false,"heartRateAvailableAfterSeconds":60,
                                 "quirks":["withoutLog"]}
                                """));

        // When
        simulator.advance(Duration.ofMinutes(4));
        List<String> listedBefore = listed(user);
        List<Integer> before = beats(user, Instant.parse("2026-03-27T10:00:00Z"));
        simulator.advance(Duration.ofMinutes(1));

        // Then
        assertThat(listedBefore).isEmpty();
        assertThat(listed(user)).doesNotContain(workout.path("logId").asText());
        assertThat(before).isEmpty();
        assertThat(beats(user, Instant.parse("2026-03-27T10:00:00Z")))
                .filteredOn(rate -> rate > 90)
                .hasSizeGreaterThan(40);
    }

    /** Ids of the logs that can be seen today. */
    private List<String> listed(JsonNode user) {
        return phone(user)
                .json(
                        "/1/user/-/activities/list.json?afterDate=2026-03-27"
                                + "&sort=asc&offset=0&limit=100")
                .path("activities")
                .valueStream()
                .map(log -> log.path("logId").asText())
                .toList();
    }

    /** What the truth has in the hour of that moment; empty before it is told. */
    private List<Integer> beats(JsonNode user, Instant at) {
        return truth(user, "heart-rate").stream()
                .filter(line -> line.path("endEpochMillis").asLong() > at.toEpochMilli())
                .limit(1)
                .flatMap(line -> line.path("heartRate").path("beatsPerMinute").valueStream())
                .map(JsonNode::asInt)
                .toList();
    }

    @Test
    void aZoneWithSpecialsIsRefused() {
        String body = "{\"zone\":\"Asia/Tokyo\"}";

        assertThat(control.post("/simulator/lives", body).body()).contains("special false");
    }

    @Test
    void aFirstSyncInThePastIsRefused() {
        String body = "{\"firstSyncInSeconds\":-1}";

        assertThat(control.post("/simulator/lives", body).statusCode()).isEqualTo(400);
    }

    private Phone phone(JsonNode user) {
        SimulatedUser person =
                simulator.users().stream()
                        .filter(one -> one.id().equals(user.path("userId").asText()))
                        .findFirst()
                        .orElseThrow();
        TokenPair tokens = simulator.hasConsent(person, Phone.ALL_SCOPES);
        return new Phone(simulator).as(tokens);
    }
}
