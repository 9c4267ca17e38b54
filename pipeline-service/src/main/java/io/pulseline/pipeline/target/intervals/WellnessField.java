package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.setting.Word;
import java.util.Arrays;
import java.util.List;

/**
 * Fields of a wellness day that we may fill, by the name they have there. Food intake ({@code
 * kcalConsumed}) is none of them: energy burned is something else.
 */
enum WellnessField implements Word {
    /** Beats per minute. */
    RESTING_HR("restingHR", RecordType.DAILY_SUMMARY, true, 20, 150),
    /** None at all is a day without a tracker, and no measurement. */
    STEPS("steps", RecordType.DAILY_SUMMARY, true, 1, 200_000),
    /** Kilograms. */
    WEIGHT("weight", RecordType.DAILY_SUMMARY, false, 20, 400),
    /** Percent. Not confirmed by the place's author. */
    BODY_FAT("bodyFat", RecordType.DAILY_SUMMARY, false, 2, 75),
    /** RMSSD in milliseconds; SDNN has a field of its own, which we never fill. */
    HRV("hrv", RecordType.HEART_RATE_VARIABILITY, false, 1, 300),
    /** Seconds asleep. */
    SLEEP_SECS("sleepSecs", RecordType.SLEEP, true, 60, 86_400),
    /** Percent. */
    SPO2("spO2", RecordType.OXYGEN_SATURATION, false, 50, 100),
    /** Breaths per minute. Not confirmed by the place's author. */
    RESPIRATION("respiration", RecordType.RESPIRATORY_RATE, false, 3, 60);

    /** Written to a field to empty it. */
    static final int CLEARED = -1;

    private final String word;
    private final String recordType;
    private final boolean isWhole;
    private final double least;
    private final double most;

    WellnessField(String word, String recordType, boolean isWhole, double least, double most) {
        this.word = word;
        this.recordType = recordType;
        this.isWhole = isWhole;
        this.least = least;
        this.most = most;
    }

    @Override
    public String word() {
        return word;
    }

    /** Those that a record of that type fills. */
    static List<WellnessField> of(String recordType) {
        return Arrays.stream(values())
                .filter(field -> field.recordType.equals(recordType))
                .toList();
    }

    /** All but those that not everybody weighs. */
    static List<WellnessField> usual() {
        return Arrays.stream(values()).filter(field -> field != BODY_FAT).toList();
    }

    /** Whether a living person can have it; what is not is a mistake of ours or of the source. */
    boolean canBe(double value) {
        return value >= least && value <= most;
    }

    /** Writes a plausible value, whole where the place wants it so. */
    void write(ObjectNode day, double value) {
        if (isWhole) {
            day.put(word, Math.round(value));
        } else {
            day.put(word, value);
        }
    }

    void clear(ObjectNode day) {
        day.put(word, CLEARED);
    }
}
