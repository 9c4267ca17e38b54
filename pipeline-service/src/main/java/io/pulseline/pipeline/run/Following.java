package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import java.util.UUID;

/**
 * A run whose status follows its deliveries.
 *
 * @param revision it stands for
 * @param pass of that revision
 * @param calledOff whether its user cancelled it
 */
record Following(UUID run, long revision, int pass, boolean calledOff) {
    /** True for deliveries that the run stands for now. */
    boolean isPresent(Delivery delivery) {
        return delivery.run().equals(run) && delivery.isOf(revision, pass);
    }
}
