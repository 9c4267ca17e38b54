package io.pulseline.simulator.fault;

import java.util.EnumSet;
import java.util.Set;

/** Which oddities are on, and how many requests an hour a user has. */
public final class Switches {
    /** Requests per hour and user, as Fitbit had it. */
    public static final int USUAL_REQUESTS_PER_HOUR = 150;

    private final EnumSet<Switch> on = EnumSet.noneOf(Switch.class);
    private int requestsPerHour = USUAL_REQUESTS_PER_HOUR;

    public synchronized boolean isOn(Switch one) {
        return on.contains(one);
    }

    public synchronized void set(Switch one, boolean isOn) {
        if (isOn) {
            on.add(one);
        } else {
            on.remove(one);
        }
    }

    public synchronized Set<Switch> on() {
        return Set.copyOf(on);
    }

    public synchronized int requestsPerHour() {
        return requestsPerHour;
    }

    /**
     * Changes the budget of every user.
     *
     * @throws IllegalArgumentException below 1
     */
    public synchronized void limitTo(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException(
                    "requestsPerHour is " + requests + "; it must be at least 1");
        }
        requestsPerHour = requests;
    }

    public synchronized void reset() {
        on.clear();
        requestsPerHour = USUAL_REQUESTS_PER_HOUR;
    }
}
