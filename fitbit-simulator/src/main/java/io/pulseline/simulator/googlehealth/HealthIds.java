package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.util.Optional;

/** Google's number for a person whom Fitbit knows by six letters; the same for ever. */
final class HealthIds {
    private static final long FIRST = 2_000_000_000_000_000_000L;
    private static final long MANY = 7_000_000_000_000_000_000L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private HealthIds() {}

    /** Nineteen digits, as recorded ids have them. */
    static String of(String fitbitId) {
        long hash = FNV_OFFSET;
        for (int index = 0; index < fitbitId.length(); index++) {
            hash = (hash ^ fitbitId.charAt(index)) * FNV_PRIME;
        }
        return Long.toString(FIRST + Math.floorMod(hash ^ (hash >>> 29), MANY));
    }

    /** The person of that number; empty when there is none. */
    static Optional<SimulatedUser> find(People people, String healthUserId) {
        return people.all().stream().filter(user -> of(user.id()).equals(healthUserId)).findFirst();
    }
}
