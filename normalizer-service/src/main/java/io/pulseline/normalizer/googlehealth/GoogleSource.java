package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.normalizer.record.JsonParts;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded a point (fact sheet 4.2).
 *
 * <p>A list holds what every device and app told, so the same time may be told several times; a
 * reconciled answer holds what Google made of it, without a source. Where we must choose, we choose
 * as Google's own app does, which shows the tracker's data where it was worn: {@link Rank} in its
 * order, of equals the first by name.
 *
 * @param deviceName model, for example {@code Charge 6}; null where not told
 * @param application package of the app that wrote the point; null where not told
 * @param recordingMethod see {@code OpenSets.RecordingMethod}; null where not told
 */
record GoogleSource(
        Rank rank,
        @Nullable String deviceName,
        @Nullable String application,
        @Nullable String recordingMethod) {
    /** Best first. */
    static final Comparator<GoogleSource> BEST_FIRST =
            Comparator.comparing(GoogleSource::rank)
                    .thenComparing(
                            GoogleSource::deviceName,
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(
                            GoogleSource::application,
                            Comparator.nullsFirst(Comparator.naturalOrder()));

    /** How near a source is to the wrist. */
    enum Rank {
        /** A band or watch, or Google's own choice of all sources. */
        WRIST,
        /** Worn elsewhere: a ring, a chest strap. */
        WORN,
        /** Carried or unknown: a phone, an app. */
        CARRIED,
        /** Written down by a person. */
        WRITTEN
    }

    /** The source of a point as it stands in a list; what has none is Google's own choice. */
    static GoogleSource of(JsonNode point) {
        JsonNode source = point.path("dataSource");
        JsonNode device = source.path("device");
        String method = method(GoogleJson.word(source, "recordingMethod"));
        return new GoogleSource(
                nearness(source, device, method),
                JsonParts.text(device, "displayName"),
                JsonParts.text(source.path("application"), "packageName"),
                method);
    }

    private static @Nullable String method(@Nullable String word) {
        return switch (word) {
            case "MANUAL" -> RecordingMethod.MANUAL;
            case "PASSIVELY_MEASURED", "ACTIVELY_MEASURED" -> RecordingMethod.SENSED;
            case "DERIVED" -> RecordingMethod.DERIVED;
            case null, default -> null;
        };
    }

    private static Rank nearness(JsonNode source, JsonNode device, @Nullable String method) {
        if (!source.isObject()) {
            return Rank.WRIST;
        }
        if (RecordingMethod.MANUAL.equals(method)) {
            return Rank.WRITTEN;
        }
        return switch (GoogleJson.word(device, "formFactor")) {
            case "FITNESS_BAND", "WATCH" -> Rank.WRIST;
            case "RING", "CHEST_STRAP", "HEAD_MOUNTED" -> Rank.WORN;
            // Fitbit's trackers mostly tell their name only.
            case null ->
                    "FITBIT".equals(GoogleJson.word(source, "platform"))
                            ? Rank.WRIST
                            : Rank.CARRIED;
            default -> Rank.CARRIED;
        };
    }

    /** Whether what this source tells outweighs what another does. */
    boolean outranks(GoogleSource other) {
        return BEST_FIRST.compare(this, other) < 0;
    }

    boolean isManual() {
        return RecordingMethod.MANUAL.equals(recordingMethod);
    }
}
