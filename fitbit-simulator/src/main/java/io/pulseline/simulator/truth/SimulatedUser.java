package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * A person who wears a tracker.
 *
 * @param id six capital letters and digits
 * @param zone the zone of the profile; all the person's days are counted in it
 * @param seed everything about the person's body follows from it
 * @param createdAt simulated time of the set-up; the first sync
 */
public record SimulatedUser(
        String id,
        String name,
        ZoneId zone,
        long seed,
        LocalDate memberSince,
        Body body,
        Device device,
        Instant createdAt) {
    private static final String ID_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXYZ";

    static SimulatedUser seeded(String name, ZoneId zone, long seed, int ordinal, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new SimulatedUser(
                idOf(seed, ordinal),
                name,
                zone,
                seed,
                today.minusYears(2),
                Body.seeded(seed, today),
                Device.seeded(seed),
                now);
    }

    /** The wave of this person's heart. */
    public HeartRateWave heart() {
        return new HeartRateWave(seed, body.restingHeartRate(), body.maximumHeartRate(), zone);
    }

    /** The same person with a profile in another zone. */
    SimulatedUser in(ZoneId newZone) {
        return zone.equals(newZone)
                ? this
                : new SimulatedUser(id, name, newZone, seed, memberSince, body, device, createdAt);
    }

    /** The same person with another tracker. */
    SimulatedUser wearing(Device tracker) {
        return new SimulatedUser(id, name, zone, seed, memberSince, body, tracker, createdAt);
    }

    private static String idOf(long seed, int ordinal) {
        SplittableRandom random = Seeds.random(seed, 3, ordinal);
        StringBuilder id = new StringBuilder();
        while (id.length() < 6) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
