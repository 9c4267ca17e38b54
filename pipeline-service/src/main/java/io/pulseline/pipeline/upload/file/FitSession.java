package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session of a FIT file: a workout of one sport. What is summed up in it is the device's own
 * reckoning.
 */
final class FitSession {
    private static final int START_TIME = 2;
    private static final int SPORT = 5;
    private static final int SUB_SPORT = 6;
    private static final int ELAPSED = 7;
    private static final int TIMER = 8;
    private static final int DISTANCE = 9;
    private static final int CYCLES = 10;
    private static final int CALORIES = 11;
    private static final int AVERAGE_HEART_RATE = 16;
    private static final int ASCENT = 22;
    private static final int PROFILE_NAME = 110;

    private static final int LAP_CALORIES = 11;

    private static final double CENTIMETRES = 100;
    private static final double WHOLE = 1;

    private final FitMessage message;

    FitSession(FitMessage message) {
        this.message = message;
    }

    /** When it began; null if it does not say. */
    @Nullable Instant start() {
        return message.time(START_TIME);
    }

    /**
     * When it ended; null if it does not say.
     *
     * @throws RefusedFileException if that is before it began
     */
    @Nullable Instant end() {
        Instant start = start();
        Instant written = message.time(FitMessage.TIMESTAMP);
        if (start != null && written != null && written.isBefore(start)) {
            throw RefusedFileException.unfit("The activity ends before it begins.");
        }
        Long elapsed = message.milliseconds(ELAPSED);
        return start == null || elapsed == null ? written : start.plusMillis(elapsed);
    }

    /** What it says, into the record. */
    void fill(Activity activity, @Nullable Integer offsetSeconds, @Nullable String sportName) {
        Instant start = start();
        Instant end = end();
        Long sport = message.whole(SPORT);
        Long subSport = message.whole(SUB_SPORT);
        String name = FileText.name(message.text(PROFILE_NAME));
        activity.setTitle(name == null ? sportName : name);
        activity.setActivityType(FitSports.typeOf(sport, subSport));
        activity.setProviderActivityTypeId(FitSports.idOf(sport, subSport));
        activity.setProviderActivityTypeName(name == null ? sportName : name);
        activity.setStartEpochMillis(start == null ? null : start.toEpochMilli());
        activity.setStartOffsetSeconds(offsetSeconds);
        activity.setElapsedMilliseconds(
                start == null || end == null ? null : Duration.between(start, end).toMillis());
        activity.setActiveMilliseconds(message.milliseconds(TIMER));
        activity.setDistanceMetres(message.scaled(DISTANCE, CENTIMETRES));
        activity.setEnergyKilocalories(positive(message.scaled(CALORIES, WHOLE)));
        activity.setSteps(steps(sport));
        activity.setElevationGainMetres(message.scaled(ASCENT, WHOLE));
        activity.setAverageHeartRateBeatsPerMinute(
                positive(message.scaled(AVERAGE_HEART_RATE, WHOLE)));
    }

    /** Of runs and walks the cycles are strides: two steps each. */
    private @Nullable Integer steps(@Nullable Long sport) {
        Long strides = message.whole(CYCLES);
        boolean onFoot =
                sport != null && (sport == FitSports.RUNNING || sport == FitSports.WALKING);
        return onFoot && strides != null && strides > 0 && strides < Integer.MAX_VALUE / 2
                ? (int) (strides * 2)
                : null;
    }

    /** Those of its laps that begin in it; null if there are none. */
    static @Nullable List<Lap> laps(List<FitMessage> laps, Instant from, Instant to) {
        List<Lap> own = new ArrayList<>();
        for (FitMessage lap : laps) {
            Instant start = lap.time(START_TIME);
            if (start != null && !start.isBefore(from) && start.isBefore(to)) {
                own.add(lap(lap, start));
            }
        }
        return own.isEmpty() ? null : own;
    }

    private static Lap lap(FitMessage lap, Instant start) {
        return new Lap(
                start.toEpochMilli(),
                lap.milliseconds(ELAPSED),
                lap.scaled(DISTANCE, CENTIMETRES),
                positive(lap.scaled(LAP_CALORIES, WHOLE)));
    }

    private static @Nullable Double positive(@Nullable Double value) {
        return value == null || value <= 0 ? null : value;
    }
}
