package io.pulseline.pipeline.target.fhir.observation;

import org.hl7.fhir.r4.model.Coding;

/**
 * Codes of our own, for what no confirmed standard code was found. Their code system, with what
 * each means, is the resource {@code fhir/CodeSystem-wearable-metric.json}.
 */
enum LocalCode {
    RMSSD("hrv-rmssd", "Heart rate variability (RMSSD)"),
    HEART_RATE_SERIES("heart-rate-series", "Heart rate, means per minute"),
    OXYGEN_MINIMUM("oxygen-saturation-minimum", "Lowest oxygen saturation"),
    OXYGEN_MAXIMUM("oxygen-saturation-maximum", "Highest oxygen saturation"),
    SLEEP_AWAKE("sleep-awake", "Time awake in bed"),
    SLEEP_EFFICIENCY("sleep-efficiency", "Sleep efficiency"),
    SLEEP_LATENCY("sleep-latency", "Time to fall asleep"),
    MAIN_SLEEP("main-sleep", "Main sleep"),
    ACTIVE_ZONE_MINUTES("active-zone-minutes", "Active zone minutes"),
    DISTANCE("distance", "Distance"),
    VO2_MAX("vo2-max", "Cardio fitness (VO2 max)");

    private final String code;
    private final String display;

    LocalCode(String code, String display) {
        this.code = code;
        this.display = display;
    }

    /** As people read it. */
    String display() {
        return display;
    }

    Coding coding(Systems systems) {
        return new Coding(systems.localCodes(), code, display);
    }
}
