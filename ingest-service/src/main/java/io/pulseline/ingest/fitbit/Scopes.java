package io.pulseline.ingest.fitbit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What we ask a Fitbit user for. */
final class Scopes {
    static final String ACTIVITY = "activity";
    static final String SETTINGS = "settings";
    static final String SLEEP = "sleep";
    static final String WEIGHT = "weight";

    /** Scope and why, as the connect page says it. */
    static final SequencedMap<String, String> WANTED = wanted();

    private Scopes() {}

    private static SequencedMap<String, String> wanted() {
        SequencedMap<String, String> why = new LinkedHashMap<>();
        why.put(ACTIVITY, "Your workouts, steps, distance, calories, floors and zone minutes.");
        why.put(
                "heartrate",
                "Your heart rate through the day and in workouts, your resting heart rate and your"
                        + " heart rate variability.");
        why.put(SLEEP, "Your nights and naps with their stages.");
        why.put("oxygen_saturation", "The oxygen saturation (SpO2) measured while you sleep.");
        why.put("respiratory_rate", "How often you breathe while you sleep.");
        why.put("temperature", "How your skin temperature at night differs from your usual one.");
        why.put("cardio_fitness", "Your cardio fitness (VO2 max) as Fitbit estimates it.");
        why.put(WEIGHT, "The weight you log or your scale measures.");
        why.put("location", "The track of workouts that were recorded with GPS.");
        why.put("profile", "Your time zone, without which no local time can be told right.");
        why.put(
                SETTINGS,
                "Your paired devices and when they last synced, so that missing data is not taken"
                        + " for zero.");
        return Collections.unmodifiableSequencedMap(why);
    }
}
