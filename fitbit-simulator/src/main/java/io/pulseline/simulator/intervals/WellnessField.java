package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/** Fields of a wellness day, with the values a living person can have. */
enum WellnessField {
    WEIGHT("weight", false, 20, 400),
    RESTING_HR("restingHR", true, 20, 150),
    HRV("hrv", false, 1, 400),
    HRV_SDNN("hrvSDNN", false, 1, 400),
    SLEEP_SECS("sleepSecs", true, 0, 86_400),
    SLEEP_SCORE("sleepScore", false, 0, 100),
    SLEEP_QUALITY("sleepQuality", true, 1, 4),
    AVG_SLEEPING_HR("avgSleepingHR", false, 20, 150),
    SPO2("spO2", false, 50, 100),
    RESPIRATION("respiration", false, 3, 60),
    SYSTOLIC("systolic", true, 40, 300),
    DIASTOLIC("diastolic", true, 20, 200),
    STEPS("steps", true, 0, 300_000),
    KCAL_CONSUMED("kcalConsumed", true, 0, 30_000),
    SORENESS("soreness", true, 1, 4),
    FATIGUE("fatigue", true, 1, 4),
    STRESS("stress", true, 1, 4),
    MOOD("mood", true, 1, 4),
    MOTIVATION("motivation", true, 1, 4),
    HYDRATION("hydration", true, 1, 4),
    BODY_FAT("bodyFat", false, 1, 80);

    private static final double CLEARED = -1;

    private final String word;
    private final boolean isWhole;
    private final double least;
    private final double most;

    WellnessField(String word, boolean isWhole, double least, double most) {
        this.word = word;
        this.isWhole = isWhole;
        this.least = least;
        this.most = most;
    }

    /** What is wrong with a body; empty if it may be stored. */
    static Optional<String> complaint(JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            return Optional.of("Nothing to change");
        }
        return body.properties().stream()
                .flatMap(field -> complaint(field.getKey(), field.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> complaint(String name, JsonNode value) {
        if (name.equals("locked")) {
            return value.isBoolean() ? Optional.empty() : Optional.of("locked is not a boolean");
        }
        return Arrays.stream(values())
                .filter(field -> field.word.equals(name))
                .findFirst()
                .map(field -> field.complaintAbout(value))
                .orElseGet(() -> Optional.of("Unknown field " + name));
    }

    private Optional<String> complaintAbout(JsonNode value) {
        if (!value.isNumber() || (isWhole && !value.isIntegralNumber())) {
            return Optional.of(word + " is not a " + (isWhole ? "whole " : "") + "number");
        }
        double number = value.doubleValue();
        return number == CLEARED || (number >= least && number <= most)
                ? Optional.empty()
                : Optional.of(word + " is out of range");
    }
}
