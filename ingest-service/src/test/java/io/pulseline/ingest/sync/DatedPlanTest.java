package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.sync.DatedPlan.Rules;
import io.pulseline.ingest.sync.DatedPlan.Situation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatedPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LONG_AGO = TODAY.minusDays(300);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(3, 0);
    private static final LocalTime MIDNIGHT = LocalTime.of(0, 10);
    private static final LocalTime NOON = LocalTime.of(12, 10);
    private static final Rules OF_THE_NIGHT = new Rules(14, NIGHT_ENDS, false);
    private static final Rules BY_DEVICE = new Rules(14, NIGHT_ENDS, true);

    private static Situation at(LocalTime time, @Nullable LocalDate readUntil) {
        return new Situation(TODAY, time, readUntil, null, LONG_AGO);
    }

    private static Progress found(LocalDate newest, LocalDate trailingReadOn) {
        return Progress.none(LONG_AGO)
                .change()
                .watermark(newest)
                .trailingReadOn(trailingReadOn)
                .done();
    }

    @Test
    void theTrailingDaysAreReadOnceADay() {
        DatedPlan plan =
                OF_THE_NIGHT
                        .plan(at(NOON, TODAY.minusDays(1)), found(TODAY, TODAY.minusDays(1)))
                        .orElseThrow();

        assertThat(plan).isEqualTo(new DatedPlan(TODAY.minusDays(13), TODAY, true, false));
        assertThat(OF_THE_NIGHT.plan(at(NOON, TODAY), found(TODAY, TODAY))).isEmpty();
    }

    @Test
    void atMidnightTheNightBeforeIsEnough() {
        LocalDate yesterday = TODAY.minusDays(1);

        assertThat(OF_THE_NIGHT.plan(at(MIDNIGHT, yesterday), found(yesterday, yesterday)))
                .isEmpty();
        assertThat(
                        OF_THE_NIGHT
                                .plan(
                                        at(MIDNIGHT, yesterday),
                                        found(yesterday.minusDays(1), yesterday))
                                .orElseThrow()
                                .from())
                .isEqualTo(yesterday);
    }

    @Test
    void atMidnightTheDayThatEndedIsSummedUp() {
        LocalDate yesterday = TODAY.minusDays(1);

        assertThat(BY_DEVICE.plan(at(MIDNIGHT, yesterday), found(yesterday, yesterday)))
                .contains(new DatedPlan(yesterday, TODAY, false, false));
    }

    @Test
    void aDeviceThatWasAwayIsReadFromItsPreviousSync() {
        DatedPlan plan =
                OF_THE_NIGHT
                        .plan(at(NOON, TODAY.minusDays(20)), found(TODAY.minusDays(20), TODAY))
                        .orElseThrow();

        assertThat(plan.from()).isEqualTo(TODAY.minusDays(20));
    }

    @Test
    void aDateThatANotificationNamedIsReadWhereverItLies() {
        Progress named =
                found(TODAY, TODAY).change().reread(TODAY.minusDays(40), new TreeSet<>()).done();

        assertThat(OF_THE_NIGHT.plan(at(NOON, TODAY), named).orElseThrow().from())
                .isEqualTo(TODAY.minusDays(40));
    }

    @Test
    void aNightThatWasToldIsAwaited() {
        Progress awaiting = found(TODAY.minusDays(1), TODAY).change().awaited(TODAY, 0).done();

        assertThat(OF_THE_NIGHT.plan(at(LocalTime.of(7, 30), TODAY), awaiting)).isPresent();
        assertThat(BY_DEVICE.plan(at(LocalTime.of(7, 30), TODAY), awaiting))
                .contains(new DatedPlan(TODAY, TODAY, false, true));
    }

    @Test
    void nothingBeforeTheConsentIsRead() {
        Situation fresh = new Situation(TODAY, NOON, null, null, TODAY.minusDays(1));

        assertThat(OF_THE_NIGHT.plan(fresh, Progress.none(TODAY.minusDays(1))).orElseThrow().from())
                .isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void daysThatTheDeviceHasNotToldAreNotSummedUp() {
        Situation away = at(NOON, TODAY.minusDays(3));
        DatedPlan plan = BY_DEVICE.plan(away, found(TODAY, TODAY.minusDays(1))).orElseThrow();

        assertThat(plan.until(TODAY.minusDays(3)).orElseThrow().to()).isEqualTo(TODAY.minusDays(3));
        assertThat(plan.until(TODAY.minusDays(99))).isEmpty();
    }
}
