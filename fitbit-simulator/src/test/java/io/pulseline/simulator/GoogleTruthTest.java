package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What can be read at Google and what is true in Google's terms must be one thing, told twice. */
class GoogleTruthTest {
    private static final Instant BEGIN = Instant.parse("2026-10-15T09:00:00Z");
    private static final Duration DAYS = Duration.ofDays(10);
    private static final FitbitSimulator SIMULATOR =
            FitbitSimulator.start(Morning.config().withTime(InstantSource.fixed(BEGIN)));
    private static final JsonNode PEOPLE = begin(SIMULATOR, 12, 10);

    static {
        SIMULATOR.advance(DAYS.plusDays(1));
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static JsonNode begin(FitbitSimulator simulator, int users, int days) {
        return Phone.read(
                        new Phone(simulator)
                                .post(
                                        "/simulator/lives",
                                        "{\"users\":%d,\"days\":%d,\"seed\":4,\"googleHealth\":true}"
                                                .formatted(users, days)))
                .path("users");
    }

    private static SimulatedUser with(FitbitSimulator simulator, JsonNode people, String special) {
        String id =
                people.valueStream()
                        .filter(one -> one.path("special").toString().contains(special))
                        .findFirst()
                        .orElseThrow()
                        .path("userId")
                        .asText();
        return simulator.users().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> truth(
            FitbitSimulator simulator, SimulatedUser user, String provider, String recordType) {
        return new Phone(simulator)
                .get("/simulator/truth?owner=" + user.id() + "&provider=" + provider)
                .body()
                .lines()
                .map(line -> Json.read(line.getBytes(UTF_8), JsonNode.class))
                .filter(line -> line.path("recordType").asText().equals(recordType))
                .toList();
    }

    private static List<JsonNode> truth(SimulatedUser user, String recordType) {
        return truth(SIMULATOR, user, "google-health", recordType);
    }

    private static List<SimulatedUser> some() {
        return List.of(
                SIMULATOR.users().get(3),
                with(SIMULATOR, PEOPLE, "zoneChange"),
                with(SIMULATOR, PEOPLE, "phoneCountsToo"),
                with(SIMULATOR, PEOPLE, "restatedDay"));
    }

    /** Steps by the start of their minute. */
    private static Map<Instant, Integer> reconciled(GooglePhone phone) {
        Map<Instant, Integer> minutes = new TreeMap<>();
        for (JsonNode point :
                phone.all(GooglePhone.points("steps") + ":reconcile?pageSize=10000")) {
            Instant start = Instant.parse(point.at("/steps/interval/startTime").asText());
            minutes.put(start, point.at("/steps/count").asInt());
        }
        return minutes;
    }

    @Test
    void theMinutesReadAreTheTrueOnesAndThoseOffTheWristAreAbsent() {
        for (SimulatedUser user : some()) {
            Map<Instant, Integer> read = reconciled(GooglePhone.ofAll(SIMULATOR, user));
            Map<Instant, Integer> real = new TreeMap<>();
            int absent = 0;
            for (JsonNode slot : truth(user, "steps")) {
                Instant minute = Instant.ofEpochMilli(slot.path("startEpochMillis").asLong());
                for (JsonNode steps : slot.path("stepsPerMinute")) {
                    if (steps.isNull()) {
                        absent++;
                    } else {
                        real.put(minute, steps.asInt());
                    }
                    minute = minute.plusSeconds(60);
                }
            }

            assertThat(real).hasSizeGreaterThan(5000).isEqualTo(read);
            assertThat(absent).isGreaterThan(300);
        }
    }

    @Test
    void theSumsOfADateReadAreTheTrueOnes() {
        for (SimulatedUser user : some()) {
            GooglePhone phone = GooglePhone.ofAll(SIMULATOR, user);
            JsonNode day = truth(user, "daily-summary").get(4);
            String date = day.path("localDate").asText();

            assertThat(sum(phone, "steps", date).at("/steps/countSum").asInt())
                    .isPositive()
                    .isEqualTo(day.path("steps").asInt());
            assertThat(sum(phone, "distance", date).at("/distance/millimetersSum").asLong())
                    .isEqualTo(Math.round(day.path("distanceMetres").asDouble() * 1000));
            assertThat(sum(phone, "total-calories", date).at("/totalCalories/kcalSum").asDouble())
                    .isCloseTo(day.path("energyKilocalories").asDouble(), within(1e-6));
            assertThat(sum(phone, "sedentary-period", date).at("/sedentaryPeriod/durationSum"))
                    .hasToString("\"" + day.path("sedentaryMinutes").asInt() * 60 + "s\"");
            assertThat(
                            sum(phone, "active-zone-minutes", date)
                                    .at("/activeZoneMinutes/sumInFatBurnHeartZone")
                                    .asInt())
                    .isEqualTo(day.path("fatBurnActiveZoneMinutes").asInt());
            assertThat(
                            sum(phone, "time-in-heart-rate-zone", date)
                                    .at("/timeInHeartRateZone/timeInHeartRateZones/0/duration"))
                    .hasToString("\"" + day.at("/heartRateZones/0/minutes").asInt() * 60 + "s\"");
        }
    }

    private static JsonNode sum(GooglePhone phone, String type, String date) {
        return phone.daily(type, date, LocalDate.parse(date).plusDays(1).toString())
                .at("/rollupDataPoints/0");
    }

    @Test
    void whatGoogleDoesNotGiveIsNull() {
        JsonNode day = truth(some().getFirst(), "daily-summary").get(4);
        JsonNode oxygen = truth(some().getFirst(), "oxygen-saturation").getFirst();
        JsonNode variability = truth(some().getFirst(), "heart-rate-variability").getFirst();

        assertThat(day.get("basalEnergyKilocalories").isNull()).isTrue();
        assertThat(day.get("activityEnergyKilocalories").isNull()).isTrue();
        assertThat(day.get("skinTemperatureSensor").isNull()).isTrue();
        assertThat(oxygen.get("minimumPercent").isNull()).isTrue();
        assertThat(oxygen.get("maximumPercent").isNull()).isTrue();
        assertThat(variability.at("/intraday/coverageRatio"))
                .hasSameSizeAs(variability.at("/intraday/rmssdMilliseconds"))
                .allMatch(JsonNode::isNull);
    }

    @Test
    void theSkinTemperatureIsKnownOnceThereIsABaseline() {
        List<JsonNode> days = truth(with(SIMULATOR, PEOPLE, "phoneCountsToo"), "daily-summary");

        assertThat(days.get(3).get("skinTemperatureDeviationCelsius").isNull()).isTrue();
        assertThat(days.subList(7, days.size()))
                .anyMatch(day -> day.path("skinTemperatureDeviationCelsius").isNumber());
    }

    @Test
    void aSleepHasTheShareOfTheTimeInBedAsItsEfficiency() {
        List<JsonNode> sleeps = new ArrayList<>();
        some().forEach(user -> sleeps.addAll(truth(user, "sleep")));

        assertThat(sleeps).hasSizeGreaterThan(20);
        for (JsonNode sleep : sleeps) {
            if (!sleep.path("deleted").asBoolean()) {
                double share =
                        100.0
                                * sleep.path("asleepMinutes").asInt()
                                / (sleep.path("durationMilliseconds").asLong() / 60_000.0);
                assertThat(sleep.path("efficiencyPercent").asDouble())
                        .isCloseTo(share, within(0.51));
            }
        }
    }

    @Test
    void aNightIsNoneUntilItIsProcessed() {
        Instant start = Instant.parse("2026-10-15T10:00:00Z");
        try (FitbitSimulator simulator =
                FitbitSimulator.start(Morning.config().withTime(() -> start))) {
            new Phone(simulator)
                    .post(
                            "/simulator/lives",
                            "{\"users\":1,\"days\":2,\"seed\":1,\"special\":false,"
                                    + "\"zone\":\"Europe/Berlin\",\"firstSyncInSeconds\":600}");
            simulator.advance(Duration.ofMinutes(10));
            SimulatedUser user = simulator.users().getFirst();

            assertThat(truth(simulator, user, "fitbit", "sleep")).hasSize(1);
            assertThat(truth(simulator, user, "google-health", "sleep")).isEmpty();

            simulator.advance(Duration.ofMinutes(45));

            assertThat(truth(simulator, user, "google-health", "sleep")).hasSize(1);
        }
    }

    @Test
    void aRestatedDateHasMoreStepsThanFitbitTells() {
        SimulatedUser user = with(SIMULATOR, PEOPLE, "restatedDay");
        List<JsonNode> google = truth(user, "daily-summary");
        List<JsonNode> fitbit = truth(SIMULATOR, user, "fitbit", "daily-summary");
        List<String> restated = new ArrayList<>();
        for (int day = 0; day < fitbit.size(); day++) {
            if (google.get(day).path("steps").asInt() != fitbit.get(day).path("steps").asInt()) {
                restated.add(google.get(day).path("localDate").asText());
            }
        }

        assertThat(google).hasSameSizeAs(fitbit);
        assertThat(restated).hasSize(1);
        assertThat(struck(SIMULATOR).path("restatedDay").asInt()).isPositive();
    }

    @Test
    void aPhoneThatCountsTooIsListedAndNotReconciled() {
        SimulatedUser user = with(SIMULATOR, PEOPLE, "phoneCountsToo");
        GooglePhone phone = GooglePhone.ofAll(SIMULATOR, user);
        int listed = phone.all(GooglePhone.points("steps") + "?pageSize=10000").size();

        assertThat(listed).isGreaterThan(reconciled(phone).size());
        assertThat(struck(SIMULATOR).path("phoneCountsToo").asInt()).isPositive();
    }

    @Test
    void aRestatedDateAndWhatIsDeletedAreToldAndSomeBatchesComeInDisorder() {
        try (HealthListener application = new HealthListener();
                FitbitSimulator simulator =
                        FitbitSimulator.start(
                                Morning.config().withTime(InstantSource.fixed(BEGIN)))) {
            simulator.googleHealth().hasSubscriber(application.url(), HealthListener.SECRET);
            new Phone(simulator)
                    .post(
                            "/simulator/lives",
                            "{\"users\":12,\"days\":8,\"seed\":3,\"faults\":true,\"googleHealth\":true}");
            for (SimulatedUser user : simulator.users()) {
                simulator.googleHealth().hasConsent(user, HealthScope.values());
            }

            simulator.advance(Duration.ofDays(9));

            List<JsonNode> ofWholeDates =
                    application.data().stream()
                            .filter(one -> one.path("dataType").asText().equals("distance"))
                            .filter(one -> length(one).compareTo(Duration.ofHours(23)) >= 0)
                            .toList();
            assertThat(ofWholeDates).isNotEmpty();
            assertThat(struck(simulator).path("deleteNotification").asInt()).isPositive();
            assertThat(struck(simulator).path("reorderedNotifications").asInt()).isPositive();
        }
    }

    private static Duration length(JsonNode notification) {
        JsonNode interval = notification.at("/intervals/0/physicalTimeInterval");
        return Duration.between(
                Instant.parse(interval.path("startTime").asText()),
                Instant.parse(interval.path("endTime").asText()));
    }

    @Test
    void aProviderThatNobodyKnowsIsRefusedNamingBoth() {
        var refused = new Phone(SIMULATOR).get("/simulator/truth?provider=garmin");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("garmin", "fitbit, google-health");
    }

    @Test
    void fitbitCanBeTurnedOffForOnePerson() {
        SimulatedUser gone = SIMULATOR.users().get(5);
        SimulatedUser stays = SIMULATOR.users().get(6);
        Phone leaver = new Phone(SIMULATOR).as(SIMULATOR.hasConsent(gone, Phone.ALL_SCOPES));
        Phone stayer = new Phone(SIMULATOR).as(SIMULATOR.hasConsent(stays, Phone.ALL_SCOPES));

        new Phone(SIMULATOR).delete("/simulator/users/" + gone.id() + "/fitbit");

        assertThat(leaver.get("/1/user/-/devices.json").statusCode()).isEqualTo(410);
        assertThat(stayer.get("/1/user/-/devices.json").statusCode()).isEqualTo(200);
    }

    private static JsonNode struck(FitbitSimulator simulator) {
        return new Phone(simulator).json("/simulator/lives/struck");
    }
}
