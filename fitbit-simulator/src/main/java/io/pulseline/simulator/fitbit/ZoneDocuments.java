package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;

/** Heart-rate zones as Fitbit shows them. */
final class ZoneDocuments {
    private ZoneDocuments() {}

    static ArrayNode zones(ZoneMinutes minutes, int maximumHeartRate, boolean withMinutes) {
        ArrayNode zones = Json.array();
        for (Zone zone : Zone.values()) {
            ObjectNode document = zones.addObject();
            if (withMinutes) {
                document.put("caloriesOut", minutes.energyKilocalories(zone));
            }
            document.put("max", zone.to(maximumHeartRate)).put("min", zone.from(maximumHeartRate));
            if (withMinutes) {
                document.put("minutes", minutes.in(zone));
            }
            document.put("name", name(zone));
        }
        return zones;
    }

    /** Weighted minutes; the zones come unordered, as Fitbit sends them. */
    static ObjectNode activeZoneMinutes(ZoneMinutes minutes) {
        ObjectNode document = Json.object();
        ArrayNode zones = document.putArray("minutesInHeartRateZones");
        for (Zone zone : new Zone[] {Zone.CARDIO, Zone.PEAK, Zone.OUT_OF_RANGE, Zone.FAT_BURN}) {
            zones.addObject()
                    .put("minuteMultiplier", zone.minuteWeight())
                    .put("minutes", minutes.in(zone))
                    .put("order", zone.level())
                    .put("type", zone.name())
                    .put("zoneName", name(zone));
        }
        return document.put("totalMinutes", minutes.weighted());
    }

    static String name(Zone zone) {
        return switch (zone) {
            case OUT_OF_RANGE -> "Out of Range";
            case FAT_BURN -> "Fat Burn";
            case CARDIO -> "Cardio";
            case PEAK -> "Peak";
        };
    }
}
