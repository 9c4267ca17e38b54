package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.sync.ListPlan.Situation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LIVE_FROM = TODAY.minusDays(60);
    private static final LocalTime NOON = LocalTime.of(12, 10);

    private static Optional<ListPlan> plan(
            LocalTime time, @Nullable LocalDate readUntil, boolean quiet, Progress progress) {
        UUID id = new UUID(0, 1);
        DueWork work = new DueWork(id, id, "activity", id, null, LIVE_FROM, 0, progress);
        Situation situation = new Situation(TODAY, time, readUntil, null, quiet);
        return ListPlan.of(situation, work, 14, LocalTime.of(3, 0));
    }

    private static Progress.Change readToday() {
        return Progress.none(LIVE_FROM).change().watermark(TODAY).trailingReadOn(TODAY);
    }

    @Test
    void thePollReadsYesterdayTooBecauseAWorkoutMayRunOverMidnight() {
        assertThat(plan(NOON, TODAY, false, readToday().done()))
                .contains(new ListPlan(TODAY.minusDays(1), false));
    }

    @Test
    void untilThreeInTheMorningTheTrailingDaysAreLeftForLater() {
        Progress before = readToday().trailingReadOn(TODAY.minusDays(1)).done();

        assertThat(plan(LocalTime.of(2, 50), TODAY, false, before))
                .contains(new ListPlan(TODAY.minusDays(1), false));
    }

    @Test
    void theTrailingDaysAreReadOnceADay() {
        Progress before = readToday().trailingReadOn(TODAY.minusDays(1)).done();

        assertThat(plan(NOON, TODAY, true, before))
                .contains(new ListPlan(TODAY.minusDays(13), true));
    }

    @Test
    void aQuietConnectionIsNotAsked() {
        assertThat(plan(NOON, TODAY, true, readToday().done())).isEmpty();
    }

    @Test
    void aNotificationBreaksTheQuiet() {
        assertThat(plan(NOON, TODAY, true, readToday().bells(null, 7).done())).isPresent();
    }

    @Test
    void aDateThatANotificationNamedIsReadFromThere() {
        Progress named = readToday().reread(TODAY.minusDays(30), new TreeSet<>()).done();

        assertThat(plan(NOON, TODAY, true, named).orElseThrow().from())
                .isEqualTo(TODAY.minusDays(30));
    }

    @Test
    void aDeviceThatWasAwayIsReadFromItsPreviousSync() {
        assertThat(plan(NOON, TODAY.minusDays(20), false, readToday().done()).orElseThrow().from())
                .isEqualTo(TODAY.minusDays(20));
    }

    @Test
    void nothingBeforeTheConsentIsRead() {
        Progress named = readToday().reread(LIVE_FROM.minusDays(9), new TreeSet<>()).done();

        assertThat(plan(NOON, TODAY, true, named).orElseThrow().from()).isEqualTo(LIVE_FROM);
    }
}
