package io.pulseline.pipeline.delivery;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the ledger for work.
 *
 * @param owner who asks
 * @param now the time
 * @param until how long the lease holds
 * @param most how many deliveries at most
 * @param mostOfTarget how many of them to one target
 * @param busyTargets targets that have enough under way already, or rest
 */
public record Claim(
        String owner,
        Instant now,
        Instant until,
        int most,
        int mostOfTarget,
        Set<UUID> busyTargets) {
    public Claim {
        busyTargets = Set.copyOf(busyTargets);
    }
}
