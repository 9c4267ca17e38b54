package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** A place in degrees (WGS 84), north and east positive. */
public record Position(double latitude, double longitude) {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final Map<String, Position> CITIES =
            Map.of(
                    "Europe/Berlin", new Position(52.5145, 13.3501),
                    "Europe/London", new Position(51.5073, -0.1657),
                    "America/New_York", new Position(40.7812, -73.9665),
                    "America/Los_Angeles", new Position(34.0100, -118.4960),
                    "Asia/Kolkata", new Position(12.9763, 77.5929),
                    "Australia/Adelaide", new Position(-34.9149, 138.5920),
                    "Australia/Sydney", new Position(-33.8642, 151.2166),
                    "Asia/Tokyo", new Position(35.6852, 139.7528));

    /** A park in the zone's city, or a place at the zone's meridian where none is known. */
    static Position homeIn(ZoneId zone) {
        int offset = zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
        return CITIES.getOrDefault(zone.getId(), new Position(47.5, offset / 240.0 % 180));
    }

    /** The place that many metres further east and north; good for a few ten kilometres. */
    Position plusMetres(double east, double north) {
        double perDegreeEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return new Position(latitude + north / METRES_PER_DEGREE, longitude + east / perDegreeEast);
    }

    /** The distance to another place in metres, on a flat map. */
    public double metresTo(Position other) {
        double perDegreeEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.hypot(
                (other.latitude - latitude) * METRES_PER_DEGREE,
                (other.longitude - longitude) * perDegreeEast);
    }
}
