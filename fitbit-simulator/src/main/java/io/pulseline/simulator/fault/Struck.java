package io.pulseline.simulator.fault;

import java.util.Map;
import java.util.TreeMap;

/** How often each kind of trouble really came about. Kinds that cannot come are not named. */
public final class Struck {
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Names a kind that is to come; it counts from 0. */
    public synchronized void expect(String kind) {
        counts.putIfAbsent(kind, 0);
    }

    public synchronized void count(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    public synchronized Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    public synchronized void clear() {
        counts.clear();
    }
}
