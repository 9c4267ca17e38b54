package io.pulseline.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.ActivityEdit;
import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityListTest {
    private static final String LIST = "/1/user/-/activities/list.json?";
    private static final String ALL = LIST + "afterDate=2026-03-01&sort=asc&limit=100&offset=0";

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aRunIsShownAsFitbitShowsOne() {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode log = only();

        assertThat(log.path("logId").asLong()).isEqualTo(run.logId()).isGreaterThan(1L << 31);
        assertThat(log.path("activityTypeId").asInt()).isEqualTo(90009);
        assertThat(log.path("activityName").asText()).isEqualTo("Run");
        assertThat(log.path("logType").asText()).isEqualTo("tracker");
        assertThat(log.path("startTime").asText()).isEqualTo("2026-03-27T10:28:00.000+01:00");
        assertThat(log.path("duration").asLong()).isEqualTo(1_920_000);
        assertThat(log.path("distanceUnit").asText()).isEqualTo("Kilometer");
        double kilometres = log.path("distance").asDouble();
        assertThat(kilometres).isBetween(4.5, 6.5);
        assertThat(log.path("speed").asDouble())
                .isCloseTo(kilometres / (1920.0 / 3600), within(1e-9));
        assertThat(log.path("pace").asDouble()).isCloseTo(1920 / kilometres, within(1e-9));
        assertThat(log.path("averageHeartRate").asInt()).isEqualTo(run.averageHeartRate());
        assertThat(log.path("lastModified").asText()).isEqualTo("2026-03-27T10:00:00.000Z");
        assertThat(log.path("heartRateLink").asText())
                .isEqualTo(
                        simulator.apiUrl()
                                + "/1/user/-/activities/heart/date/2026-03-27/2026-03-27/1sec/time/10:28:00/11:00:00.json");
        assertThat(log.path("tcxLink").asText())
                .isEqualTo(simulator.apiUrl() + "/1/user/-/activities/" + run.logId() + ".tcx");
    }

    @Test
    void zonesAndWeightedMinutesAgree() {
        simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode zones = only().path("activeZoneMinutes");

        int weighted = 0;
        for (JsonNode zone : zones.path("minutesInHeartRateZones")) {
            weighted += zone.path("minuteMultiplier").asInt() * zone.path("minutes").asInt();
        }
        assertThat(zones.path("totalMinutes").asInt()).isEqualTo(weighted).isGreaterThan(25);
        assertThat(only().path("heartRateZones").findValuesAsText("name"))
                .containsExactly("Out of Range", "Fat Burn", "Cardio", "Peak");
    }

    @Test
    void aPauseShortensTheActiveTimeOnly() {
        simulator.hasActivity(
                anna,
                ActivityPlan.run(Duration.ofMinutes(35)).pausing(Duration.ofMinutes(4)).build());

        JsonNode log = only();

        assertThat(log.path("duration").asLong()).isEqualTo(Duration.ofMinutes(35).toMillis());
        assertThat(log.path("activeDuration").asLong())
                .isEqualTo(Duration.ofMinutes(31).toMillis());
    }

    @Test
    void pagesFollowEachOtherThroughNextOnly() {
        for (int hour = 1; hour <= 7; hour++) {
            simulator.hasActivity(
                    anna,
                    ActivityPlan.run(Duration.ofMinutes(20))
                            .endingAt(Morning.TEN.minus(Duration.ofHours(hour)))
                            .build());
        }
        List<Long> seen = new ArrayList<>();
        String next =
                simulator.apiUrl()
                        + LIST
                        + "afterDate=2026-03-01T00:00:00&sort=asc&limit=3&offset=0";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = json(next);
            page.path("activities").forEach(log -> seen.add(log.path("logId").asLong()));
            next = page.path("pagination").path("next").asText();
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(json(ALL).path("activities").findValuesAsText("startTime")).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=asc&limit=10&offset=0",
                "afterDate=2026-03-01&beforeDate=2026-04-01&sort=asc&limit=10&offset=0",
                "afterDate=2026-13-01&sort=asc&limit=10&offset=0",
                "afterDate=2026-03-01&limit=10&offset=0",
                "afterDate=2026-03-01&sort=asc&limit=101&offset=0",
                "afterDate=2026-03-01&sort=asc&limit=ten&offset=0",
                "afterDate=2026-03-01&sort=asc&limit=10",
                "afterDate=2026-03-01&sort=asc&limit=10&offset=10",
            })
    void aWrongQueryIsAValidationError(String query) {
        HttpResponse<String> answer = phone().get(LIST + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Phone.errorType(answer)).isEqualTo("validation");
    }

    @Test
    void afterIncludesItsDayAndBeforeExcludesIt() {
        simulator.hasRun(anna, Duration.ofMinutes(20));

        assertThat(count("afterDate=2026-03-27&sort=asc")).isEqualTo(1);
        assertThat(count("afterDate=2026-03-28&sort=asc")).isZero();
        assertThat(count("beforeDate=2026-03-27&sort=desc")).isZero();
        assertThat(count("beforeDate=today&sort=desc")).isZero();
        assertThat(count("beforeDate=2026-03-28&sort=desc")).isEqualTo(1);
        assertThat(count("afterDate=2026-03-27T10:40:01&sort=asc")).isZero();
        assertThat(count("afterDate=2026-03-27T10:40:00&sort=asc")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "WITHOUT_DISTANCE,distance",
        "WITHOUT_SOURCE,source",
        "WITHOUT_STEPS,steps",
        "WITHOUT_HEART_RATE,heartRateLink",
        "WITHOUT_HEART_RATE,averageHeartRate",
        "WITHOUT_ACTIVE_ZONE_MINUTES,activeZoneMinutes",
        "WITHOUT_TCX_LINK,tcxLink",
        "WITHOUT_HEART_RATE_LINK,heartRateLink",
        "WITHOUT_CALORIES_LINK,caloriesLink",
        "WITHOUT_NAME,activityName",
        "WITHOUT_ELEVATION,elevationGain",
        "AUTO_DETECTED,distance",
        "AUTO_DETECTED,source",
        "MANUAL,tcxLink",
        "MANUAL,heartRateZones",
    })
    void aQuirkLeavesAFieldOut(Quirk quirk, String field) {
        simulator.hasActivity(anna, ActivityPlan.run(Duration.ofMinutes(20)).with(quirk).build());

        assertThat(only().has(field)).isFalse();
        assertThat(only().has("logId")).isTrue();
    }

    @Test
    void zonesMayComeWithoutMinutes() {
        simulator.hasActivity(
                anna,
                ActivityPlan.run(Duration.ofMinutes(20)).with(Quirk.WITHOUT_ZONE_MINUTES).build());

        assertThat(only().path("heartRateZones").path(2).has("max")).isTrue();
        assertThat(only().path("heartRateZones").path(2).has("minutes")).isFalse();
    }

    @Test
    void kindsWithoutStepsOrDistanceHaveNone() {
        simulator.hasActivity(anna, ActivityPlan.of(ActivityKind.BIKE).build());
        simulator.hasActivity(
                anna,
                ActivityPlan.of(ActivityKind.YOGA)
                        .endingAt(Morning.TEN.minusSeconds(7200))
                        .build());

        JsonNode logs = json(ALL).path("activities");

        assertThat(logs.path(0).has("distance")).isFalse();
        assertThat(logs.path(0).path("steps").asInt()).isPositive();
        assertThat(logs.path(1).has("steps")).isFalse();
        assertThat(logs.path(1).has("pace")).isFalse();
        assertThat(logs.path(1).path("distance").asDouble()).isPositive();
    }

    @Test
    void halfHourOffsetsAndMidnightShowInStartAndLink() {
        SimulatedUser ravi = simulator.hasUser("ravi", ZoneId.of("Asia/Kolkata"), 3);
        TokenPair his = simulator.hasConsent(ravi, Phone.ALL_SCOPES);
        simulator.hasActivity(
                ravi,
                ActivityPlan.run(Duration.ofMinutes(40))
                        .endingAt(Instant.parse("2026-03-26T18:50:00Z"))
                        .build());

        JsonNode log = new Phone(simulator).as(his).json(ALL).path("activities").path(0);

        assertThat(log.path("startTime").asText()).isEqualTo("2026-03-26T23:40:00.000+05:30");
        assertThat(log.path("heartRateLink").asText())
                .endsWith("/heart/date/2026-03-26/2026-03-27/1sec/time/23:40:00/00:20:00.json");
        assertThat(log.path("caloriesLink").asText()).endsWith("/1min/time/23:40/0:20.json");
    }

    @Test
    void americansGetMiles() {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode log =
                phone().with("Accept-Language", "en_US").json(ALL).path("activities").path(0);

        assertThat(log.path("distanceUnit").asText()).isEqualTo("Mile");
        double metres = requireNonNull(run.distanceMetres());
        assertThat(log.path("distance").asDouble()).isCloseTo(metres / 1609.344, within(1e-5));
        assertThat(log.path("elevationGain").asDouble() % 10).isZero();
    }

    @Test
    void anEditMovesTheModificationTimeAndADeletionLeavesNothing() {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(32));
        simulator.advance(Duration.ofMinutes(3));
        simulator.hasEdited(
                run, new ActivityEdit("Park", null, null, 500, null, Duration.ofMinutes(30)));

        JsonNode edited = only();

        assertThat(edited.path("activityName").asText()).isEqualTo("Park");
        assertThat(edited.path("calories").asInt()).isEqualTo(500);
        assertThat(edited.path("duration").asLong()).isEqualTo(1_800_000);
        assertThat(edited.path("originalDuration").asLong()).isEqualTo(1_920_000);
        assertThat(edited.path("lastModified").asText()).isEqualTo("2026-03-27T10:03:00.000Z");
        simulator.hasDeleted(run);
        assertThat(json(ALL).path("activities")).isEmpty();
    }

    @Test
    void whatHasNotEndedYetIsNotShown() {
        simulator.hasActivity(
                anna,
                ActivityPlan.run(Duration.ofMinutes(10))
                        .endingAt(Morning.TEN.plusSeconds(60))
                        .build());
        assertThat(json(ALL).path("activities")).isEmpty();
        simulator.advance(Duration.ofMinutes(1));

        assertThat(json(ALL).path("activities")).hasSize(1);
    }

    @Test
    void scopesDecideWhatIsSeen() {
        simulator.hasRun(anna, Duration.ofMinutes(20));
        TokenPair noHeart = simulator.hasConsent(anna, Scope.ACTIVITY);
        TokenPair noActivity = simulator.hasConsent(anna, Scope.HEARTRATE);

        JsonNode log = new Phone(simulator).as(noHeart).json(ALL).path("activities").path(0);
        HttpResponse<String> refused = new Phone(simulator).as(noActivity).get(ALL);

        assertThat(log.has("averageHeartRate")).isFalse();
        assertThat(log.has("heartRateLink")).isFalse();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Phone.errorType(refused)).isEqualTo("insufficient_scope");
    }

    @Test
    void somebodyElsesDataAreRefused() {
        SimulatedUser bert = simulator.hasUser("bert", Morning.BERLIN, 8);

        assertThat(phone().get(ALL.replace("-/", bert.id() + "/")).statusCode()).isEqualTo(403);
        assertThat(phone().get(ALL.replace("-/", anna.id() + "/")).statusCode()).isEqualTo(200);
    }

    private Phone phone() {
        return new Phone(simulator).as(tokens);
    }

    private JsonNode json(String path) {
        return phone().json(path);
    }

    private JsonNode only() {
        JsonNode logs = json(ALL).path("activities");
        assertThat(logs).hasSize(1);
        return logs.path(0);
    }

    private int count(String query) {
        return json(LIST + query + "&limit=100&offset=0").path("activities").size();
    }
}
