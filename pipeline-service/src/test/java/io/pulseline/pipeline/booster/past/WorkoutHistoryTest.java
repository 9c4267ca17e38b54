package io.pulseline.pipeline.booster.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a user's activities are one workout, and which of them counts. */
class WorkoutHistoryTest {
    private static final Instant START = Instant.parse("2026-10-24T22:30:00Z");

    private static PastActivity activity(
            int startMinute, double minutes, String provider, @Nullable Double metres) {
        return activity(startMinute, minutes, provider, metres, RecordingMethod.SENSED);
    }

    private static PastActivity activity(
            int startMinute,
            double minutes,
            String provider,
            @Nullable Double metres,
            String recordingMethod) {
        Instant start = START.plusSeconds(startMinute * 60L);
        return new PastActivity(
                UUID.randomUUID(),
                "Run",
                "RUN",
                start,
                new ActivityFigures(
                        "Run",
                        "RUN",
                        start.toEpochMilli(),
                        7200,
                        minutes * 60,
                        null,
                        metres,
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        provider,
                        recordingMethod));
    }

    @Test
    void theSameWorkoutOnTwoDevicesCountsOnceWithTheOneThatHasADistance() {
        PastActivity watch = activity(0, 60, OpenSets.Provider.FITBIT, null);
        PastActivity file = activity(2, 58, OpenSets.Provider.FILE, 10_000.0);

        WorkoutHistory history = WorkoutHistory.of(List.of(watch), file, null);

        assertThat(history.counted()).containsExactly(file);
        assertThat(history.countedInstead()).isNull();
    }

    @Test
    void theProviderThatTheUserPrefersCounts() {
        PastActivity watch = activity(0, 60, OpenSets.Provider.FITBIT, null);
        PastActivity file = activity(2, 58, OpenSets.Provider.FILE, 10_000.0);

        WorkoutHistory history = WorkoutHistory.of(List.of(watch), file, OpenSets.Provider.FITBIT);

        assertThat(history.counted()).containsExactly(watch);
        assertThat(history.countedInstead()).isEqualTo(watch);
    }

    @Test
    void eightyPercentOfTheLongerOneInCommonAreOneWorkoutAndLessAreTwo() {
        PastActivity hour = activity(0, 60, OpenSets.Provider.FITBIT, null);

        assertThat(hour.isSameWorkoutAs(activity(12, 48, OpenSets.Provider.FILE, null))).isTrue();
        assertThat(hour.isSameWorkoutAs(activity(12, 47.9, OpenSets.Provider.FILE, null)))
                .isFalse();
        assertThat(hour.isSameWorkoutAs(activity(20, 10, OpenSets.Provider.FILE, null))).isFalse();
    }

    @Test
    void whatWasWrittenDownByHandIsNoSecondDevice() {
        PastActivity watch = activity(0, 60, OpenSets.Provider.FITBIT, null);
        PastActivity manual =
                activity(0, 60, OpenSets.Provider.FITBIT, null, RecordingMethod.MANUAL);

        assertThat(WorkoutHistory.of(List.of(watch), manual, null).counted()).hasSize(2);
    }

    @Test
    void workoutsOneAfterTheOtherAreNotOne() {
        PastActivity first = activity(0, 30, OpenSets.Provider.FITBIT, null);
        PastActivity second = activity(30, 30, OpenSets.Provider.FITBIT, null);

        WorkoutHistory history = WorkoutHistory.of(List.of(second), first, null);

        assertThat(history.counted()).containsExactly(first, second);
        assertThat(history.before()).isEmpty();
    }

    @Test
    void aLongOneAroundTwoShortOnesStandsForNeither() {
        PastActivity day = activity(0, 300, OpenSets.Provider.FITBIT, null);
        PastActivity morning = activity(10, 60, OpenSets.Provider.FILE, null);
        PastActivity evening = activity(200, 60, OpenSets.Provider.FILE, null);

        assertThat(WorkoutHistory.of(List.of(day, morning), evening, null).counted())
                .containsExactly(day, morning, evening);
    }

    @Test
    void anActivityIsOfTheDateThatClocksShowedAtItsStart() {
        // 22:30 in UTC, 00:30 where the user was.
        assertThat(activity(0, 60, OpenSets.Provider.FITBIT, null).localDate())
                .isEqualTo(LocalDate.of(2026, 10, 25));
    }

    @Test
    void anOffsetThatNoClockHasIsTakenForUnknown() {
        assertThat(LocalOffset.of(64_800).getTotalSeconds()).isEqualTo(64_800);
        assertThat(LocalOffset.of(64_801).getTotalSeconds()).isZero();
        assertThat(LocalOffset.of(Integer.MIN_VALUE).getTotalSeconds()).isZero();
        assertThat(LocalOffset.of(null).getTotalSeconds()).isZero();
    }

    @Test
    void heartRateIsCoveredWhereStretchesMeet() {
        KnownHeartRate known =
                new KnownHeartRate(
                        List.of(),
                        List.of(
                                new KnownHeartRate.Stretch(START, START.plusSeconds(60)),
                                new KnownHeartRate.Stretch(
                                        START.plusSeconds(60), START.plusSeconds(90))));

        assertThat(known.covers(START, START.plusSeconds(90))).isTrue();
        assertThat(known.covers(START, START.plusSeconds(91))).isFalse();
        assertThat(known.covers(START.minusSeconds(1), START.plusSeconds(30))).isFalse();
        assertThat(KnownHeartRate.NOTHING.covers(START, START.plusSeconds(1))).isFalse();
    }
}
