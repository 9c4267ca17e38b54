package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.normalizer.record.JsonParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heart-rate zones. Their names come in the user's language, so only their limits order them. */
final class FitbitZones {
    private static final Comparator<HeartRateZone> LOWEST_FIRST =
            Comparator.comparing(
                            HeartRateZone::getLowerBeatsPerMinute,
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                            HeartRateZone::getUpperBeatsPerMinute,
                            Comparator.nullsLast(Comparator.naturalOrder()));

    private FitbitZones() {}

    /**
     * The zones of a document, lowest first; null if there are none. The user's custom zones count
     * only where the ordinary ones are absent, because the two overlap.
     */
    static @Nullable List<HeartRateZone> of(JsonNode document) {
        List<HeartRateZone> zones = zones(document.path("heartRateZones"));
        if (zones.isEmpty()) {
            zones = zones(document.path("customHeartRateZones"));
        }
        return zones.isEmpty() ? null : zones;
    }

    private static List<HeartRateZone> zones(JsonNode array) {
        List<HeartRateZone> zones = new ArrayList<>();
        for (JsonNode zone : array) {
            String name = JsonParts.text(zone, "name");
            zones.add(
                    new HeartRateZone(
                            name == null ? "" : name,
                            FitbitJson.count(zone, "min"),
                            FitbitJson.count(zone, "max"),
                            FitbitJson.amount(zone, "minutes"),
                            FitbitJson.amount(zone, "caloriesOut")));
        }
        zones.sort(LOWEST_FIRST);
        return zones;
    }
}
