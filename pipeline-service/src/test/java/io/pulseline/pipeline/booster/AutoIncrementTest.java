package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoIncrementTest {
    private static final Booster PARKRUN = numbers("{\"contains\": \"parkrun\"}");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Parkrun              | Parkrun (#3)",
                "PARKRUN in the rain  | PARKRUN in the rain (#3)",
                // An older number is replaced.
                "Parkrun (#7)         | Parkrun (#3)",
                "Parkrun(#7)          | Parkrun (#3)",
                "Parkrun (#7) (#8)    | Parkrun (#3)",
                "'Parkrun (#7)  '     | Parkrun (#3)",
                // These are no numbers of ours.
                "Parkrun (#7) at home | Parkrun (#7) at home (#3)",
                "Parkrun (7)          | Parkrun (7) (#3)",
                "Parkrun #7           | Parkrun #7 (#3)",
                "Parkrun (#)          | Parkrun (#) (#3)",
                "Parkrun $1           | Parkrun $1 (#3)",
            })
    void theNumberStandsBehindTheTitleOnce(String title, String numbered) {
        Diary diary =
                new Diary()
                        .with(
                                titled(1, "parkrun"),
                                titled(2, "My Parkrun (#2)"),
                                titled(3, "Swim"),
                                titled(4, null));

        BoostOutcome.Added added = diary.added(PARKRUN, titled(5, title));

        assertThat(added.title()).isEqualTo(numbered);
        assertThat(added.values()).containsOnlyKeys("number").containsEntry("number", 3.0);
        assertThat(added.text()).isNull();
    }

    @Test
    void itStartsWhereTheUserSays() {
        Booster from40 = numbers("{\"contains\": \"parkrun\", \"startAt\": 40}");

        assertThat(new Diary().added(PARKRUN, titled(1, "Parkrun")).title())
                .isEqualTo("Parkrun (#1)");
        assertThat(new Diary().added(from40, titled(1, "Parkrun")).title())
                .isEqualTo("Parkrun (#40)");
        assertThat(
                        new Diary()
                                .with(titled(1, "Parkrun"))
                                .added(from40, titled(2, "Parkrun"))
                                .title())
                .isEqualTo("Parkrun (#41)");
    }

    /** The order of the reference is random. */
    @Test
    void theFirstRuleThatFitsCounts() {
        Diary diary = new Diary().with(titled(1, "Long run"), titled(2, "Run"));
        String longRun = "{\"contains\": \"long run\", \"startAt\": 100}";
        String run = "{\"contains\": \"run\"}";

        assertThat(diary.added(numbers(longRun + ", " + run), titled(3, "Long run")).title())
                .isEqualTo("Long run (#101)");
        assertThat(diary.added(numbers(run + ", " + longRun), titled(3, "Long run")).title())
                .isEqualTo("Long run (#3)");
    }

    @Test
    void whatAnotherRuleNumberedCountsToo() {
        Booster both = numbers("{\"contains\": \"long run\"}, {\"contains\": \"run\"}");
        Diary diary = new Diary().with(titled(1, "Run"), titled(2, "Long run"));

        assertThat(diary.added(both, titled(3, "Run")).title()).isEqualTo("Run (#3)");
    }

    @Test
    void aRuleDoesNotFitTheNumberBehind() {
        Booster sevens = numbers("{\"contains\": \"7\"}");

        assertThat(new Diary().boost(sevens, titled(1, "Run (#7)")))
                .isEqualTo(new BoostOutcome.Skipped("no rule fits"));
        assertThat(
                        new Diary()
                                .with(titled(1, "Run (#7)"))
                                .added(sevens, titled(2, "7 hills"))
                                .title())
                .isEqualTo("7 hills (#1)");
    }

    @Test
    void allOfHistoryCounts() {
        Diary diary = new Diary();
        LocalDate first = LocalDate.of(1999, 1, 3);
        for (int week = 0; week < 1_000; week++) {
            var _ = diary.with(titled(first.plusWeeks(week), "Parkrun"));
        }

        assertThat(diary.added(PARKRUN, titled(1, "Parkrun")).title()).isEqualTo("Parkrun (#1001)");
    }

    /** The counter of the reference counts a replay, and two at once may get one number. */
    @Test
    void replaysDeletionsAndLateImportsNeverCountTwice() {
        Activity first = titled(1, "Parkrun");
        Activity second = titled(2, "Parkrun");
        Diary diary = new Diary().with(second, titled(5, "Parkrun"));

        assertThat(diary.added(PARKRUN, second).title()).isEqualTo("Parkrun (#1)");
        assertThat(diary.added(PARKRUN, second).title()).isEqualTo("Parkrun (#1)");
        assertThat(diary.with(first).added(PARKRUN, first).title()).isEqualTo("Parkrun (#1)");
        assertThat(diary.backwards().added(PARKRUN, second).title()).isEqualTo("Parkrun (#2)");
        assertThat(diary.without(first).added(PARKRUN, second).title()).isEqualTo("Parkrun (#1)");
    }

    @Test
    void whatItNumberedItselfGetsTheSameNumber() {
        Diary diary = new Diary().with(titled(1, "Parkrun (#1)"));

        assertThat(diary.added(PARKRUN, titled(2, "Parkrun (#2)")).title())
                .isEqualTo("Parkrun (#2)");
    }

    @Test
    void twoThatBeganAtOnceGetTwoNumbers() {
        Activity one = titled(1, "Parkrun");
        Activity other = Diary.twin(one, OpenSets.Provider.FILE);
        one.getProvenance().setRecordingMethod("MANUAL");
        Diary diary = new Diary().with(one, other);

        assertThat(
                        new String[] {
                            diary.added(PARKRUN, one).title(), diary.added(PARKRUN, other).title()
                        })
                .containsExactlyInAnyOrder("Parkrun (#1)", "Parkrun (#2)");
    }

    @Test
    void aWorkoutOnTwoDevicesCountsOnce() {
        Activity watch = titled(1, "Parkrun");
        Activity phone = Diary.twin(watch, OpenSets.Provider.GOOGLE_HEALTH);
        Diary diary = new Diary().with(watch, phone).preferring(OpenSets.Provider.FITBIT);

        assertThat(diary.added(PARKRUN, titled(2, "Parkrun")).title()).isEqualTo("Parkrun (#2)");
        assertThat(diary.boost(PARKRUN, phone))
                .isEqualTo(new BoostOutcome.Skipped("counted with the same workout from FITBIT"));
    }

    @Test
    void whatHasNothingToNumberIsSkippedAndNothingIsLookedUp() {
        assertThat(PARKRUN.boost(Workouts.bare())).isEqualTo(new BoostOutcome.Skipped("no start"));
        assertThat(PARKRUN.boost(titled(1, null))).isEqualTo(new BoostOutcome.Skipped("no title"));
        assertThat(PARKRUN.boost(titled(1, "Park run")))
                .isEqualTo(new BoostOutcome.Skipped("no rule fits"));
        assertThat(PARKRUN.lookups(Workouts.bare())).isEmpty();
        assertThat(PARKRUN.lookups(titled(1, null))).isEmpty();
        assertThat(PARKRUN.lookups(titled(1, "Park run"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | rules",
                "{\"contains\": \" \"} | rules[0].contains",
                "{\"startAt\": 2} | rules[0].contains",
                "{\"contains\": \"a\", \"startAt\": 0} | rules[0].startAt",
                "{\"contains\": \"a\", \"startAt\": 1.5} | rules[0].startAt",
            })
    void wrongRulesAreNamed(String rules, String field) {
        assertThat(Configured.errors(new AutoIncrementType(), "{\"rules\": [" + rules + "]}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Activity titled(int day, @Nullable String title) {
        return titled(LocalDate.of(2026, 6, day), title);
    }

    private static Activity titled(LocalDate day, @Nullable String title) {
        Activity run = Diary.run(day + "T09:00:00+02:00");
        run.setTitle(title);
        return run;
    }

    private static Booster numbers(String rules) {
        return Configured.booster(new AutoIncrementType(), "{\"rules\": [" + rules + "]}");
    }
}
