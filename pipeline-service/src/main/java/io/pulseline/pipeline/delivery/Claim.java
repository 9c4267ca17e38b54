package io.pulseline.pipeline.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the ledger for work.
 *
 * @param owner who asks
 * @param now the time
 * @param until how long the lease holds
 * @param most how many deliveries at most
 * @param mostOfTarget how many may be under way to one target, those of this claim among them
 * @param underWay how many are under way by target already; the others have none
 * @param busyTargets targets that want no other now, or rest
 */
public record Claim(
        String owner,
        Instant now,
        Instant until,
        int most,
        int mostOfTarget,
        Map<UUID, Integer> underWay,
        Set<UUID> busyTargets) {
    public Claim {
        underWay = Map.copyOf(underWay);
        busyTargets = Set.copyOf(busyTargets);
    }
}
