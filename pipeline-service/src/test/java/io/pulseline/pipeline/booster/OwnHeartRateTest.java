package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resting and the maximum heart rate of a user, as boosters take them from the user's data. */
class OwnHeartRateTest {
    private static final OffsetDateTime START = Workouts.START;
    private static final LocalDate TODAY = START.toLocalDate();
    private static final Booster LOAD =
            Configured.booster(new TrainingLoadType(), "{\"sex\": \"male\"}");
    private static final Booster RECOVERY =
            Configured.booster(new RecoveryType(), "{\"sex\": \"male\"}");
    private static final String RESTING_UNKNOWN =
            "resting heart rate is not known yet: set it, or wear the Fitbit for three days";
    private static final String MAXIMUM_UNKNOWN =
            "maximum heart rate is not known yet: set it, or wear the Fitbit in a hard workout";
    private static final Past HARD = Past.run(START.minusDays(9)).heart(185);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "60 62 61, 61",
        "70 52 61, 61",
        "58 58 60 61, 59",
        "58 58 61 62, 60",
        "58.4 58.4 58.4, 58",
        "58.5 58.5 58.5, 59",
        "60 - 62 - 61, 61",
        "60 60 60 60 120, 60",
        // What nobody could set is not known.
        "0 60 62 61 250, 61",
        "25 25 120, 25",
    })
    void restIsTheMedianOfTheKnownDays(String beats, double resting) {
        assertThat(added(LOAD, days(beats), HARD).values())
                .containsEntry("restingBeatsPerMinute", resting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 61", "60 - - 61", "0 60 61", "60 61 121", "-"})
    void fewerThanThreeKnownDaysAreNoRest(String beats) {
        assertThat(outcome(LOAD, days(beats), HARD))
                .isEqualTo(new BoostOutcome.Skipped(RESTING_UNKNOWN));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "2026-06-13T23:59:59+02:00, 2026-05-17, 2026-06-13",
        "2026-06-14T00:00:00+02:00, 2026-05-18, 2026-06-14",
        // One instant in Honolulu, Berlin and Auckland.
        "2026-06-13T12:30:00-10:00, 2026-05-17, 2026-06-13",
        "2026-06-14T00:30:00+02:00, 2026-05-18, 2026-06-14",
        "2026-06-14T10:30:00+12:00, 2026-05-18, 2026-06-14",
        // Clocks change in the night of 29 March and in that of 25 October.
        "2026-03-29T01:59:59+01:00, 2026-03-02, 2026-03-29",
        "2026-03-29T03:00:00+02:00, 2026-03-02, 2026-03-29",
        "2026-10-25T02:30:00+02:00, 2026-09-28, 2026-10-25",
        "2026-10-25T02:30:00+01:00, 2026-09-28, 2026-10-25",
        "2026-11-01T00:10:00+01:00, 2026-10-05, 2026-11-01",
    })
    void theDaysAreTwentyEightLocalDates(String start, LocalDate first, LocalDate last) {
        assertThat(LOAD.lookups(beating(OffsetDateTime.parse(start), 150)))
                .contains(new Lookup.Days(first, last));
    }

    @Test
    void daysOutsideOfTheTwentyEightDoNotCount() {
        List<PastDay> days = new ArrayList<>();
        days.add(day(TODAY.minusDays(28), 40));
        days.add(day(TODAY.minusDays(27), 60));
        days.add(day(TODAY.minusDays(1), 62));
        days.add(day(TODAY, 64));
        days.add(day(TODAY.plusDays(1), 80));
        days.add(day(TODAY.plusDays(2), 80));

        assertThat(added(LOAD, days, HARD).values()).containsEntry("restingBeatsPerMinute", 62.0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "190=61, 190",
        "150=1800 190=61, 190",
        "150=1800 190=60, 150",
        "190=60 185=0.1 150=1800, 185",
        "200=20 199=20 198=20 197=20 196=1, 197",
        // One wrong sample is no maximum, not even where there is one a minute.
        "212=60 150=1800, 150",
        "140=61, 140",
        "220=61, 220",
        "221=600 240=5 180=61, 180",
        "192=20 191=20 190=20.001, 190",
    })
    void theMaximumWasHeldForMoreThanAMinuteInSum(String held, double maximum) {
        assertThat(added(LOAD, days("60 60 60"), past(9, held)).values())
                .containsEntry("maximumBeatsPerMinute", maximum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"139=1800", "200=60 120=1800", "230=1800", "221=90 139=90"})
    void easyTrainingShowsNoMaximum(String held) {
        assertThat(outcome(LOAD, days("60 60 60"), past(9, held)))
                .isEqualTo(new BoostOutcome.Skipped(MAXIMUM_UNKNOWN));
    }

    @Test
    void secondsOfTwoWorkoutsDoNotAddUp() {
        assertThat(outcome(LOAD, days("60 60 60"), past(9, "190=31"), past(8, "190=31")))
                .isEqualTo(new BoostOutcome.Skipped(MAXIMUM_UNKNOWN));
    }

    @Test
    void theWorkoutAtHandCountsItself() {
        Activity hardest = beating(START, 188);

        assertThat(Boosts.figures(Past.knowing(LOAD, hardest, days("60 60 60"), HARD), hardest))
                .containsEntry("maximumBeatsPerMinute", 188.0);
    }

    @Test
    void theWorkoutsAreThoseOfAYearUntilTheEndOfThisOne() {
        Instant start = START.toInstant();
        Past[] earlier = {
            Past.run(START.minusDays(365)).heart(181),
            Past.run(START.minusDays(365).minusSeconds(1)).heart(199)
        };

        assertThat(LOAD.lookups(beating(START, 130)))
                .contains(
                        new Lookup.Activities(
                                start.minusSeconds(365 * 86_400L), start.plusMillis(3_600_001)));
        assertThat(added(LOAD, days("60 60 60"), earlier).values())
                .containsEntry("maximumBeatsPerMinute", 181.0);
    }

    @Test
    void whatCameLaterChangesNothingInWhateverOrderAllCame() {
        Past[] earlier = {HARD, past(300, "170=90"), past(2, "160=600")};
        Past[] all = {
            Past.run(START.plusMinutes(20)).heart(210),
            past(2, "160=600"),
            Past.run(START.plusDays(1)).heart(215),
            past(300, "170=90"),
            HARD
        };
        List<PastDay> days = days("60 61 62");
        List<PastDay> more =
                Stream.concat(days.stream(), Stream.of(day(TODAY.plusDays(1), 45))).toList();

        assertThat(outcome(LOAD, more, all)).isEqualTo(outcome(LOAD, days, earlier));
        assertThat(added(LOAD, more, all).values()).containsEntry("maximumBeatsPerMinute", 185.0);
    }

    @ParameterizedTest(name = "preferring {0}: {1}")
    @CsvSource({"FITBIT, 180", "GOOGLE_HEALTH, 196"})
    void ofAWorkoutOnTwoDevicesThePreferredOneIsBelieved(String provider, double maximum) {
        Past watch = Past.run(START.minusDays(3)).heart(180);
        Past other = Past.run(START.minusDays(3)).heart(196).from("GOOGLE_HEALTH");

        assertThat(preferring(provider, START, watch, other))
                .containsEntry("maximumBeatsPerMinute", maximum);
    }

    @Test
    void ofTheWorkoutAtHandToo() {
        Past other = Past.run(START.plusSeconds(5)).minutes(60).heart(170).from("GOOGLE_HEALTH");

        assertThat(preferring("GOOGLE_HEALTH", START, other))
                .containsEntry("maximumBeatsPerMinute", 170.0);
        assertThat(preferring("FITBIT", START, other))
                .containsEntry("maximumBeatsPerMinute", 150.0);
    }

    @Test
    void aTwinWithoutHeartRateHidesNone() {
        Past phone = Past.run(START.minusDays(9)).metres(5_000).from("FILE");

        assertThat(preferring("FILE", START, HARD, phone))
                .containsEntry("maximumBeatsPerMinute", 185.0);
    }

    @Test
    void withoutAnyDataBothWaysOutAreTold() {
        BoostOutcome unknown = new BoostOutcome.Skipped(RESTING_UNKNOWN + "; " + MAXIMUM_UNKNOWN);

        assertThat(outcome(LOAD, List.of())).isEqualTo(unknown);
        assertThat(outcome(RECOVERY, List.of())).isEqualTo(unknown);
        assertThat(outcome(zones("reserve"), List.of())).isEqualTo(unknown);
        assertThat(outcome(zones("maximum"), List.of()))
                .isEqualTo(new BoostOutcome.Skipped(MAXIMUM_UNKNOWN));
    }

    @Test
    void whatIsSetWinsAndIsNotAskedFor() {
        Activity activity = beating(START, 130);
        Booster rest = load("\"restingBeatsPerMinute\": 50");
        Booster most = load("\"maximumBeatsPerMinute\": 195");
        Booster both = load("\"restingBeatsPerMinute\": 50, \"maximumBeatsPerMinute\": 195");

        assertThat(rest.lookups(activity)).hasOnlyElementsOfType(Lookup.Activities.class);
        assertThat(most.lookups(activity)).hasOnlyElementsOfType(Lookup.Days.class);
        assertThat(both.lookups(activity)).isEmpty();
        assertThat(added(rest, days("60 60 60"), HARD).values())
                .containsEntry("maximumBeatsPerMinute", 185.0)
                .doesNotContainKey("restingBeatsPerMinute");
        assertThat(added(most, days("60 60 60"), HARD).values())
                .containsEntry("restingBeatsPerMinute", 60.0)
                .doesNotContainKey("maximumBeatsPerMinute");
        assertThat(added(both, days("60 60 60"), HARD).values())
                .containsOnlyKeys("heartRateCoveredPercent", "trainingLoadTrimp");
    }

    @Test
    void whatIsTakenFromTheDataCountsAsIfItWereSet() {
        Activity activity = beating(START, 130);
        Booster set = load("\"restingBeatsPerMinute\": 61, \"maximumBeatsPerMinute\": 185");

        assertThat(added(LOAD, days("60 61 62"), HARD).values().get("trainingLoadTrimp"))
                .isEqualTo(Boosts.figures(set, activity).get("trainingLoadTrimp"));
    }

    @Test
    void aSetMaximumBelowTheOwnRestIsTold() {
        Booster low = load("\"maximumBeatsPerMinute\": 100");

        assertThat(outcome(low, days("100 100 100")))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "your resting heart rate of the last days is not below the maximum"
                                        + " heart rate that is set: set both"));
    }

    @Test
    void recoveryHasTheLoadOfTrainingLoadAndAsksForWorkoutsOnce() {
        List<PastDay> days = days("60 61 62");
        Activity activity = beating(START, 150);
        Map<String, Double> recovery =
                Boosts.figures(Past.knowing(RECOVERY, activity, days), activity);
        Map<String, Double> load = Boosts.figures(Past.knowing(LOAD, activity, days), activity);

        assertThat(RECOVERY.lookups(activity))
                .filteredOn(Lookup.Activities.class::isInstance)
                .hasSize(1);
        assertThat(recovery)
                .containsEntry("restingBeatsPerMinute", 61.0)
                .containsEntry("maximumBeatsPerMinute", 150.0);
        assertThat(recovery.getOrDefault("acuteLoadTrimp", Double.NaN))
                .isCloseTo(load.getOrDefault("trainingLoadTrimp", Double.NaN), within(1e-9));
    }

    @Test
    void workoutsOfBeforeTheTwelveWeeksCountForTheMaximumOnly() {
        assertThat(added(RECOVERY, days("60 61 62"), past(200, "185=600")).text())
                .endsWith("building baseline, day 1 of 21");
    }

    @Test
    void zonesFollowFromTheOwnHeartRate() {
        Map<String, Double> reserve = added(zones("reserve"), days("60 60 60"), HARD).values();
        Map<String, Double> maximum = added(zones("maximum"), List.of(), HARD).values();

        // 130 is 56 % of the reserve from 60 to 185, and 70.3 % of the maximum.
        assertThat(reserve)
                .containsEntry("zone1Seconds", 3_600.0)
                .containsEntry("restingBeatsPerMinute", 60.0)
                .containsEntry("maximumBeatsPerMinute", 185.0);
        assertThat(maximum)
                .containsEntry("zone3Seconds", 3_600.0)
                .containsEntry("maximumBeatsPerMinute", 185.0)
                .doesNotContainKey("restingBeatsPerMinute");
        assertThat(zones("maximum").lookups(beating(START, 150)))
                .hasOnlyElementsOfType(Lookup.Activities.class);
        assertThat(zones("provider").lookups(beating(START, 150))).isEmpty();
    }

    @Test
    void withoutHeartRateOrStartNothingIsAskedFor() {
        Activity silent = Past.sensed(Workouts.lasting(60_000L));
        Activity noStart = beating(START, 150);
        noStart.setStartEpochMillis(null);

        for (Booster booster : List.of(LOAD, RECOVERY, zones("reserve"))) {
            assertThat(booster.lookups(silent)).isEmpty();
            assertThat(booster.boost(silent)).isEqualTo(new BoostOutcome.Skipped("no heart rate"));
            assertThat(booster.lookups(noStart)).isEmpty();
            assertThat(booster.boost(noStart)).isEqualTo(new BoostOutcome.Skipped("no start"));
        }
    }

    @Test
    void whatItsUserLeavesOutSetsNoMaximumForItself() {
        AtHand atHand = AtHand.of(beating(START, 215)).orElseThrow();
        Background leftOut =
                Background.at(Instant.EPOCH)
                        .correcting(new Correction(false, null, null, null, true));
        BoostOutcome asked = new BoostOutcome.Skipped("asked");

        assertThat(
                        new OwnHeartRate(Optional.of(60), Optional.empty())
                                .outcome(atHand, leftOut, _ -> asked))
                .isEqualTo(new BoostOutcome.Skipped("left out by its user"));
        assertThat(
                        new OwnHeartRate(Optional.of(60), Optional.of(190))
                                .outcome(atHand, leftOut, _ -> asked))
                .isEqualTo(asked);
    }

    private static Booster load(String settings) {
        return Configured.booster(new TrainingLoadType(), "{\"sex\": \"male\", " + settings + "}");
    }

    private static Booster zones(String method) {
        return Configured.booster(new HeartRateZonesType(), "{\"method\": \"" + method + "\"}");
    }

    /** An hour, a sample every minute. */
    private static Activity beating(OffsetDateTime start, int beats) {
        Activity activity = Past.sensed(Workouts.startingAt(start.toString()));
        activity.setElapsedMilliseconds(3_600_000L);
        activity.setHeartRate(
                new HeartRateSamples(
                        start.toInstant().toEpochMilli(),
                        IntStream.range(0, 60).mapToObj(minute -> minute * 60_000).toList(),
                        IntStream.range(0, 60).mapToObj(_ -> beats).toList()));
        return activity;
    }

    private static Past past(int daysBefore, String held) {
        return Past.run(START.minusDays(daysBefore)).held(held(held));
    }

    private static Map<Integer, Double> held(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(one -> one.split("=", -1))
                .collect(
                        Collectors.toMap(
                                one -> Integer.valueOf(one[0]), one -> Double.valueOf(one[1])));
    }

    /** The last ones up to today; a dash is a day that is not known. */
    private static List<PastDay> days(String beats) {
        String[] each = beats.split(" ", -1);
        return IntStream.range(0, each.length)
                .filter(day -> !each[day].equals("-"))
                .mapToObj(day ->
                        day(TODAY.minusDays(each.length - 1L - day), Double.parseDouble(each[day])))
                .toList();
    }

    private static PastDay day(LocalDate date, double beats) {
        return new PastDay(date, beats, null, null);
    }

    private static BoostOutcome outcome(Booster booster, List<PastDay> days, Past... earlier) {
        Activity activity = beating(START, 130);
        return Past.knowing(booster, activity, days, earlier).boost(activity);
    }

    private static BoostOutcome.Added added(Booster booster, List<PastDay> days, Past... earlier) {
        Activity activity = beating(START, 130);
        return Boosts.added(Past.knowing(booster, activity, days, earlier), activity);
    }

    private static Map<String, Double> preferring(
            String provider, OffsetDateTime start, Past... earlier) {
        Activity activity = beating(start, 150);
        Booster booster = load("\"restingBeatsPerMinute\": 60");
        Background background = Background.at(Instant.EPOCH).preferring(provider);
        List<PastActivity> all = Stream.of(earlier).map(Past::activity).toList();
        for (Lookup lookup : booster.lookups(activity)) {
            background = background.with((Lookup.Activities) lookup, all);
        }
        return Boosts.figures(booster.knowing(background), activity);
    }
}
