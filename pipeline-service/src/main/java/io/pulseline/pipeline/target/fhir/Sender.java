package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.util.List;
import java.util.Optional;

/** A way to bring requests to a server. */
interface Sender {
    /** Why not all of it has been done; empty if it has. Those before may have been done then. */
    Optional<DeliveryOutcome> send(List<Request> requests);
}
