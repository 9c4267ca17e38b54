package io.pulseline.simulator;

import static io.pulseline.simulator.GooglePhone.filtered;
import static io.pulseline.simulator.GooglePhone.points;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Sleep;
import io.pulseline.simulator.truth.Zone;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lives are, read off the Google Health API's documents. */
class GoogleDataTest {
    private final Lived lived =
            Lived.of("2026-03-10T09:00:00Z", 6, 5, 5, Duration.ofDays(4).plusHours(8));
    private final Life life = lived.lives().getFirst();
    private final GooglePhone phone = GooglePhone.ofAll(lived.simulator(), life.user());
    private final Instant now = lived.simulator().now();
    // A whole date whose night was worn.
    private final LocalDate date =
            LocalDate.of(2026, 3, 11)
                    .datesUntil(LocalDate.of(2026, 3, 14))
                    .filter(one -> life.vitals(one, Measure.VARIABILITY, now).isPresent())
                    .findFirst()
                    .orElseThrow();

    @AfterEach
    void close() {
        lived.close();
    }

    @Test
    void theSumsOfADayAreThoseOfTheLife() {
        DaySums truth = life.sums(date, now);

        assertThat(sum("steps").path("countSum").asLong()).isEqualTo(truth.steps());
        assertThat(sum("distance").path("millimetersSum").asDouble())
                .isCloseTo(
                        truth.steps() * life.user().body().strideMetres() * 1000, within(1000.0));
        assertThat(sum("total-calories").path("kcalSum").asDouble())
                .isCloseTo(truth.energyKilocalories(), within(1.0));
        assertThat(sum("active-zone-minutes").path("sumInFatBurnHeartZone").asInt())
                .isEqualTo(truth.zones().weighted(Zone.FAT_BURN));
    }

    @Test
    void rollUpsSumTheSameInSmallerWindows() {
        Instant start = life.whereabouts().startOf(date);
        Instant end = life.whereabouts().endOf(date);

        JsonNode hours =
                phone.posted(
                        points("steps") + ":rollUp",
                        "{\"range\":{\"startTime\":\"%s\",\"endTime\":\"%s\"},\"windowSize\":\"3600s\",\"pageSize\":24}"
                                .formatted(start, end));

        long sum = 0;
        for (JsonNode hour : hours.path("rollupDataPoints")) {
            sum += hour.path("steps").path("countSum").asLong();
        }
        assertThat(sum).isEqualTo(life.sums(date, now).steps());
        assertThat(hours.has("nextPageToken")).isFalse();
    }

    @Test
    void rollUpWindowsComeInPages() {
        Instant start = life.whereabouts().startOf(date);
        String body =
                "{\"range\":{\"startTime\":\"%s\",\"endTime\":\"%s\"},\"windowSize\":\"21600s\",\"pageSize\":3%s}";
        String end = start.plus(Duration.ofDays(1)).toString();

        JsonNode first =
                phone.posted(points("heart-rate") + ":rollUp", body.formatted(start, end, ""));
        String token = ",\"pageToken\":\"" + first.path("nextPageToken").asText() + "\"";
        JsonNode second =
                phone.posted(points("heart-rate") + ":rollUp", body.formatted(start, end, token));

        assertThat(first.path("rollupDataPoints")).hasSize(3);
        assertThat(second.path("rollupDataPoints")).hasSize(1);
        assertThat(second.has("nextPageToken")).isFalse();
    }

    @Test
    void stepsAreListedNewestFirstMinuteByMinuteAndOnlyWhileWorn() {
        JsonNode minutes = phone.all(day("steps", "interval.civil_start_time"));

        LifeDay day = life.day(date);
        long steps = 0;
        Instant before = Instant.MAX;
        for (JsonNode point : minutes) {
            JsonNode interval = point.path("steps").path("interval");
            Instant start = Instant.parse(interval.path("startTime").asText());
            assertThat(start).isBefore(before);
            before = start;
            int minute = (int) Duration.between(day.start(), start).toMinutes();
            assertThat(point.path("steps").path("count").asInt()).isEqualTo(day.steps(minute));
            assertThat(point.path("steps").has("count")).isEqualTo(day.steps(minute) > 0);
            steps += day.steps(minute);
        }
        assertThat(steps).isEqualTo(life.sums(date, now).steps());
        // The charger after waking: those minutes are none.
        assertThat(minutes.size()).isLessThan(day.length());
    }

    @Test
    void minutesWithoutAHeartbeatAndStepsAreNotThere() {
        Set<Instant> beating = new HashSet<>();
        life.heartRate(life.whereabouts().startOf(date), life.whereabouts().endOf(date), now)
                .forEach(sample -> beating.add(sample.at().truncatedTo(ChronoUnit.MINUTES)));

        JsonNode minutes = phone.all(day("steps", "interval.civil_start_time"));

        assertThat(minutes.size()).isEqualTo(beating.size());
    }

    @Test
    void everyHeartbeatOfTheDateIsListed() {
        Instant start = life.whereabouts().startOf(date);
        Instant end = life.whereabouts().endOf(date);
        String filter =
                "heart_rate.sample_time.physical_time >= \"%s\" AND heart_rate.sample_time.physical_time < \"%s\""
                        .formatted(start, end);

        JsonNode beats = phone.all(filtered("heart-rate", filter) + "&pageSize=1000");

        List<Integer> rates = new ArrayList<>();
        beats.forEach(
                point -> rates.addFirst(point.path("heartRate").path("beatsPerMinute").asInt()));
        assertThat(rates)
                .isEqualTo(
                        life.heartRate(start, end, now).stream()
                                .map(sample -> sample.beatsPerMinute())
                                .toList());
    }

    @Test
    void nothingIsShownThatTheTrackerHasNotTold() {
        Instant lastSync = life.lastSync(now);
        String filter = "steps.interval.start_time >= \"%s\"".formatted(lastSync);

        assertThat(phone.get(filtered("steps", filter)).body()).isEqualTo("{}");
        assertThat(
                        phone.json(points("heart-rate") + "?pageSize=1")
                                .path("dataPoints")
                                .path(0)
                                .path("heartRate")
                                .path("sampleTime")
                                .path("physicalTime")
                                .asText())
                .satisfies(at -> assertThat(Instant.parse(at)).isBefore(lastSync));
    }

    @Test
    void aPageTokenIsGoodForTheSameQuestionOnly() {
        String path = points("steps") + "?pageSize=7";
        String token = phone.json(path).path("nextPageToken").asText();

        JsonNode second = phone.json(path + "&pageToken=" + token);

        assertThat(second.path("dataPoints")).hasSize(7);
        assertThat(second).isNotEqualTo(phone.json(path));
        assertThat(phone.get(points("steps") + "?pageSize=8&pageToken=" + token).statusCode())
                .isEqualTo(400);
        assertThat(phone.get(path + "&pageToken=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void pageTokensMayRunOutAndTheLastPageMayHaveAnEmptyOne() {
        knobs("{\"answers\":{\"pageTokenMinutes\":10,\"emptyPageToken\":true}}");
        String path = points("steps") + "?pageSize=7";
        String token = phone.json(path).path("nextPageToken").asText();

        JsonNode last = phone.json(points("sleep"));
        lived.simulator().advance(Duration.ofMinutes(11));

        assertThat(last.path("nextPageToken").asText("none")).isEmpty();
        assertThat(phone.get(path + "&pageToken=" + token).statusCode()).isEqualTo(400);
    }

    @Test
    void reconciledPointsHaveNoSourceAndWeightsKeepTheirName() {
        JsonNode steps = phone.json(points("steps") + ":reconcile?pageSize=1");

        assertThat(steps.path("dataPoints").path(0).has("steps")).isTrue();
        assertThat(steps.path("dataPoints").path(0).has("dataSource")).isFalse();
        assertThat(
                        phone.json(points("sleep") + ":reconcile")
                                .path("dataPoints")
                                .path(0)
                                .path("dataPointName")
                                .asText())
                .startsWith("users/" + GoogleHealth.healthUserId(life.user()) + "/dataTypes/sleep");
    }

    @Test
    void listAlsoHasThePhonesStepsAndReconcileDoesNot() {
        int before = phone.all(day("steps", "interval.civil_start_time")).size();
        knobs("{\"answers\":{\"phoneCountsStepsToo\":true}}");

        JsonNode listed = phone.all(day("steps", "interval.civil_start_time"));
        JsonNode reconciled =
                phone.all(
                        day("steps", "interval.civil_start_time")
                                .replace("dataPoints?", "dataPoints:reconcile?"));

        assertThat(listed.size()).isGreaterThan(before);
        assertThat(listed.toString()).contains("HEALTH_CONNECT", "PHONE");
        assertThat(reconciled.size()).isEqualTo(before);
    }

    @Test
    void sourceFamiliesMustBeFullNamesAndChooseSources() {
        String family = points("steps") + ":reconcile?dataSourceFamily=";

        assertThat(GooglePhone.reason(phone.get(family + "google-wearables")))
                .isEqualTo("INVALID_DATA_POINT_DATA_SOURCE_FAMILY");
        assertThat(phone.get(family + "users/me/dataSourceFamilies/self-sources").body())
                .isEqualTo("{}");
        assertThat(
                        phone.json(family + "users/me/dataSourceFamilies/google-wearables")
                                .path("dataPoints"))
                .isNotEmpty();
    }

    @Test
    void aNightIsInProgressFirstAndWholeUnderTheSameNameLater() {
        try (Lived fresh = Lived.of("2026-03-10T09:00:00Z", 1, 5, 8, Duration.ofHours(12))) {
            Life one = fresh.lives().getFirst();
            long known = nights(one, fresh);
            while (nights(one, fresh) == known) {
                fresh.simulator().advance(Duration.ofMinutes(1));
            }
            JsonNode first = newestSleep(one, fresh);

            fresh.simulator().advance(Duration.ofHours(1));
            JsonNode later = newestSleep(one, fresh);

            assertThat(first.path("sleep").has("summary")).isFalse();
            assertThat(first.path("sleep").has("stages")).isFalse();
            assertThat(later.path("name")).isEqualTo(first.path("name"));
            assertThat(later.path("sleep").path("metadata").path("processed").asBoolean()).isTrue();
            assertThat(later.path("sleep").path("updateTime").asText())
                    .isGreaterThan(first.path("sleep").path("updateTime").asText());
            assertThat(later.path("sleep").path("createTime"))
                    .isEqualTo(first.path("sleep").path("createTime"));
        }
    }

    @Test
    void sleepsAreThoseOfTheLifeWithStagesThatFillThem() {
        List<Sleep> truth = life.sleeps(now);

        JsonNode sleeps = phone.all(points("sleep"));

        assertThat(sleeps.size()).isEqualTo(truth.size());
        Sleep night =
                truth.stream()
                        .filter(one -> one.isMain() && one.isInStages())
                        .findFirst()
                        .orElseThrow();
        JsonNode shown = phone.json(points("sleep") + "/" + night.logId()).path("sleep");
        JsonNode stages = shown.path("stages");
        assertThat(stages.path(0).path("startTime"))
                .isEqualTo(shown.path("interval").path("startTime"));
        assertThat(stages.path(stages.size() - 1).path("endTime"))
                .isEqualTo(shown.path("interval").path("endTime"));
        assertThat(shown.path("summary").path("minutesInSleepPeriod").asInt())
                .isEqualTo(night.minutes());
        assertThat(shown.path("interval").has("civilStartTime")).isFalse();
    }

    @Test
    void sleepIsFilteredByItsEnd() {
        String filter =
                "sleep.interval.civil_end_time >= \"%s\" AND sleep.interval.civil_end_time < \"%s\""
                        .formatted(date, date.plusDays(1));

        JsonNode sleeps = phone.all(filtered("sleep", filter));

        assertThat(sleeps.size())
                .isEqualTo(
                        (int)
                                life.sleeps(now).stream()
                                        .filter(one -> one.date().equals(date))
                                        .count());
    }

    @Test
    void theNightsMeasuresAreThoseOfTheLife() {
        NightVitals night = life.vitals(date, Measure.VARIABILITY, now).orElseThrow();

        JsonNode variability = daily("daily-heart-rate-variability", "dailyHeartRateVariability");
        JsonNode breathing = daily("daily-respiratory-rate", "dailyRespiratoryRate");
        JsonNode resting = daily("daily-resting-heart-rate", "dailyRestingHeartRate");
        JsonNode oxygen = phone.all(day("oxygen-saturation", "sample_time.civil_time"));
        JsonNode rows = phone.all(day("heart-rate-variability", "sample_time.civil_time"));

        assertThat(variability.path("averageHeartRateVariabilityMilliseconds").asDouble())
                .isEqualTo(night.variability().daily());
        assertThat(breathing.path("breathsPerMinute").asDouble())
                .isEqualTo(night.breathing().all());
        assertThat(resting.path("beatsPerMinute").asInt())
                .isEqualTo(life.restingHeartRate(date, now));
        assertThat(oxygen).isNotEmpty();
        assertThat(rows).isNotEmpty();
    }

    @Test
    void theSkinsBaselineIsNaNUntilThereIsAHistory() {
        String type = "daily-sleep-temperature-derivations";
        JsonNode young = daily(type, "dailySleepTemperatureDerivations");
        knobs("{\"answers\":{\"skinBaselineAfterNights\":0}}");
        JsonNode old = daily(type, "dailySleepTemperatureDerivations");

        assertThat(young.path("baselineTemperatureCelsius").asText()).isEqualTo("NaN");
        double deviation =
                old.path("nightlyTemperatureCelsius").asDouble()
                        - old.path("baselineTemperatureCelsius").asDouble();
        assertThat(deviation)
                .isCloseTo(
                        life.vitals(date, Measure.SKIN_TEMPERATURE, now)
                                .orElseThrow()
                                .skinDeviation(),
                        within(1e-9));
    }

    @Test
    void exercisesAreThoseOfTheLifeAndTheirTrackNeedsTheLocation() {
        SimulatedActivity run = lived.simulator().hasRun(life.user(), Duration.ofMinutes(30));
        String path = points("exercise") + "/" + run.logId();

        JsonNode exercise = phone.json(path).path("exercise");
        HttpResponse<String> track = phone.get(path + ":exportExerciseTcx?alt=media");
        JsonNode wrapped = phone.json(path + ":exportExerciseTcx");
        HttpResponse<String> refused =
                GooglePhone.of(
                                lived.simulator(),
                                life.user(),
                                HealthScope.ACTIVITY_AND_FITNESS_READONLY)
                        .get(path + ":exportExerciseTcx?alt=media");

        assertThat(exercise.path("exerciseType").asText()).isEqualTo("RUNNING");
        assertThat(exercise.path("activeDuration").asText()).isEqualTo("1800s");
        assertThat(exercise.path("metricsSummary").path("steps").asInt()).isEqualTo(run.steps());
        assertThat(exercise.path("exerciseMetadata").path("hasGps").asBoolean()).isTrue();
        assertThat(exercise.path("splits").size()).isEqualTo(run.track().laps().size() - 1);
        assertThat(track.body()).contains("<Trackpoint>", "<LatitudeDegrees>");
        assertThat(wrapped.path("tcxData").asText()).isEqualTo(track.body());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(phone.get(points("exercise") + "/12:exportExerciseTcx").statusCode())
                .isEqualTo(404);
    }

    @Test
    void sedentaryPeriodsAndTimesInZonesDoNotOverlap() {
        for (String type : List.of("sedentary-period", "time-in-heart-rate-zone")) {
            String key =
                    type.equals("sedentary-period") ? "sedentaryPeriod" : "timeInHeartRateZone";
            Instant before = Instant.MAX;
            for (JsonNode point : phone.all(day(type, "interval.civil_start_time"))) {
                JsonNode interval = point.path(key).path("interval");
                assertThat(Instant.parse(interval.path("endTime").asText()))
                        .isBeforeOrEqualTo(before);
                before = Instant.parse(interval.path("startTime").asText());
            }
        }
        assertThat(sum("time-in-heart-rate-zone").toString())
                .contains("{\"heartRateZone\":\"PEAK\",\"duration\":\"");
    }

    @Test
    void aWornWindowWithoutFloorsIsAnEmptyObjectOrAZero() {
        Life climber =
                lived.lives().stream()
                        .filter(one -> one.user().device().hasAltimeter())
                        .findFirst()
                        .orElseThrow();
        GooglePhone reader = GooglePhone.ofAll(lived.simulator(), climber.user());
        Sleep night = climber.sleeps(now).stream().filter(Sleep::isMain).findFirst().orElseThrow();
        String body =
                "{\"range\":{\"startTime\":\"%s\",\"endTime\":\"%s\"},\"windowSize\":\"3600s\",\"pageSize\":1}"
                        .formatted(
                                night.start().plusSeconds(3600), night.start().plusSeconds(7200));

        JsonNode empty = reader.posted(points("floors") + ":rollUp", body);
        knobs("{\"answers\":{\"printedZeroRollUps\":true}}");
        JsonNode zero = reader.posted(points("floors") + ":rollUp", body);

        assertThat(empty.path("rollupDataPoints").path(0).path("floors").toString())
                .isEqualTo("{}");
        assertThat(zero.path("rollupDataPoints").path(0).path("floors").toString())
                .isEqualTo("{\"countSum\":\"0\"}");
    }

    @Test
    void aDayThatIsNotLivedHasNoSum() {
        assertThat(phone.daily("steps", "2026-01-01", "2026-01-02").toString()).isEqualTo("{}");
    }

    @Test
    void theEndOfDailySumsIsExclusiveUnlessItIsToBeInclusive() {
        assertThat(phone.daily("steps", "2026-03-11", "2026-03-13").path("rollupDataPoints"))
                .hasSize(2);

        knobs("{\"answers\":{\"dailyEndInclusive\":true}}");

        assertThat(phone.daily("steps", "2026-03-11", "2026-03-12").path("rollupDataPoints"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps|steps.interval.end_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER",
                "sleep|sleep.interval.start_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER",
                "exercise|exercise.interval.start_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER",
                "exercise|exercise.interval.civil_start_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_CIVIL_DATE_TIME_FORMAT",
                "heart-rate|heart-rate.sample_time.physical_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER",
                "heart-rate|steps.interval.start_time >= \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_COLLECTION_MISMATCH",
                "steps|steps.interval.start_time > \"2026-03-12T00:00:00Z\"|INVALID_DATA_POINT_FILTER_RESTRICTION_COMPARATOR",
                "steps|steps.interval.start_time >= \"2026-03-12T00:00:00Z\" OR steps.interval.start_time < \"2026-03-13T00:00:00Z\"|INVALID_DATA_POINT_FILTER_EXPRESSION_STRUCTURE",
                "steps|steps.interval.start_time >= \"2026-03-12T00:00:00Z\" AND steps.interval.civil_start_time < \"2026-03-13\"|INVALID_DATA_POINT_FILTER_MIXED_TIME_RESTRICTIONS",
                "steps|steps.interval.start_time >= \"2026-03-13T00:00:00Z\" AND steps.interval.start_time < \"2026-03-12T00:00:00Z\"|INVALID_TIME_RANGE",
                "steps|steps.interval.start_time >=|INVALID_DATA_POINT_FILTER_MISSING_TOKEN",
                "steps|steps.interval.start_time >= #|INVALID_DATA_POINT_FILTER_SYNTAX",
                "daily-vo2-max|daily_vo2_max.date >= \"2026-02-30\"|INVALID_DATA_POINT_FILTER",
            })
    void aWrongFilterIsRefusedWithItsReason(String type, String filter, String reason) {
        HttpResponse<String> answer = phone.get(filtered(type, filter));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GooglePhone.status(answer)).isEqualTo("INVALID_ARGUMENT");
        assertThat(GooglePhone.reason(answer)).isEqualTo(reason);
    }

    @Test
    void theReasonMayStandInTheMetadata() {
        knobs("{\"answers\":{\"reasonsInMetadata\":true}}");

        assertThat(phone.get(filtered("steps", "steps.interval.start_time >=")).body())
                .contains("\"detailedReasons\":\"INVALID_DATA_POINT_FILTER_MISSING_TOKEN\"");
    }

    @ParameterizedTest
    @CsvSource({
        "total-calories, list|rollup",
        "floors, list|reconcile",
    })
    void whatATypeCannotDoIsSaidWithWhatItCan(String type, String words) {
        HttpResponse<String> answer = phone.get(points(type));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("List is not supported for data type " + type)
                .containsIgnoringCase(words.substring(words.indexOf('|') + 1));
        assertThat(GooglePhone.reason(phone.get(points("blood-pressure"))))
                .isEqualTo("INVALID_PARENT_DATA_TYPE_COLLECTION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heart-rate|2026-03-01T00:00:00Z|2026-03-16T00:00:00Z|3600s|1",
                "steps|2026-01-01T00:00:00Z|2026-04-02T00:00:00Z|3600s|1",
                "steps|2026-03-01T00:00:00Z|2026-03-02T00:00:00Z|0s|1",
                "steps|2026-03-01T00:00:00Z|2026-03-02T00:00:00Z|86400s|91",
                "steps|2026-03-02T00:00:00Z|2026-03-01T00:00:00Z|3600s|1",
                "steps|yesterday|2026-03-01T00:00:00Z|3600s|1",
                "oxygen-saturation|2026-03-01T00:00:00Z|2026-03-02T00:00:00Z|3600s|1",
            })
    void aRollUpThatDoesNotFitIsRefused(
            String type, String start, String end, String window, int pageSize) {
        HttpResponse<String> answer =
                phone.post(
                        points(type) + ":rollUp",
                        "{\"range\":{\"startTime\":\"%s\",\"endTime\":\"%s\"},\"windowSize\":\"%s\",\"pageSize\":%d}"
                                .formatted(start, end, window, pageSize));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"range\":{\"start\":{\"year\":2026},\"end\":{\"date\":{}}}}|Unknown name \\\"year\\\" at",
                "{\"range\":{\"start\":{\"date\":{\"month\":03}}}}|Octal/hex numbers are not valid JSON values.",
                "{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":3,\"day\":1}},\"end\":{\"date\":{\"year\":2026,\"month\":7,\"day\":1}}}}|invalid argument",
                "{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":3,\"day\":1}},\"end\":{\"date\":{\"year\":2026,\"month\":3,\"day\":2}}},\"pageSize\":100}|Invalid argument in request",
            })
    void aDailyRollUpThatDoesNotFitIsRefused(String body, String said) {
        HttpResponse<String> answer = phone.post(points("steps") + ":dailyRollUp", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void sessionsComeTwentyFiveToAPageAtMost() {
        for (int run = 0; run < 30; run++) {
            lived.simulator().hasRun(life.user(), Duration.ofMinutes(10));
        }

        JsonNode page = phone.json(points("exercise") + "?pageSize=1000");

        assertThat(page.path("dataPoints")).hasSize(25);
        assertThat(phone.all(points("exercise")).size()).isGreaterThan(29);
    }

    @Test
    void whoeverMayOnlyWriteSeesNothing() {
        GooglePhone writer =
                GooglePhone.of(
                        lived.simulator(), life.user(), HealthScope.ACTIVITY_AND_FITNESS_WRITEONLY);

        assertThat(writer.get(points("steps")).body()).isEqualTo("{}");
        assertThat(
                        writer.get(
                                        points("steps")
                                                + ":reconcile?dataSourceFamily=users/me/dataSourceFamilies/all-sources")
                                .statusCode())
                .isEqualTo(403);
        assertThat(writer.get(points("heart-rate")).statusCode()).isEqualTo(403);
    }

    private static JsonNode newestSleep(Life one, Lived fresh) {
        return GooglePhone.ofAll(fresh.simulator(), one.user())
                .json(points("sleep"))
                .path("dataPoints")
                .path(0);
    }

    private static long nights(Life one, Lived fresh) {
        return one.sleeps(fresh.simulator().now()).stream().filter(Sleep::isMain).count();
    }

    private JsonNode sum(String type) {
        JsonNode point =
                phone.daily(type, date.toString(), date.plusDays(1).toString())
                        .path("rollupDataPoints")
                        .path(0);
        return point.path(key(type));
    }

    private static String key(String type) {
        StringBuilder key = new StringBuilder();
        for (String word : type.split("-", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    private JsonNode daily(String type, String key) {
        String member = type.replace('-', '_') + ".date";
        JsonNode points =
                phone.all(
                        filtered(
                                type,
                                "%1$s >= \"%2$s\" AND %1$s < \"%3$s\""
                                        .formatted(member, date, date.plusDays(1))));
        assertThat(points.size()).isEqualTo(1);
        return points.path(0).path(key);
    }

    private String day(String type, String member) {
        return filtered(
                        type,
                        "%1$s.%2$s >= \"%3$s\" AND %1$s.%2$s < \"%4$s\""
                                .formatted(type.replace('-', '_'), member, date, date.plusDays(1)))
                + "&pageSize=10000";
    }

    private void knobs(String change) {
        GoogleHealth google = lived.simulator().googleHealth();
        google.set(google.knobs().changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }
}
