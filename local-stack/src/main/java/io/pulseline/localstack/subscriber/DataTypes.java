package io.pulseline.localstack.subscriber;

import java.util.Collection;
import java.util.List;

/**
 * Google's data types whose changes Pulseline wants to hear of: those that ingest reads and that
 * Google tells of. What it reads beside them (VO2 max, total energy, active minutes, SpO2 by the
 * minute) is not told by anybody and read at its times.
 */
final class DataTypes {
    static final List<String> WANTED =
            List.of(
                    "active-zone-minutes",
                    "altitude",
                    "daily-heart-rate-variability",
                    "daily-heart-rate-zones",
                    "daily-oxygen-saturation",
                    "daily-respiratory-rate",
                    "daily-resting-heart-rate",
                    "daily-sleep-temperature-derivations",
                    "distance",
                    "exercise",
                    "floors",
                    "heart-rate",
                    "heart-rate-variability",
                    "respiratory-rate-sleep-summary",
                    "sedentary-period",
                    "sleep",
                    "steps",
                    "time-in-heart-rate-zone",
                    "weight");

    private DataTypes() {}

    /**
     * The wanted ones but these.
     *
     * @throws IllegalArgumentException naming one that is not among them, or if none is left
     */
    static List<String> without(Collection<String> left) {
        for (String one : left) {
            if (!WANTED.contains(one)) {
                throw new IllegalArgumentException(
                        "--without " + one + " is no data type of ours; they are " + WANTED);
            }
        }
        List<String> rest = WANTED.stream().filter(one -> !left.contains(one)).toList();
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(
                    "--without leaves no data type; subscriber delete ends all of them");
        }
        return rest;
    }
}
