package io.pulseline.pipeline.play;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a heart in the end, and what follows from that: the body of the play weighs 70
 * kg, is 40 years old and male.
 *
 * @param measuredSeconds for how long its rate is known, from the start on
 */
record Heart(Workout workout, Whose whose, int measuredSeconds) {
    private static final int[] LIMITS = {100, 120, 140, 160};
    private static final double METABOLIC_EQUIVALENT_OF_STRENGTH = 3.5;
    private static final double METABOLIC_EQUIVALENT_OF_YOGA = 2.5;
    private static final double KILOGRAMS = 70;

    /** From where it is known. */
    enum Whose {
        OWN,
        FITBIT,
        /** The Fitbit was on the table. */
        NOT_MEASURED,
        /** The Fitbit has never told. */
        NOT_TOLD
    }

    static Heart of(Workout workout, Story story) {
        return switch (story) {
            case HEART_THERE, HEART_LATE, HEART_TOO_LATE ->
                    new Heart(workout, Whose.FITBIT, workout.seconds());
            case HEART_OF_ONE_HALF -> new Heart(workout, Whose.FITBIT, workout.seconds() / 2);
            case HEART_NOT_MEASURED -> new Heart(workout, Whose.NOT_MEASURED, 0);
            case HEART_NEVER, DELETED_WHILE_WAITING -> new Heart(workout, Whose.NOT_TOLD, 0);
            case PLAIN,
                    BEFORE_THE_PIPELINE,
                    BACKFILLED,
                    IMPORTED_LATE,
                    CORRECTED,
                    REREAD,
                    SENT_TWICE,
                    DELETED,
                    RESTORED,
                    DELETED_UNSEEN ->
                    new Heart(workout, Whose.OWN, workout.seconds());
        };
    }

    /** The Fitbit has a sample for each minute, the first and the last included. */
    Foreseen.Step fitbit() {
        String name = "fitbit-heart-rate";
        return switch (whose) {
            case OWN -> Foreseen.Step.skipped(name, "it has heart rate already");
            case FITBIT ->
                    Foreseen.Step.added(
                            name,
                            Map.of(
                                    "heartRateCoveredPercent",
                                    100.0 * measuredSeconds / workout.seconds(),
                                    "heartRateSamples",
                                    measuredSeconds / 60.0 + 1));
            case NOT_MEASURED ->
                    Foreseen.Step.skipped(
                            name, "the Fitbit measured no heart rate during it (not worn?)");
            case NOT_TOLD ->
                    Foreseen.Step.skipped(
                            name,
                            "heart rate from %s on is not there yet"
                                    .formatted(
                                            DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT)
                                                    .withZone(ZoneOffset.UTC)
                                                    .format(workout.startedAt())));
        };
    }

    /** A steady heart does not drift, and a steady person does not slow down. */
    Foreseen.Step summary() {
        if (measuredSeconds == 0) {
            return Foreseen.Step.skipped("heart-rate-summary", "no heart rate");
        }
        double beats = workout.beatsPerMinute();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("minimumBeatsPerMinute", beats);
        values.put("averageBeatsPerMinute", beats);
        values.put("maximumBeatsPerMinute", beats);
        values.put("driftBeatsPerMinute", 0.0);
        if (workout.hasTrack()) {
            values.put("driftSpeedPercent", 0.0);
        }
        return Foreseen.Step.added("heart-rate-summary", values);
    }

    /** All of the time in the one zone where it is. */
    Foreseen.Step zones() {
        if (measuredSeconds == 0) {
            return Foreseen.Step.skipped("heart-rate-zones", "no heart rate");
        }
        int zone = 0;
        while (zone < LIMITS.length && workout.beatsPerMinute() >= LIMITS[zone]) {
            zone++;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (int each = 0; each <= LIMITS.length; each++) {
            values.put("zone" + each + "Seconds", each == zone ? (double) measuredSeconds : 0.0);
        }
        return Foreseen.Step.added("heart-rate-zones", values);
    }

    /** The source's, else by Keytel's equation where enough is measured, else by the type. */
    Foreseen.Step calories() {
        Double given = workout.energyKilocalories();
        boolean isEnough = measuredSeconds >= 0.8 * workout.seconds();
        double kilocalories = given != null ? given : isEnough ? byHeart() : byType();
        return Foreseen.Step.added("calories", Map.of("energyKilocalories", kilocalories));
    }

    private double byHeart() {
        double kilojoulesPerMinute =
                -55.0969 + 0.6309 * workout.beatsPerMinute() + 0.1988 * KILOGRAMS + 0.2017 * 40;
        return kilojoulesPerMinute * measuredSeconds / 60 / 4.184;
    }

    private double byType() {
        double equivalent =
                workout.type().equals("STRENGTH")
                        ? METABOLIC_EQUIVALENT_OF_STRENGTH
                        : METABOLIC_EQUIVALENT_OF_YOGA;
        return equivalent * KILOGRAMS * workout.minutes() / 60;
    }
}
