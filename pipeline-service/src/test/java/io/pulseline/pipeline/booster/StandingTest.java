package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.booster.past.PastActivity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What boosters that look back say when no activity is at hand. */
class StandingTest {
    private static OffsetDateTime june(int day) {
        return OffsetDateTime.parse("2026-06-01T07:30:00+02:00").plusDays(day - 1L);
    }

    private static LocalDate date(int day) {
        return june(day).toLocalDate();
    }

    private static List<PastActivity> runsOn(String days) {
        return Stream.of(days.split(" ", -1))
                .map(day -> Past.run(june(Integer.parseInt(day))).metres(5000).activity())
                .toList();
    }

    /** 1 June 2026 is a Monday. */
    @ParameterizedTest(name = "June {0}, {1} rest days: {3} days on the {2}th")
    @CsvSource({
        "1 2 3,     0, 3,  3",
        // Today is not over yet.
        "1 2 3,     0, 4,  3",
        "1 2 3,     0, 5,  0",
        "1 2 3,     1, 5,  3",
        "1 2 3,     1, 6,  0",
        // The rest day of one week, and that of the next.
        "5 6,       1, 9,  2",
        "5 6,       1, 10, 0",
        // Of what missed the day that may be missed, the rest goes on.
        "1 3,       1, 4,  3",
        "1 3,       1, 5,  1",
        // What lies ahead, as after a flight over the date line, is not looked at.
        "1 2 4,     0, 3,  2",
    })
    void aStreakGoesOnWhileAWorkoutOfTodayWouldContinueIt(
            String days, int restDays, int today, int current) {
        Booster streak =
                Configured.booster(new StreakType(), "{\"restDaysPerWeek\": " + restDays + "}");

        StreakStanding standing =
                StreakStanding.of(streak, runsOn(days), date(today)).orElseThrow();

        assertThat(Optional.ofNullable(standing.current()).map(StreakStanding.Days::days))
                .isEqualTo(current == 0 ? Optional.empty() : Optional.of(current));
    }

    @Test
    void theLongestStreakIsToldWithItsDates() {
        StreakStanding standing =
                StreakStanding.of(
                                Configured.booster(new StreakType(), "{}"),
                                runsOn("1 2 3 6 7 8 20"),
                                date(25))
                        .orElseThrow();

        assertThat(standing.current()).isNull();
        assertThat(standing.longest()).isEqualTo(new StreakStanding.Days(3, date(1), date(3)));
        assertThat(
                        StreakStanding.of(
                                Configured.booster(new StreakType(), "{}"), List.of(), date(1)))
                .contains(new StreakStanding(null, null, 400));
    }

    @Test
    void aGoalStandsInItsPresentPeriod() {
        Booster goal =
                Configured.booster(
                        new GoalsType(),
                        "{\"period\": \"week\", \"metric\": \"distance\", \"target\": 20}");

        GoalStanding standing = GoalStanding.of(goal, runsOn("1 7 8 9"), date(10)).orElseThrow();

        assertThat(standing.first()).isEqualTo(date(8));
        assertThat(standing.last()).isEqualTo(date(14));
        assertThat(standing.sum()).isEqualTo(10);
        assertThat(standing.percent()).isEqualTo(50);
        assertThat(standing.remaining()).isEqualTo(10);
        assertThat(standing.daysLeft()).isEqualTo(4);
        assertThat(standing.unit()).isEqualTo("km");
    }

    @Test
    void aGoalOfPastDatesStaysWhereItEnded() {
        Booster goal =
                Configured.booster(
                        new GoalsType(),
                        """
                        {"period": "dates", "firstDate": "2026-06-01", "lastDate": "2026-06-07",
                         "metric": "activities", "target": 2}\
                        """);

        GoalStanding standing = GoalStanding.of(goal, runsOn("1 7 8"), date(20)).orElseThrow();

        assertThat(standing.sum()).isEqualTo(2);
        assertThat(standing.daysLeft()).isZero();
    }

    @Test
    void distancesOfEverySportAreSummedUp() {
        Booster milestones =
                Configured.booster(
                        new DistanceMilestonesType(),
                        "{\"sport\": \"running\", \"startKilometres\": 240}");
        Booster other = Configured.booster(new StreakType(), "{}");

        List<DistanceStanding> all = DistanceStanding.of(List.of(other, milestones), runsOn("1 2"));

        assertThat(all)
                .contains(
                        new DistanceStanding("any", 2, 10_000, 0, 10, null, 100.0, 90.0),
                        new DistanceStanding("running", 2, 10_000, 240, 250, 250.0, 500.0, 250.0),
                        new DistanceStanding("cycling", 0, 0, 0, 0, null, 100.0, 100.0));
    }

    @Test
    void aCounterTellsTheNextNumber() {
        Booster counting =
                Configured.booster(
                        new AutoIncrementType(),
                        "{\"rules\": [{\"contains\": \"earl\", \"startAt\": 5},"
                                + " {\"contains\": \"late\"}]}");

        assertThat(CounterStanding.of(counting, runsOn("1 2")))
                .containsExactly(
                        new CounterStanding("earl", 5, 7), new CounterStanding("late", 1, 1));
        assertThat(CounterStanding.of(Configured.booster(new StreakType(), "{}"), runsOn("1")))
                .isEmpty();
    }

    @Test
    void recordsAreHeldByTheFirstOfEqualsAndKeepWhoHeldThemBefore() {
        PastActivity first =
                Past.run(june(1)).metres(5000).gain(10).efforts(Map.of(5000, 1500.0)).activity();
        PastActivity second =
                Past.run(june(2)).metres(6000).efforts(Map.of(5000, 1400.0)).activity();
        PastActivity third =
                Past.run(june(3)).metres(6000).efforts(Map.of(5000, 1400.0)).activity();
        PastActivity ride = Past.of("RIDE", june(4)).metres(40_000).activity();
        PastActivity walk = Past.of("WALK", june(5)).metres(50_000).activity();

        List<PersonalBests> bests = PersonalBests.of(List.of(first, second, third, ride, walk));

        assertThat(bests).extracting(PersonalBests::group).containsExactly("RUNS", "RIDES");
        assertThat(bests.getFirst().efforts())
                .containsExactly(
                        new PersonalBests.Effort(
                                5000,
                                "5 km",
                                1400,
                                second.recordId(),
                                date(2),
                                1500.0,
                                first.recordId()));
        assertThat(bests.getFirst().longest())
                .isEqualTo(
                        new PersonalBests.Longest(
                                6000, second.recordId(), date(2), 5000.0, first.recordId()));
        assertThat(bests.getFirst().mostClimbing())
                .isEqualTo(
                        new PersonalBests.MostClimbing(10, first.recordId(), date(1), null, null));
        assertThat(bests.getLast().efforts()).isEmpty();
    }
}
