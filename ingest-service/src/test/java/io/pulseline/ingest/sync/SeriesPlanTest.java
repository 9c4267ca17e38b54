package io.pulseline.ingest.sync;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.SeriesPlan.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ZoneHistory BERLIN =
            ZoneHistory.UNKNOWN.told(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 1, 1));

    private static Instant at(LocalDate date, int hour, int minute) {
        return BERLIN.instantOf(LocalDateTime.of(date, LocalTime.of(hour, minute)));
    }

    private static SeriesPlan plan(@Nullable Instant readUntil, Instant told, LocalDate... again) {
        return SeriesPlan.of(BERLIN, readUntil, told, DAY.minusDays(30), Set.of(again), 100);
    }

    private static List<LocalDate> dates(SeriesPlan plan) {
        return plan.windows().stream().map(Window::date).toList();
    }

    @Test
    void theWindowBeginsInTheHourOfThePreviousSync() {
        SeriesPlan plan = plan(at(DAY, 14, 35), at(DAY, 15, 20));

        assertThat(plan.windows())
                .containsExactly(
                        new Window(DAY, 14, at(DAY, 14, 0), at(DAY, 15, 20), LocalTime.of(15, 20)));
        assertThat(plan.readUntil()).isEqualTo(at(DAY, 15, 20));
    }

    @Test
    void nothingIsAskedWhileTheDeviceHasNotSynced() {
        SeriesPlan plan = plan(at(DAY, 14, 35), at(DAY, 14, 35));

        assertThat(plan.windows()).isEmpty();
        assertThat(plan.readUntil()).isEqualTo(at(DAY, 14, 35));
    }

    @Test
    void overMidnightYesterdayIsReadToItsEndAndTodayFromItsStart() {
        SeriesPlan plan = plan(at(DAY, 23, 50), at(DAY.plusDays(1), 0, 20));

        assertThat(plan.windows())
                .containsExactly(
                        new Window(DAY, 23, at(DAY, 23, 0), at(DAY.plusDays(1), 0, 0), null),
                        new Window(
                                DAY.plusDays(1),
                                0,
                                at(DAY.plusDays(1), 0, 0),
                                at(DAY.plusDays(1), 0, 20),
                                LocalTime.of(0, 20)));
    }

    @Test
    void aDeviceThatWasAwayForTwentyDaysLosesNothing() {
        LocalDate away = DAY.minusDays(20);
        SeriesPlan plan = plan(at(away, 9, 10), at(DAY, 8, 0));

        assertThat(dates(plan)).isEqualTo(away.datesUntil(DAY.plusDays(1)).toList());
        assertThat(plan.windows().getFirst().from()).isEqualTo(at(away, 9, 0));
        assertThat(plan.windows().getLast().to()).isEqualTo(at(DAY, 8, 0));
    }

    @Test
    void whatIsTooMuchForOnePassGoesOnWhereItStopped() {
        SeriesPlan first =
                SeriesPlan.of(
                        BERLIN,
                        at(DAY.minusDays(9), 9, 10),
                        at(DAY, 8, 0),
                        DAY.minusDays(30),
                        Set.of(),
                        4);

        assertThat(first.readUntil()).isEqualTo(at(DAY.minusDays(6), 0, 0));
        assertThat(dates(plan(first.readUntil(), at(DAY, 8, 0))).getFirst())
                .isEqualTo(DAY.minusDays(6));
    }

    @Test
    void whileWeeksAreCaughtUpTodayIsReadWithEveryPass() {
        Instant told = at(DAY, 8, 0);
        Instant until = at(DAY.minusDays(5), 9, 10);
        List<List<LocalDate>> passes = new ArrayList<>();
        while (until.isBefore(told)) {
            SeriesPlan plan = SeriesPlan.of(BERLIN, until, told, DAY.minusDays(30), Set.of(), 3);
            passes.add(dates(plan));
            until = requireNonNull(plan.readUntil());
        }

        assertThat(passes)
                .containsExactly(
                        List.of(DAY.minusDays(5), DAY.minusDays(4), DAY),
                        List.of(DAY.minusDays(3), DAY.minusDays(2), DAY),
                        List.of(DAY.minusDays(1), DAY));
    }

    @Test
    void aPassThatMayAskOnceGoesOnWithTheOldestDate() {
        SeriesPlan plan =
                SeriesPlan.of(
                        BERLIN,
                        at(DAY.minusDays(5), 9, 10),
                        at(DAY, 8, 0),
                        DAY.minusDays(30),
                        Set.of(),
                        1);

        assertThat(dates(plan)).containsExactly(DAY.minusDays(5));
        assertThat(plan.readUntil()).isEqualTo(at(DAY.minusDays(4), 0, 0));
    }

    @Test
    void datesThatAreOnlyReadAgainBringNoOtherOnesUp() {
        SeriesPlan plan =
                SeriesPlan.of(
                        BERLIN,
                        at(DAY, 14, 35),
                        at(DAY, 14, 35),
                        DAY.minusDays(30),
                        Set.of(DAY.minusDays(3), DAY.minusDays(2), DAY.minusDays(1)),
                        2);

        assertThat(dates(plan)).containsExactly(DAY.minusDays(3), DAY.minusDays(2));
        assertThat(plan.left(plan.windows())).containsExactly(DAY.minusDays(1));
    }

    @Test
    void datesToBeReadAgainAreReadWholeAlthoughTheDeviceHasNotSynced() {
        SeriesPlan plan = plan(at(DAY, 14, 35), at(DAY, 14, 35), DAY.minusDays(3));

        assertThat(plan.windows())
                .extracting(Window::date, Window::fromHour)
                .containsExactly(tuple(DAY.minusDays(3), 0));
        assertThat(plan.readUntil()).isEqualTo(at(DAY, 14, 35));
    }

    @Test
    void nothingBeforeTheConsentIsRead() {
        SeriesPlan plan =
                SeriesPlan.of(BERLIN, null, at(DAY, 8, 0), DAY, Set.of(DAY.minusDays(2)), 100);

        assertThat(dates(plan)).containsExactly(DAY);
        assertThat(plan(null, at(DAY.minusDays(40), 8, 0)).windows()).isEmpty();
    }

    @Test
    void theNightOfTheClockChangeIsReadWhole() {
        LocalDate longDay = LocalDate.of(2026, 10, 25);
        SeriesPlan plan =
                SeriesPlan.of(
                        BERLIN,
                        at(longDay, 14, 35),
                        at(longDay, 15, 20),
                        longDay.minusDays(9),
                        Set.of(),
                        9);

        assertThat(plan.windows().getFirst().fromHour()).isZero();
        assertThat(plan.windows().getFirst().from()).isEqualTo(at(longDay, 0, 0));
    }
}
