package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsTest {
    private static final String HUNDRED_KILOMETRES =
            "\"period\": \"month\", \"metric\": \"distance\", \"target\": 100";
    private static final Booster GOAL = goal(HUNDRED_KILOMETRES);

    @Test
    void itTellsTheSumAndWhatIsLeft() {
        Diary diary = new Diary().with(run("2026-06-01", 40_000), run("2026-06-10", 2_300));

        BoostOutcome.Added added = diary.added(GOAL, run("2026-06-22", 10_000));

        assertThat(added.text())
                .isEqualTo(
                        "Monthly goal: █████░░░░░ 52.3 of 100 km, 47.7 km to go: 6 km a day for"
                                + " 8 days");
        assertThat(added.values())
                .containsOnlyKeys("sumKilometres", "percent", "remainingKilometres", "daysLeft")
                .containsEntry("sumKilometres", 52.3)
                .containsEntry("percent", 52.3)
                .containsEntry("remainingKilometres", 47.7)
                .containsEntry("daysLeft", 8.0);
    }

    @ParameterizedTest(name = "{0} m on {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "99970  | 2026-06-28 | █████████░ 99.9 of 100 km, 0.1 km to go"
                        + ": 0.1 km a day for 2 days",
                "90000  | 2026-06-29 | █████████░ 90 of 100 km, 10 km to go"
                        + ": 10 km on the one day left",
                "90000  | 2026-06-30 | █████████░ 90 of 100 km, 10 km to go on the last day",
                "100000 | 2026-06-30 | ██████████ 100 of 100 km, complete",
                "250060 | 2026-06-02 | ██████████ 250 of 100 km, complete",
                "9      | 2026-06-30 | ░░░░░░░░░░ 0 of 100 km, 100 km to go on the last day",
            })
    void nothingLooksCompleteBeforeItIs(double metres, String date, String text) {
        assertThat(new Diary().added(GOAL, run(date, metres)).text())
                .isEqualTo("Monthly goal: " + text);
    }

    @Test
    void whatIsMoreThanTheGoalLeavesNothing() {
        assertThat(new Diary().added(GOAL, run("2026-06-02", 250_000)).values())
                .containsEntry("percent", 250.0)
                .containsEntry("remainingKilometres", 0.0);
    }

    @Test
    void addingTenthsIsExact() {
        Diary diary = new Diary();
        for (int day = 1; day < 10; day++) {
            var _ = diary.with(run("2026-06-0" + day, 11_111.1));
        }

        assertThat(diary.added(GOAL, run("2026-06-10", 0.1)).text()).endsWith("complete");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "duration      | 10   | sumHours, remainingHours | 0.5 | 0.5 of 10 h, 9.5 h to go",
                "activities    | 4    | sumActivities, remainingActivities | 1"
                        + " | 1 of 4 activities, 3 activities to go",
                "elevationGain | 2000 | sumElevationGainMetres, remainingElevationGainMetres | 250"
                        + " | 250 of 2000 m, 1750 m to go",
                "distance      | 42.5 | sumKilometres, remainingKilometres | 8"
                        + " | 8 of 42.5 km, 34.5 km to go",
            })
    void eachMetricHasItsUnit(String metric, String target, String names, double sum, String text) {
        Activity run = run("2026-06-30", 8_000);
        run.setElevationGainMetres(250.0);
        List<String> sumAndRemaining = List.of(names.split(", "));

        BoostOutcome.Added added =
                new Diary()
                        .added(
                                goal(
                                        "\"period\": \"month\", \"metric\": \"%s\", \"target\": %s"
                                                .formatted(metric, target)),
                                run);

        assertThat(added.values())
                .containsEntry(sumAndRemaining.getFirst(), sum)
                .containsEntry(sumAndRemaining.getLast(), Double.parseDouble(target) - sum);
        assertThat(added.text()).contains(text);
    }

    @Test
    void pausesAreNoTrainingTime() {
        Activity ride = run("2026-06-02", 20_000);
        ride.setElapsedMilliseconds(7_200_000L);
        ride.setActiveMilliseconds(3_600_000L);

        assertThat(
                        new Diary()
                                .added(
                                        goal(
                                                "\"period\": \"week\", \"metric\": \"duration\","
                                                        + " \"target\": 5"),
                                        ride)
                                .values())
                .containsEntry("sumHours", 1.0);
    }

    /** The reference is wrong about the days left on Sundays. */
    @ParameterizedTest(name = "{0} of {1}: {2} days left")
    @CsvSource({
        "2026-06-01, week,  6",
        "2026-06-06, week,  1",
        "2026-06-07, week,  0",
        "2026-06-08, week,  6",
        // The week of the turn of the year.
        "2026-12-31, week,  3",
        "2026-02-01, month, 27",
        "2028-02-28, month, 1",
        "2026-12-31, year,  0",
        "2028-01-01, year,  365",
    })
    void daysLeftAreThoseAfterThisOne(String date, String period, double daysLeft) {
        Booster goal =
                goal(
                        "\"period\": \"%s\", \"metric\": \"activities\", \"target\": 9"
                                .formatted(period));

        assertThat(new Diary().added(goal, run(date, 1)).values())
                .containsEntry("daysLeft", daysLeft);
    }

    @ParameterizedTest(name = "{0} and {1} in one {2}: {3}")
    @CsvSource({
        "2026-06-07T18:00:00+02:00, 2026-06-08T18:00:00+02:00, week,  false",
        "2026-06-01T00:00:00+02:00, 2026-06-07T23:59:00+02:00, week,  true",
        // ISO week 53 of 2026 goes on in 2027.
        "2026-12-31T18:00:00+01:00, 2027-01-03T18:00:00+01:00, week,  true",
        "2026-12-31T18:00:00+01:00, 2027-01-03T18:00:00+01:00, year,  false",
        // 1 June where the user was, 31 May in UTC.
        "2026-06-01T00:30:00+02:00, 2026-06-20T18:00:00+02:00, month, true",
        "2026-06-01T08:00:00+14:00, 2026-06-20T18:00:00-10:00, month, true",
        // 31 May where the user was, 1 June in UTC.
        "2026-05-31T20:00:00-07:00, 2026-06-20T18:00:00+02:00, month, false",
        "2026-03-28T23:30:00+01:00, 2026-03-29T23:30:00+02:00, week,  true",
    })
    void thePeriodIsThatOfTheLocalDate(
            String first, String second, String period, boolean together) {
        Booster goal =
                goal(
                        "\"period\": \"%s\", \"metric\": \"activities\", \"target\": 9"
                                .formatted(period));

        assertThat(new Diary().with(Diary.run(first)).added(goal, Diary.run(second)).values())
                .containsEntry("sumActivities", together ? 2.0 : 1.0);
    }

    @Test
    void aGoalBetweenDatesHasBothOfThem() {
        Booster goal =
                goal(
                        "\"period\": \"dates\", \"firstDate\": \"2026-05-30\","
                                + " \"lastDate\": \"2026-06-02\", \"metric\": \"distance\","
                                + " \"target\": 50, \"label\": \"Spring\"");
        Diary diary =
                new Diary()
                        .with(
                                run("2026-05-29", 1_000),
                                run("2026-05-30", 2_000),
                                run("2026-06-01", 4_000));

        assertThat(diary.added(goal, run("2026-06-02", 8_000)).text())
                .isEqualTo("Spring: ██░░░░░░░░ 14 of 50 km, 36 km to go on the last day");
        assertThat(diary.boost(goal, run("2026-06-03", 8_000)))
                .isEqualTo(new BoostOutcome.Skipped("not in the time of the goal"));
        assertThat(diary.boost(goal, run("2026-05-29", 8_000)))
                .isInstanceOf(BoostOutcome.Skipped.class);
        assertThat(goal.lookups(run("2026-06-03", 8_000))).isEmpty();
    }

    /** The reference knows no types here. */
    @Test
    void onlyTheChosenTypesCount() {
        Booster rides = goal(HUNDRED_KILOMETRES + ", \"activityTypes\": [\"RIDE\"]");
        Activity ride = run("2026-06-03", 30_000);
        ride.setActivityType(ActivityType.RIDE);
        Diary diary = new Diary().with(run("2026-06-01", 5_000));

        assertThat(diary.added(rides, ride).values()).containsEntry("sumKilometres", 30.0);
        assertThat(diary.boost(rides, run("2026-06-03", 1_000)))
                .isEqualTo(new BoostOutcome.Skipped("its type does not count for the goal"));
    }

    /** Two of the reference with one period and metric share what they count. */
    @Test
    void twoGoalsOfOnePeriodAndMetricAreApart() {
        Booster rides = goal(HUNDRED_KILOMETRES + ", \"activityTypes\": [\"RIDE\"]");
        Activity ride = run("2026-06-03", 30_000);
        ride.setActivityType(ActivityType.RIDE);
        Diary diary = new Diary().with(run("2026-06-01", 5_000));

        assertThat(diary.added(GOAL, ride).values()).containsEntry("sumKilometres", 35.0);
        assertThat(diary.added(rides, ride).values()).containsEntry("sumKilometres", 30.0);
        assertThat(diary.added(GOAL, ride).values()).containsEntry("sumKilometres", 35.0);
    }

    /** The reference adds a replay once more. */
    @Test
    void aReplayGivesTheSameAlsoWhenMoreHasComeSince() {
        Diary diary = new Diary().with(run("2026-06-01", 5_000), run("2026-06-02", 6_000));
        BoostOutcome first = diary.boost(GOAL, run("2026-06-02", 6_000));

        assertThat(diary.with(run("2026-06-05", 9_000)).boost(GOAL, run("2026-06-02", 6_000)))
                .isEqualTo(first);
        assertThat(diary.backwards().boost(GOAL, run("2026-06-02", 6_000))).isEqualTo(first);
    }

    @Test
    void lateImportsCorrectionsAndDeletionsCountRight() {
        Activity late = run("2026-06-01", 5_000);
        Activity corrected = run("2026-06-01", 7_000);
        Activity next = run("2026-06-02", 6_000);
        Diary diary = new Diary().with(next);

        assertThat(diary.added(GOAL, late).values()).containsEntry("sumKilometres", 5.0);
        assertThat(diary.with(late).added(GOAL, next).values())
                .containsEntry("sumKilometres", 11.0);
        assertThat(diary.without(late).with(corrected).added(GOAL, next).values())
                .containsEntry("sumKilometres", 13.0);
        assertThat(diary.without(corrected).added(GOAL, next).values())
                .containsEntry("sumKilometres", 6.0);
    }

    @Test
    void aWorkoutOnTwoDevicesCountsOnce() {
        Activity watch = run("2026-06-01", 5_000);
        Activity phone = Diary.twin(watch, OpenSets.Provider.GOOGLE_HEALTH);
        Diary diary = new Diary().with(watch, phone).preferring(OpenSets.Provider.FITBIT);

        assertThat(diary.added(GOAL, run("2026-06-02", 6_000)).values())
                .containsEntry("sumKilometres", 11.0);
        assertThat(diary.boost(GOAL, phone))
                .isEqualTo(new BoostOutcome.Skipped("counted with the same workout from FITBIT"));
    }

    @Test
    void whatIsNotKnownAddsNothing() {
        Diary diary = new Diary().with(Diary.run("2026-06-01T18:00:00+02:00"));

        assertThat(diary.added(GOAL, run("2026-06-02", 6_000)).values())
                .containsEntry("sumKilometres", 6.0);
        assertThat(diary.boost(GOAL, Diary.run("2026-06-02T18:00:00+02:00")))
                .isEqualTo(new BoostOutcome.Skipped("nothing that counts for the goal"));
        assertThat(diary.boost(GOAL, run("2026-06-02", 0)))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void withoutAStartItIsSkippedAndNothingIsLookedUp() {
        assertThat(GOAL.lookups(Workouts.bare())).isEmpty();
        assertThat(GOAL.boost(Workouts.bare())).isEqualTo(new BoostOutcome.Skipped("no start"));
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"period\": \"dates\" | firstDate lastDate",
                "\"period\": \"dates\", \"firstDate\": \"2026-02-29\","
                        + " \"lastDate\": \"2026-03-01\" | firstDate",
                "\"period\": \"dates\", \"firstDate\": \"2026-02-28\","
                        + " \"lastDate\": \"1.3.2026\" | lastDate",
                "\"period\": \"dates\", \"firstDate\": \"2026-03-02\","
                        + " \"lastDate\": \"2026-03-01\" | lastDate",
                "\"period\": \"week\", \"firstDate\": \"2026-03-02\" | firstDate",
                "\"period\": \"day\" | period",
            })
    void wrongDatesAreNamed(String settings, String fields) {
        assertThat(
                        Configured.errors(
                                new GoalsType(),
                                "{" + settings + ", \"metric\": \"distance\", \"target\": 1}"))
                .extracting(FieldError::field)
                .containsExactly(fields.split(" "));
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"metric\": \"distance\" | target",
                "\"metric\": \"distance\", \"target\": 0 | target",
                "\"metric\": \"steps\", \"target\": 1 | metric",
                "\"target\": 1 | metric",
            })
    void wrongTargetsAreNamed(String settings, String field) {
        assertThat(Configured.errors(new GoalsType(), "{\"period\": \"week\", " + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Activity run(String date, double metres) {
        Activity run = Diary.run(date + "T18:00:00+02:00");
        run.setDistanceMetres(metres);
        return run;
    }

    private static Booster goal(String settings) {
        return Configured.booster(new GoalsType(), "{" + settings + "}");
    }
}
