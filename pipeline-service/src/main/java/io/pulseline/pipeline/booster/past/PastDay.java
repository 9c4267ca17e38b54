package io.pulseline.pipeline.booster.past;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One local date of a user and the night that ended on it.
 *
 * @param restingHeartRateBeatsPerMinute null where there is none, as for all of them
 * @param rmssdMilliseconds of the main sleep, the source's figure for the night: RMSSD, not SDNN
 * @param asleepMinutes of all sleeps that ended on that date, naps included
 */
public record PastDay(
        LocalDate date,
        @Nullable Double restingHeartRateBeatsPerMinute,
        @Nullable Double rmssdMilliseconds,
        @Nullable Double asleepMinutes) {}
