package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Where a point comes from (fact sheet section 4.2).
 *
 * @param recordingMethod Google's word
 * @param device null where none is named
 */
record Source(String recordingMethod, @Nullable DeviceName device, String platform) {
    static final String PASSIVE = "PASSIVELY_MEASURED";
    static final String ACTIVE = "ACTIVELY_MEASURED";
    static final String DERIVED = "DERIVED";
    static final String MANUAL = "MANUAL";

    private static final String FITBIT = "FITBIT";

    /** Whatever is known of it; null for what is not. */
    record DeviceName(
            @Nullable String displayName,
            @Nullable String manufacturer,
            @Nullable String formFactor) {}

    /** A tracker, by its name alone. */
    static Source tracker(String recordingMethod, String displayName) {
        return new Source(recordingMethod, new DeviceName(displayName, null, null), FITBIT);
    }

    /** A tracker with its form. */
    static Source band(String recordingMethod, String displayName) {
        return new Source(
                recordingMethod, new DeviceName(displayName, null, "FITNESS_BAND"), FITBIT);
    }

    static Source phone(String platform) {
        return new Source(PASSIVE, new DeviceName(null, "Google", "PHONE"), platform);
    }

    static Source scale(String displayName) {
        return new Source(ACTIVE, new DeviceName(displayName, "Fitbit", "SCALE"), FITBIT);
    }

    /** Fitbit's own reckoning or somebody's typing, without a device. */
    static Source without(String recordingMethod) {
        return new Source(recordingMethod, null, FITBIT);
    }

    boolean isManual() {
        return recordingMethod.equals(MANUAL);
    }

    /** Whether it is a device of Fitbit's or Google's that one wears. */
    boolean isWearable() {
        return !isManual()
                && platform.equals(FITBIT)
                && (device == null || !"PHONE".equals(device.formFactor()));
    }

    ObjectNode document() {
        ObjectNode document = Json.object().put("recordingMethod", recordingMethod);
        if (device != null) {
            ObjectNode named = document.putObject("device");
            if (device.formFactor() != null) {
                named.put("formFactor", device.formFactor());
            }
            if (device.manufacturer() != null) {
                named.put("manufacturer", device.manufacturer());
            }
            if (device.displayName() != null) {
                named.put("displayName", device.displayName());
            }
        }
        return document.put("platform", platform);
    }
}
