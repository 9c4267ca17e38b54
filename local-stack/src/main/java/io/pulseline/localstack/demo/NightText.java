package io.pulseline.localstack.demo;

import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.contracts.health.Steps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records in a line for people. The simulator invents these values; a real person's would not be
 * printed.
 */
final class NightText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private NightText() {}

    static String sleep(Sleep sleep) {
        List<SleepStageTotal> totals =
                Objects.requireNonNullElse(sleep.getStageTotals(), List.of());
        String stages =
                totals.stream()
                        .map(total -> total.getStage() + " " + total.getMinutes())
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s to %s, %d min asleep (%s), efficiency %s %%",
                time(sleep.getStartEpochMillis(), sleep.getStartOffsetSeconds()),
                time(sleep.getEndEpochMillis(), sleep.getEndOffsetSeconds()),
                sleep.getAsleepMinutes(),
                stages,
                number(sleep.getEfficiencyPercent()));
    }

    private static String time(@Nullable Long epochMillis, @Nullable Integer offsetSeconds) {
        return Instant.ofEpochMilli(Objects.requireNonNull(epochMillis))
                .atOffset(ZoneOffset.ofTotalSeconds(Objects.requireNonNull(offsetSeconds)))
                .format(TIME);
    }

    static String variability(HeartRateVariability night) {
        int values =
                night.getIntraday() == null ? 0 : night.getIntraday().getRmssdMilliseconds().size();
        return String.format(
                Locale.ROOT,
                "RMSSD %s, in deep sleep %s, %d values of 5 minutes; equal to the truth",
                milliseconds(night.getDailyRmssdMilliseconds()),
                milliseconds(night.getDeepSleepRmssdMilliseconds()),
                values);
    }

    static String oxygen(OxygenSaturation night) {
        return String.format(
                Locale.ROOT,
                "average %s, lowest %s, highest %s; equal to the truth",
                percent(night.getAveragePercent()),
                percent(night.getMinimumPercent()),
                percent(night.getMaximumPercent()));
    }

    static String breathing(RespiratoryRate night) {
        return String.format(
                Locale.ROOT,
                "breaths per minute: %s; deep %s, light %s, REM %s; equal to the truth",
                number(night.getBreathsPerMinute()),
                number(night.getDeepSleepBreathsPerMinute()),
                number(night.getLightSleepBreathsPerMinute()),
                number(night.getRemSleepBreathsPerMinute()));
    }

    /**
     * Hours of some dates, and the sums of those that are over.
     *
     * @param today grows still; its sums are left out
     */
    static String days(
            Collection<HeartRateSeries> heart,
            Collection<Steps> steps,
            Collection<DailySummary> summaries,
            String today) {
        long beats = 0;
        for (HeartRateSeries hour : heart) {
            beats += hour.getHeartRate().getBeatsPerMinute().size();
        }
        long walked = 0;
        for (Steps hour : steps) {
            for (Integer minute : hour.getStepsPerMinute()) {
                walked += minute == null ? 0 : minute;
            }
        }
        String sums =
                summaries.stream()
                        .filter(summary -> summary.getLocalDate().compareTo(today) < 0)
                        .map(summary ->
                                summary.getLocalDate() + " with " + summary.getSteps() + " steps")
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d hours with %d heart-rate samples, %d hours with %d steps, daily summary of"
                        + " %s; equal to the truth",
                heart.size(),
                beats,
                steps.size(),
                walked,
                sums);
    }

    private static String milliseconds(@Nullable Double value) {
        return value == null ? "not told" : value + " ms";
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "not told" : value + " %";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "not told" : Double.toString(value);
    }
}
