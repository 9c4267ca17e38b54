package io.pulseline.ingest.connection;

import static io.pulseline.contracts.OpenSets.RecordType.HEART_RATE;
import static io.pulseline.contracts.OpenSets.RecordType.HEART_RATE_VARIABILITY;
import static io.pulseline.contracts.OpenSets.RecordType.OXYGEN_SATURATION;
import static io.pulseline.contracts.OpenSets.RecordType.RESPIRATORY_RATE;
import static io.pulseline.contracts.OpenSets.RecordType.SLEEP;
import static io.pulseline.contracts.OpenSets.RecordType.STEPS;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the six health metrics a Fitbit model measures, as far as its maker says.
 *
 * <table>
 * <caption>Models</caption>
 * <tr><th>models</th><th>measure</th></tr>
 * <tr><td>Charge 4, 5, 6; Inspire 3; Luxe; Sense, Sense 2; Versa 2, 3, 4; Ionic; Pixel Watches</td>
 * <td>heart rate, HRV, steps, respiratory rate, SpO2, sleep</td></tr>
 * <tr><td>Inspire 2; Versa, Versa Lite; Charge 3</td>
 * <td>all but SpO2 through the API</td></tr>
 * <tr><td>Alta HR; Blaze; Charge HR; Charge 2; Inspire HR; Surge</td>
 * <td>heart rate, steps, sleep</td></tr>
 * <tr><td>Ace, Ace 2, Ace 3; Alta; Charge; Flex, Flex 2; Force; Inspire; One</td>
 * <td>steps, sleep</td></tr>
 * <tr><td>Zip; MobileTrack (a phone)</td><td>steps</td></tr>
 * <tr><td>Aria, Aria 2, Aria Air (scales)</td><td>none of the six</td></tr>
 * </table>
 */
public final class TrackerModels {
    private static final List<String> ALL_SIX =
            List.of(
                    HEART_RATE,
                    HEART_RATE_VARIABILITY,
                    STEPS,
                    RESPIRATORY_RATE,
                    OXYGEN_SATURATION,
                    SLEEP);
    private static final List<String> WITHOUT_OXYGEN =
            List.of(HEART_RATE, HEART_RATE_VARIABILITY, STEPS, RESPIRATORY_RATE, SLEEP);
    private static final List<String> HEART_AND_SLEEP = List.of(HEART_RATE, STEPS, SLEEP);
    private static final List<String> STEPS_AND_SLEEP = List.of(STEPS, SLEEP);

    private static final Map<String, List<String>> MEASURED = measured();

    private TrackerModels() {}

    /** In the order of the table's columns; empty if the model is not known. */
    public static Optional<List<String>> measuredBy(String model) {
        return Optional.ofNullable(MEASURED.get(key(model)));
    }

    /** Fitbit writes some models with its own name before them. */
    private static String key(String model) {
        String name = model.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("fitbit ") ? name.substring("fitbit ".length()) : name;
    }

    private static Map<String, List<String>> measured() {
        Map<String, List<String>> measured = new HashMap<>();
        put(measured, ALL_SIX, "Charge 4", "Charge 5", "Charge 6", "Inspire 3", "Luxe", "Ionic");
        put(measured, ALL_SIX, "Sense", "Sense 2", "Versa 2", "Versa 3", "Versa 4");
        put(measured, ALL_SIX, "Pixel Watch", "Pixel Watch 2", "Pixel Watch 3", "Pixel Watch 4");
        put(measured, WITHOUT_OXYGEN, "Inspire 2", "Versa", "Versa Lite", "Charge 3");
        put(measured, HEART_AND_SLEEP, "Alta HR", "Blaze", "Charge HR", "Charge 2");
        put(measured, HEART_AND_SLEEP, "Inspire HR", "Surge");
        put(measured, STEPS_AND_SLEEP, "Ace", "Ace 2", "Ace 3", "Alta", "Charge", "Flex");
        put(measured, STEPS_AND_SLEEP, "Flex 2", "Force", "Inspire", "One");
        put(measured, List.of(STEPS), "Zip", "MobileTrack");
        put(measured, List.of(), "Aria", "Aria 2", "Aria Air");
        return Map.copyOf(measured);
    }

    private static void put(
            Map<String, List<String>> measured, List<String> metrics, String... models) {
        for (String model : models) {
            measured.put(key(model), metrics);
        }
    }
}
