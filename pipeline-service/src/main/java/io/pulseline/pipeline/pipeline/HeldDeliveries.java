package io.pulseline.pipeline.pipeline;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What waits because its target rests; implemented by who keeps deliveries. */
public interface HeldDeliveries {
    /** These targets are in use again: what was held goes out. Inside a transaction. */
    Uni<Void> letGo(Collection<UUID> targets, Instant now);

    /** That has been committed: there may be work. */
    void committed();
}
