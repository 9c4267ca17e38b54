package io.pulseline.ingest.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time for leases. They are about whether a process is alive, so they go by the system's clock even
 * where everything else follows a simulated one.
 */
@ApplicationScoped
public class LeaseClock {
    private final InstantSource system = InstantSource.system();

    public Instant now() {
        return system.instant();
    }
}
