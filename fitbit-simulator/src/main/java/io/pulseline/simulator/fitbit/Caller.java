package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.oauth.AccessGrant;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.SimulatedUser;

/** Whose data a call is about and what it may see. */
record Caller(SimulatedUser user, AccessGrant grant) {
    boolean may(Scope scope) {
        return grant.scopes().contains(scope);
    }
}
