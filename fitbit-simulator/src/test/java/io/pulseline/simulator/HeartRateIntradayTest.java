package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.ActivityPlan.HeartRateMeanwhile;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeartRateIntradayTest {
    private static final String HEART = "/1/user/-/activities/heart/date/";
    private static final String RUN_WINDOW =
            HEART + "2026-03-27/2026-03-27/1sec/time/10:28:00/11:00:00.json";

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aWindowHoldsExactlyTheRunsSamples() {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode rows = dataset(RUN_WINDOW);

        assertThat(rows).hasSize(run.heartRate().size());
        assertThat(rows.path(0).path("time").asText()).isEqualTo("10:28:00");
        assertThat(gaps(rows)).allMatch(gap -> gap >= 1 && gap <= 5);
        assertThat(rows.findValuesAsText("value").stream().mapToInt(Integer::parseInt))
                .allMatch(rate -> rate > 60 && rate < 200);
    }

    @Test
    void aWindowHasAFlatFirstBlockAndADayANestedOne() {
        simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode flat = phone().json(RUN_WINDOW).path("activities-heart").path(0);
        JsonNode nested =
                phone().json(HEART + "today/1d/1min.json").path("activities-heart").path(0);

        assertThat(flat.path("value").isTextual()).isTrue();
        assertThat(flat.path("heartRateZones")).hasSize(4);
        assertThat(nested.path("dateTime").asText()).isEqualTo("today");
        assertThat(nested.path("value").path("restingHeartRate").asInt())
                .isEqualTo(anna.body().restingHeartRate());
    }

    @ParameterizedTest
    @CsvSource({"1sec,second,1", "1min,minute,1", "5min,minute,5", "15min,minute,15"})
    void theDetailLevelSetsTypeAndInterval(String level, String type, int interval) {
        simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode intraday =
                phone().json(HEART + "2026-03-27/1d/" + level + ".json")
                        .path("activities-heart-intraday");

        assertThat(intraday.path("datasetType").asText()).isEqualTo(type);
        assertThat(intraday.path("datasetInterval").asInt()).isEqualTo(interval);
        assertThat(intraday.path("dataset")).isNotEmpty();
    }

    @Test
    void aRunOverMidnightNeedsTwoDates() {
        SimulatedActivity run =
                simulator.hasActivity(
                        anna,
                        ActivityPlan.run(Duration.ofMinutes(40))
                                .endingAt(Instant.parse("2026-03-26T23:20:00Z"))
                                .build());

        JsonNode rows = dataset(HEART + "2026-03-26/2026-03-27/1sec/time/23:40:00/00:20:00.json");

        assertThat(rows).hasSize(run.heartRate().size());
        assertThat(rows.path(0).path("time").asText()).isEqualTo("23:40:00");
        assertThat(rows.path(rows.size() - 1).path("time").asText()).startsWith("00:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-27/1d/1sec/time/11:00/10:00.json",
                "2026-03-27/2026-03-26/1sec.json",
                "2026-03-32/1d/1sec.json",
                "2026-03-27/1d/2sec.json",
                "2026-03-27/1d/1sec/time/25:00/26:00.json",
                "2026-03-27/1d/1sec.json?timezone=CET",
            })
    void aWrongPathIsAValidationError(String path) {
        HttpResponse<String> answer = phone().get(HEART + path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Phone.errorType(answer)).isEqualTo("validation");
    }

    @Test
    void moreThanADayIsRefused() {
        HttpResponse<String> days = phone().get(HEART + "2026-03-26/2026-03-27/1min.json");
        HttpResponse<String> day =
                phone().get(HEART + "2026-03-26/2026-03-27/1min/time/10:00/10:00.json");

        assertThat(days.statusCode()).isEqualTo(400);
        assertThat(days.body()).contains("Time range should not be bigger than 24 hours.");
        assertThat(day.statusCode()).isEqualTo(200);
    }

    @Test
    void lateHeartRateIsAbsentThenThere() {
        SimulatedActivity run =
                simulator.hasActivity(
                        anna,
                        ActivityPlan.run(Duration.ofMinutes(32))
                                .heartRateLateBy(Duration.ofMinutes(4), HeartRateMeanwhile.NONE)
                                .build());
        simulator.advance(Duration.ofSeconds(239));
        assertThat(dataset(RUN_WINDOW)).isEmpty();
        simulator.advance(Duration.ofSeconds(1));

        assertThat(dataset(RUN_WINDOW)).hasSize(run.heartRate().size());
    }

    @Test
    void lateHeartRateMayEndInTheMiddleMeanwhile() {
        simulator.hasActivity(
                anna,
                ActivityPlan.run(Duration.ofMinutes(32))
                        .heartRateLateBy(Duration.ofMinutes(4), HeartRateMeanwhile.FIRST_HALF)
                        .build());

        JsonNode rows = dataset(RUN_WINDOW);

        assertThat(rows.path(rows.size() - 1).path("time").asText())
                .isBetween("10:43:50", "10:44:00");
    }

    @Test
    void aGapIsMissingRows() {
        simulator.hasActivity(
                anna, ActivityPlan.run(Duration.ofMinutes(32)).with(Quirk.HEART_RATE_GAP).build());

        assertThat(gaps(dataset(RUN_WINDOW))).anyMatch(gap -> gap > 380);
    }

    @Test
    void theNightIsSlowerThanTheDayAndNothingIsReadWhileCharging() {
        simulator.hasRun(anna, Duration.ofMinutes(32));

        double night = mean(dataset(HEART + "2026-03-27/1d/1min/time/02:00/04:00.json"));
        double day = mean(dataset(HEART + "2026-03-27/1d/1min/time/08:00/10:00.json"));
        JsonNode rows = dataset(HEART + "2026-03-27/1d/1sec/time/08:00/09:00.json");

        assertThat(day).isGreaterThan(night + 8);
        assertThat(gaps(rows)).allMatch(gap -> gap >= 5 && gap <= 30);
        assertThat(dataset(HEART + "2026-03-27/1d/1sec/time/07:20/07:44.json")).isEmpty();
    }

    @Test
    void nothingIsKnownAfterTheLastSync() {
        simulator.advance(Duration.ofHours(2));

        assertThat(dataset(HEART + "2026-03-27/1d/1sec/time/11:00:01/13:00.json")).isEmpty();
    }

    @Test
    void timesMayBeAskedForInUtc() {
        simulator.hasRun(anna, Duration.ofMinutes(32));

        JsonNode rows =
                dataset(HEART + "2026-03-27/1d/1sec/time/09:28:00/10:00:00.json?timezone=UTC");

        assertThat(rows.path(0).path("time").asText()).isEqualTo("09:28:00");
    }

    @Test
    void onlyApprovedApplicationsWithTheScopeMayAsk() {
        TokenPair other = simulator.hasConsent(anna, Scope.ACTIVITY);
        assertThat(new Phone(simulator).as(other).get(RUN_WINDOW).statusCode()).isEqualTo(403);
        simulator.turnOn(Switch.WITHOUT_INTRADAY_RIGHT);

        HttpResponse<String> refused = phone().get(RUN_WINDOW);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Phone.errorType(refused)).isEqualTo("insufficient_permissions");
    }

    private Phone phone() {
        return new Phone(simulator).as(tokens);
    }

    private JsonNode dataset(String path) {
        return phone().json(path).path("activities-heart-intraday").path("dataset");
    }

    private static double mean(JsonNode rows) {
        return rows.findValuesAsText("value").stream()
                .mapToInt(Integer::parseInt)
                .average()
                .orElseThrow();
    }

    /** Seconds between neighbours. */
    private static List<Integer> gaps(JsonNode rows) {
        List<Integer> gaps = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            gaps.add(second(rows.path(row)) - second(rows.path(row - 1)));
        }
        return gaps;
    }

    private static int second(JsonNode row) {
        return LocalTime.parse(row.path("time").asText()).toSecondOfDay();
    }
}
