package io.pulseline.localstack;

import java.util.OptionalLong;

/**
 * One part as it is now.
 *
 * @param pid empty if it does not run
 * @param ready whether it does its work
 */
public record PartStatus(Part part, OptionalLong pid, boolean ready) {
    public boolean running() {
        return pid.isPresent();
    }
}
