package io.pulseline.pipeline.absence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which Fitbit models lack what. Heart rate, nightly metrics, SpO2 and sleep: as ingest's table of
 * models has them. Altimeter and GPS were looked up in November 2026, in what the maker writes
 * where that was to be had (Google's "Device compatibility" was not, beyond its list of models),
 * else in comparisons and reviews; not tried on devices:
 *
 * <table>
 * <caption>Where it is said</caption>
 * <tr><th>models</th><th>source</th></tr>
 * <tr><td>Versa Lite without barometer; Versa, Versa Lite, Versa 2 with the GPS of the phone</td>
 * <td>dev.fitbit.com, guides "Barometer Sensor" and "Multiple Devices"</td></tr>
 * <tr><td>Charge HR: its sensors</td><td>its manual</td></tr>
 * <tr><td>Charge 5 and 6 without altimeter</td><td>reviews and comparisons, which agree (Android
 * Police lists the sensors of Charge 5)</td></tr>
 * <tr><td>Alta, Alta HR: neither altimeter nor any GPS</td><td>tables of comparison with Charge
 * 2</td></tr>
 * <tr><td>Flex 2: an accelerometer and nothing else</td><td>gadgetsandwearables.com</td></tr>
 * <tr><td>Inspire, Inspire HR, 2 and 3 without altimeter; but for the first with the GPS of the
 * phone</td><td>Wikipedia; Lifewire on the line as a whole</td></tr>
 * <tr><td>Zip without altimeter</td><td>CNET, Wikipedia</td></tr>
 * <tr><td>Blaze with the GPS of the phone, the first to have it: none of those before it</td>
 * <td>reviews of 2016</td></tr>
 * <tr><td>Charge 2, Charge 3, Luxe with the GPS of the phone</td><td>comparisons (Wareable on
 * Luxe)</td></tr>
 * </table>
 *
 * One page of little weight says that Inspire 2 counts floors. A model that is not listed is not
 * said to lack anything: of Luxe, Flex and the Ace models nobody was found who says that they have
 * no altimeter.
 */
public final class Models {
    /** Of the wrist's blood flow. */
    private static final Set<String> WITHOUT_HEART_RATE =
            names(
                    "Ace",
                    "Ace 2",
                    "Ace 3",
                    "Alta",
                    "Charge",
                    "Flex",
                    "Flex 2",
                    "Force",
                    "Inspire",
                    "One",
                    "Zip",
                    "MobileTrack");

    private static final Set<String> WITHOUT_STAGES = and(WITHOUT_HEART_RATE, "Charge HR", "Surge");

    /** HRV and respiratory rate. */
    private static final Set<String> WITHOUT_NIGHTLY_METRICS =
            and(WITHOUT_STAGES, "Alta HR", "Blaze", "Charge 2", "Inspire HR");

    /** Or with a sensor whose values the provider does not give. */
    private static final Set<String> WITHOUT_OXYGEN =
            and(WITHOUT_NIGHTLY_METRICS, "Inspire 2", "Versa", "Versa Lite", "Charge 3");

    private static final Set<String> WITHOUT_SLEEP = names("Zip", "MobileTrack");

    private static final Set<String> WITHOUT_ALTIMETER =
            names(
                    "Alta",
                    "Alta HR",
                    "Charge 5",
                    "Charge 6",
                    "Flex 2",
                    "Inspire",
                    "Inspire HR",
                    "Inspire 2",
                    "Inspire 3",
                    "Versa Lite",
                    "Zip");

    /** Neither its own nor the phone's. */
    private static final Set<String> WITHOUT_GPS =
            names("Alta", "Alta HR", "Charge", "Charge HR", "Flex", "Force", "One", "Zip");

    private static final Set<String> WITH_GPS_OF_THE_PHONE =
            names(
                    "Blaze",
                    "Charge 2",
                    "Charge 3",
                    "Inspire HR",
                    "Inspire 2",
                    "Inspire 3",
                    "Luxe",
                    "Versa",
                    "Versa Lite",
                    "Versa 2");

    private static final Set<String> KNOWN =
            and(
                    WITHOUT_OXYGEN,
                    "Charge 4",
                    "Charge 5",
                    "Charge 6",
                    "Inspire 3",
                    "Ionic",
                    "Luxe",
                    "Sense",
                    "Sense 2",
                    "Versa 2",
                    "Versa 3",
                    "Versa 4",
                    "Pixel Watch",
                    "Pixel Watch 2",
                    "Pixel Watch 3",
                    "Pixel Watch 4");

    private static final List<Measure> HEALTH_METRICS =
            List.of(
                    Measure.HEART_RATE,
                    Measure.HEART_RATE_VARIABILITY,
                    Measure.STEPS,
                    Measure.RESPIRATORY_RATE,
                    Measure.OXYGEN_SATURATION,
                    Measure.SLEEP);

    private Models() {}

    /** Which of the six health metrics a model measures; empty if the model is not known. */
    public static Optional<List<Measure>> measured(String model) {
        return KNOWN.contains(key(model))
                ? Optional.of(
                        HEALTH_METRICS.stream().filter(metric -> !lacks(model, metric)).toList())
                : Optional.empty();
    }

    /** False where the model is not known. */
    static boolean lacks(String model, Measure measure) {
        return without(measure).contains(key(model));
    }

    /** Whether the model has no GPS but uses that of a phone; false where it is not known. */
    static boolean usesGpsOfThePhone(String model) {
        return WITH_GPS_OF_THE_PHONE.contains(key(model));
    }

    private static Set<String> without(Measure measure) {
        return switch (measure) {
            case HEART_RATE -> WITHOUT_HEART_RATE;
            case GPS -> WITHOUT_GPS;
            case ELEVATION -> WITHOUT_ALTIMETER;
            case SLEEP -> WITHOUT_SLEEP;
            case SLEEP_STAGES -> WITHOUT_STAGES;
            case HEART_RATE_VARIABILITY, RESPIRATORY_RATE -> WITHOUT_NIGHTLY_METRICS;
            case OXYGEN_SATURATION -> WITHOUT_OXYGEN;
            case STEPS -> Set.of();
        };
    }

    /** Fitbit writes some models with its own name before them. */
    private static String key(String model) {
        String name = model.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("fitbit ") ? name.substring("fitbit ".length()) : name;
    }

    private static Set<String> names(String... models) {
        return Arrays.stream(models).map(Models::key).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> and(Set<String> some, String... models) {
        return Stream.concat(some.stream(), names(models).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
