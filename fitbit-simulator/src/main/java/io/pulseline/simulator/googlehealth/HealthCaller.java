package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.SimulatedUser;
import java.util.Set;

/** Whose data a call is about and what it may see. */
record HealthCaller(SimulatedUser user, Set<HealthScope> scopes) {
    HealthCaller {
        scopes = Set.copyOf(scopes);
    }

    String healthUserId() {
        return HealthIds.of(user.id());
    }

    boolean may(HealthScope scope) {
        return scopes.contains(scope);
    }
}
