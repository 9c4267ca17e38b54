package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceMilestonesTest {
    private static final Booster RUNNING = milestones("\"sport\": \"running\"");

    @ParameterizedTest(name = "{0} km and {1} km: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0      | 10     | 10 km so far, 90 km to the milestone of 100 km",
                "90     | 9.96   | 99.9 km so far, 0.1 km to the milestone of 100 km",
                "90     | 10     | milestone of 100 km reached, 100 km so far",
                "100    | 10     | 110 km so far, 140 km to the milestone of 250 km",
                "240    | 21.1   | milestone of 250 km reached, 261.1 km so far",
                // The largest of several.
                "90     | 450    | milestone of 500 km reached, 540 km so far",
                "90     | 410    | milestone of 500 km reached, 500 km so far",
                "999.9  | 0.1    | milestone of 1000 km reached, 1000 km so far",
                "99990  | 10     | milestone of 100000 km reached, 100000 km so far",
                "100000 | 10.55  | 100010.5 km so far",
            })
    void theLargestThatIsReachedOrElseTheNextIsTold(
            double startKilometres, double kilometres, String text) {
        assertThat(
                        new Diary()
                                .added(
                                        milestones(
                                                "\"sport\": \"running\", \"startKilometres\": "
                                                        + startKilometres),
                                        run(1, kilometres * 1_000))
                                .text())
                .isEqualTo("Running: " + text);
    }

    @Test
    void theValuesAreTheTotalAndTheMilestone() {
        Diary diary = new Diary().with(run(1, 60_000));

        assertThat(diary.added(RUNNING, run(2, 30_000)).values())
                .containsOnlyKeys(
                        "totalKilometres", "nextMilestoneKilometres", "remainingKilometres")
                .containsEntry("totalKilometres", 90.0)
                .containsEntry("nextMilestoneKilometres", 100.0)
                .containsEntry("remainingKilometres", 10.0);
        assertThat(diary.added(RUNNING, run(2, 40_000)).values())
                .containsOnlyKeys("totalKilometres", "milestoneKilometres")
                .containsEntry("milestoneKilometres", 100.0);
        assertThat(diary.added(milestones("\"startKilometres\": 100000"), run(2, 1_000)).values())
                .containsOnlyKeys("totalKilometres");
    }

    @Test
    void aMilestoneIsNotReachedTwice() {
        Diary diary = new Diary().with(run(1, 60_000), run(2, 40_000));

        assertThat(diary.added(RUNNING, run(2, 40_000)).values())
                .containsKey("milestoneKilometres");
        assertThat(diary.added(RUNNING, run(3, 1_000)).values())
                .doesNotContainKey("milestoneKilometres");
    }

    @ParameterizedTest(name = "{1} belongs to {0}: {2}")
    @CsvSource({
        "any,      ROWING,        true",
        "running,  TREADMILL_RUN, true",
        "running,  WALK,          false",
        "cycling,  RIDE,          true",
        "cycling,  INDOOR_RIDE,   true",
        "cycling,  VIRTUAL_RIDE,  true",
        "cycling,  RUN,           false",
        "swimming, SWIM,          true",
        "swimming, ROWING,        false",
        "walking,  HIKE,          true",
        "walking,  WALK,          true",
        "walking,  RUN,           false",
    })
    void onlyTheSportCounts(String sport, String type, boolean counts) {
        Activity activity = run(2, 5_000);
        activity.setActivityType(type);
        Booster booster = milestones("\"sport\": \"" + sport + "\"");

        BoostOutcome outcome = new Diary().boost(booster, activity);

        if (counts) {
            assertThat(outcome).isInstanceOf(BoostOutcome.Added.class);
        } else {
            assertThat(outcome).isEqualTo(new BoostOutcome.Skipped("not of the sport " + sport));
            assertThat(booster.lookups(activity)).isEmpty();
        }
    }

    @Test
    void otherSportsBeforeDoNotCount() {
        Activity ride = run(1, 90_000);
        ride.setActivityType(ActivityType.RIDE);
        Diary diary = new Diary().with(ride);

        assertThat(diary.added(RUNNING, run(2, 10_000)).values())
                .containsEntry("totalKilometres", 10.0);
        assertThat(diary.added(milestones(""), run(2, 10_000)).text())
                .isEqualTo("In all: milestone of 100 km reached, 100 km so far");
    }

    @Test
    void replaysDeletionsAndLateImportsNeverCountTwice() {
        Activity first = run(1, 60_000);
        Activity second = run(2, 50_000);
        Diary diary = new Diary().with(second, run(5, 70_000));
        BoostOutcome alone = diary.boost(RUNNING, second);

        assertThat(diary.boost(RUNNING, second)).isEqualTo(alone);
        assertThat(diary.added(RUNNING, first).values()).containsEntry("totalKilometres", 60.0);
        assertThat(diary.with(first).added(RUNNING, second).values())
                .containsEntry("milestoneKilometres", 100.0);
        assertThat(diary.backwards().added(RUNNING, second).values())
                .containsEntry("milestoneKilometres", 100.0);
        assertThat(diary.without(first).boost(RUNNING, second)).isEqualTo(alone);
    }

    @Test
    void aWorkoutOnTwoDevicesCountsOnce() {
        Activity watch = run(1, 60_000);
        Activity phone = Diary.twin(watch, OpenSets.Provider.GOOGLE_HEALTH);
        Diary diary = new Diary().with(watch, phone).preferring(OpenSets.Provider.GOOGLE_HEALTH);

        assertThat(diary.added(RUNNING, run(2, 10_000)).values())
                .containsEntry("totalKilometres", 70.0);
        assertThat(diary.boost(RUNNING, watch))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "counted with the same workout from GOOGLE_HEALTH"));
    }

    @Test
    void withoutADistanceOrAStartItIsSkipped() {
        assertThat(new Diary().boost(RUNNING, run(1, 0)))
                .isEqualTo(new BoostOutcome.Skipped("no distance"));
        assertThat(new Diary().boost(RUNNING, Diary.run("2026-06-01T18:00:00+02:00")))
                .isEqualTo(new BoostOutcome.Skipped("no distance"));
        assertThat(RUNNING.boost(Workouts.bare())).isEqualTo(new BoostOutcome.Skipped("no start"));
        assertThat(RUNNING.lookups(Workouts.bare())).isEmpty();
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"startKilometres\": -1 | startKilometres",
                "\"sport\": \"RUN\" | sport",
            })
    void wrongSettingsAreNamed(String settings, String field) {
        assertThat(Configured.errors(new DistanceMilestonesType(), "{" + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Activity run(int day, double metres) {
        Activity run = Diary.run("2026-06-0" + day + "T18:00:00+02:00");
        run.setDistanceMetres(metres);
        return run;
    }

    private static Booster milestones(String settings) {
        return Configured.booster(new DistanceMilestonesType(), "{" + settings + "}");
    }
}
