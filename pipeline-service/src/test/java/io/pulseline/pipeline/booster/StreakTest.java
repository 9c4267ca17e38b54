package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakTest {
    private static final Booster STREAK = streak("");

    /** 1 June 2026 is a Monday. */
    @ParameterizedTest(name = "June {0}, {1} rest days: {2} days, {3} at most")
    @CsvSource({
        "1,             0, 1,  1",
        "1 2 3,         0, 3,  3",
        "1 2 3 5,       0, 1,  3",
        "1 2 3 5 6,     0, 2,  3",
        "1 2 3 5,       1, 5,  5",
        // Two missed in one week: the streak begins behind the first of them.
        "1 3 5,         1, 3,  3",
        // Two missed in a row, but in two weeks.
        "6 9,           1, 4,  4",
        "6 10,          1, 1,  1",
        // What was missed before the first day is no matter.
        "6 7 8,         0, 3,  3",
        "1 14,          6, 14, 14",
        "1 15,          6, 1,  1",
        "1 8 15 22,     6, 22, 22",
    })
    void daysInARowAreCountedBackFromTheLast(String days, int restDays, int current, int longest) {
        String[] all = days.split(" ", -1);
        Diary diary = new Diary();
        for (String day : all) {
            var _ = diary.with(onJune(Integer.parseInt(day)));
        }

        BoostOutcome.Added added =
                diary.added(
                        streak("\"restDaysPerWeek\": " + restDays),
                        onJune(Integer.parseInt(all[all.length - 1])));

        assertThat(added.values())
                .containsOnlyKeys("currentDays", "longestDays")
                .containsEntry("currentDays", (double) current)
                .containsEntry("longestDays", (double) longest);
    }

    @Test
    void theTextSaysHowItStands() {
        Diary diary = new Diary().with(onJune(1), onJune(2));

        assertThat(diary.added(STREAK, onJune(1)).text()).isEqualTo("Streak: 1 day");
        assertThat(diary.added(STREAK, onJune(2)).text())
                .isEqualTo("Streak: 2 days, the longest of the last 400 days");
        assertThat(diary.added(STREAK, onJune(5)).text())
                .isEqualTo("Streak: 1 day (longest of the last 400 days: 2)");
    }

    /** The reference counts days in UTC. */
    @ParameterizedTest(name = "{0} and {1}: {2} days")
    @CsvSource({
        // Both on 1 June in UTC.
        "2026-06-01T09:00:00+09:00, 2026-06-02T08:00:00+09:00, 2",
        // Two days apart in UTC, one evening after the other in Honolulu.
        "2026-06-01T13:00:00-10:00, 2026-06-02T20:00:00-10:00, 2",
        // One date in two places.
        "2026-06-01T08:00:00+09:00, 2026-06-01T23:00:00-07:00, 1",
        // Up to midnight, and from it on.
        "2026-06-01T23:30:00+02:00, 2026-06-02T00:00:00+02:00, 2",
        // The clock goes forward and back.
        "2026-03-28T23:30:00+01:00, 2026-03-29T23:30:00+02:00, 2",
        "2026-10-25T00:10:00+02:00, 2026-10-26T23:50:00+01:00, 2",
        // From Auckland across the date line: the first has the later date.
        "2026-06-02T08:00:00+12:00, 2026-06-01T18:00:00-10:00, 1",
    })
    void aDayIsTheLocalDateWhereTheUserWas(String first, String second, double days) {
        Diary diary = new Diary().with(Diary.run(first));

        assertThat(diary.added(STREAK, Diary.run(second)).values())
                .containsEntry("currentDays", days);
    }

    @Test
    void withoutAnOffsetTheDateIsThatInUtc() {
        Activity unknown = Diary.run("2026-06-02T00:30:00+00:00");
        unknown.setStartOffsetSeconds(null);

        assertThat(new Diary().with(onJune(1)).added(STREAK, unknown).values())
                .containsEntry("currentDays", 2.0);
    }

    /** The reference lets yoga count for a streak of runs. */
    @Test
    void onlyTheChosenTypesCount() {
        Booster runs = streak("\"activityTypes\": [\"RUN\", \"TREADMILL_RUN\"]");
        Activity yoga = onJune(2);
        yoga.setActivityType(ActivityType.YOGA);
        Activity treadmill = onJune(3);
        treadmill.setActivityType(ActivityType.TREADMILL_RUN);
        Diary diary = new Diary().with(onJune(1), yoga, treadmill);

        assertThat(diary.added(runs, onJune(4)).values()).containsEntry("currentDays", 2.0);
        assertThat(diary.added(STREAK, onJune(4)).values()).containsEntry("currentDays", 4.0);
        assertThat(diary.boost(runs, yoga))
                .isEqualTo(new BoostOutcome.Skipped("its type does not count for the streak"));
        assertThat(runs.lookups(yoga)).isEmpty();
    }

    @ParameterizedTest(name = "{0} s for 20 minutes: counts {1}")
    @CsvSource(
            nullValues = "unknown",
            value = {"1199, false", "1200, true", "unknown, false"})
    void onlyWhatIsLongEnoughCounts(Long seconds, boolean counts) {
        Activity one = onJune(1);
        one.setElapsedMilliseconds(seconds == null ? null : seconds * 1000);
        Booster longOnes = streak("\"minimumDurationMinutes\": 20");

        BoostOutcome.Added next = new Diary().with(one).added(longOnes, onJune(2));

        assertThat(next.values()).containsEntry("currentDays", counts ? 2.0 : 1.0);
        assertThat(new Diary().boost(longOnes, one))
                .isInstanceOf(counts ? BoostOutcome.Added.class : BoostOutcome.Skipped.class);
    }

    @Test
    void anUnknownDurationCountsWhereNoneIsAsked() {
        Activity unknown = onJune(1);
        unknown.setElapsedMilliseconds(null);

        assertThat(new Diary().added(STREAK, unknown).values()).containsEntry("currentDays", 1.0);
    }

    /** The reference ignores what comes out of order. */
    @Test
    void aLateImportMendsAStreakAndADeletionBreaksIt() {
        Diary diary = new Diary().with(onJune(1), onJune(3));
        Activity late = onJune(2);

        assertThat(diary.added(STREAK, onJune(3)).values()).containsEntry("currentDays", 1.0);
        assertThat(diary.with(late).added(STREAK, onJune(3)).values())
                .containsEntry("currentDays", 3.0);
        assertThat(diary.without(late).added(STREAK, onJune(3)).values())
                .containsEntry("currentDays", 1.0);
    }

    @Test
    void aReplayAndOtherOrdersGiveTheSame() {
        Diary diary = new Diary().with(onJune(1), onJune(2), onJune(3), onJune(5));
        BoostOutcome first = new Diary().with(onJune(1), onJune(2)).boost(STREAK, onJune(3));

        assertThat(diary.boost(STREAK, onJune(3))).isEqualTo(first);
        assertThat(diary.backwards().boost(STREAK, onJune(3))).isEqualTo(first);
    }

    @Test
    void severalOnOneDayAreOneDay() {
        Diary diary = new Diary().with(onJune(1), Diary.run("2026-06-02T06:00:00+02:00"));

        assertThat(diary.added(STREAK, onJune(2)).values()).containsEntry("currentDays", 2.0);
    }

    @Test
    void theDoubleOfAnotherIsSkipped() {
        Activity watch = onJune(2);
        Activity phone = Diary.twin(watch, OpenSets.Provider.GOOGLE_HEALTH);
        Diary diary = new Diary().with(watch, phone).preferring(OpenSets.Provider.FITBIT);

        assertThat(diary.boost(STREAK, phone))
                .isEqualTo(new BoostOutcome.Skipped("counted with the same workout from FITBIT"));
        assertThat(diary.added(STREAK, watch).values()).containsEntry("currentDays", 1.0);
    }

    @Test
    void aDoubleThatBeganALittleLaterIsFound() {
        Activity watch = Diary.run("2026-06-02T18:01:00+02:00");
        Activity phone =
                Diary.twin(Diary.run("2026-06-02T18:00:00+02:00"), OpenSets.Provider.GOOGLE_HEALTH);

        assertThat(
                        new Diary()
                                .with(watch)
                                .preferring(OpenSets.Provider.FITBIT)
                                .boost(STREAK, phone))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void aStreakLongerThanTheLookBackIsToldAsLongAsThat() {
        Diary diary = new Diary();
        LocalDate last = LocalDate.of(2026, 6, 30);
        for (int back = 0; back < 450; back++) {
            var _ = diary.with(on(last.minusDays(back)));
        }

        assertThat(diary.added(STREAK, on(last)).values())
                .containsEntry("currentDays", 400.0)
                .containsEntry("longestDays", 400.0);
    }

    @Test
    void withoutAStartItIsSkippedAndNothingIsLookedUp() {
        assertThat(STREAK.lookups(Workouts.bare())).isEmpty();
        assertThat(STREAK.boost(Workouts.bare())).isEqualTo(new BoostOutcome.Skipped("no start"));
    }

    @Property
    void noWeekOfAStreakMissesMoreThanAllowed(
            @ForAll @Size(min = 1, max = 60) Set<@IntRange(max = 99) Integer> offsets,
            @ForAll @IntRange(max = 6) int restDays) {
        LocalDate monday = LocalDate.of(2026, 6, 1);
        Set<LocalDate> days = offsets.stream().map(monday::plusDays).collect(Collectors.toSet());
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        ActiveDays active = new ActiveDays(days, restDays);

        LocalDate first = last.minusDays(active.streakUntil(last) - 1L);

        assertThat(days).contains(first);
        assertThat(mostMissed(days, first, last)).isLessThanOrEqualTo(restDays);
        assertThat(active.longestStreak()).isGreaterThanOrEqualTo(active.streakUntil(last));
        days.stream()
                .filter(earlier -> earlier.isBefore(first))
                .forEach(earlier ->
                        assertThat(mostMissed(days, earlier, last)).isGreaterThan(restDays));
    }

    private static long mostMissed(Set<LocalDate> days, LocalDate first, LocalDate last) {
        return first
                .datesUntil(last.plusDays(1))
                .filter(day -> !days.contains(day))
                .collect(
                        Collectors.groupingBy(
                                day -> Math.floorDiv(day.toEpochDay() + 3, 7L),
                                Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"restDaysPerWeek\": 7 | restDaysPerWeek",
                "\"minimumDurationMinutes\": -1 | minimumDurationMinutes",
                "\"activityTypes\": [\"running\"] | activityTypes",
            })
    void wrongSettingsAreNamed(String settings, String field) {
        assertThat(Configured.errors(new StreakType(), "{" + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Activity onJune(int day) {
        return on(LocalDate.of(2026, 6, day));
    }

    private static Activity on(LocalDate day) {
        return Diary.run(day + "T18:00:00+02:00");
    }

    private static Booster streak(String settings) {
        return Configured.booster(new StreakType(), "{" + settings + "}");
    }
}
