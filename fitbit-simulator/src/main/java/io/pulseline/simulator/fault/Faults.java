package io.pulseline.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that still wait for their call, in the order they were asked for. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Takes one strike of the first fault that fits the path. */
    public synchronized Optional<Fault> next(String path) {
        for (int index = 0; index < waiting.size(); index++) {
            Fault fault = waiting.get(index);
            if (fault.strikes(path)) {
                if (fault.times() == 1) {
                    waiting.remove(index);
                } else {
                    waiting.set(index, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }
}
