package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One data point, listed or reconciled, or one window of a rollup.
 *
 * @param envelope the point as it stands
 * @param value the one member of it that is called by its type
 */
record GooglePoint(JsonNode envelope, JsonNode value) {
    /**
     * The one point in a part.
     *
     * @param type Google's data type, as paths spell it
     * @throws UnmappableException if the part is no point of that type
     */
    static GooglePoint only(PayloadPart part, String type) {
        String name = type + " part";
        JsonNode point = GoogleJson.object(PartBytes.body(part), name);
        JsonNode value = point.path(key(type));
        if (!value.isObject()) {
            throw new UnmappableException(name + " is no data point with " + key(type));
        }
        return new GooglePoint(point, value);
    }

    /** A data type as points spell it: {@code heart-rate} is {@code heartRate} there. */
    static String key(String type) {
        StringBuilder key = new StringBuilder();
        for (String word : type.split("-", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    GoogleSource source() {
        return GoogleSource.of(envelope);
    }

    /** Google's id: the last piece of the point's name; null where it has no name. */
    @Nullable String id() {
        String name = JsonParts.text(envelope, "name");
        if (name == null) {
            name = JsonParts.text(envelope, "dataPointName");
        }
        return name == null ? null : name.substring(name.lastIndexOf('/') + 1);
    }
}
