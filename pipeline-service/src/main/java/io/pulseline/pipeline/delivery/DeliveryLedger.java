package io.pulseline.pipeline.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each target must still hear, durable. Promises: a delivery entered twice is one; of one
 * record a target never hears an older revision after a newer one; what was claimed and not settled
 * becomes due again. Every call belongs inside a transaction of the caller.
 */
public interface DeliveryLedger {
    /**
     * Enters deliveries and supersedes what the same target has not been sent yet. One that is
     * there from an earlier pass joins the new one: if it is under way or delivered as it is, else
     * it is begun again.
     */
    Uni<Void> enter(List<PlannedDelivery> planned, Instant now);

    /**
     * Enters deliveries of a run that has never had any, in one statement. To be called by who
     * holds the run.
     */
    Uni<Void> enterFirst(List<PlannedDelivery> planned, Instant now);

    /**
     * Supersedes what runs have not sent yet of older revisions. What is on its way is not tried
     * again.
     *
     * @param revisions of each run, the one below which a revision is older
     */
    Uni<Void> supersedeBelow(Map<UUID, Long> revisions, Instant now);

    /**
     * Leases what is due, oldest first. A delivery is left alone while another revision of the same
     * record is on its way to the same target, and, where the target wants one after the other,
     * while anything is open that was planned before it.
     */
    Uni<List<ClaimedDelivery>> claim(Claim claim);

    /**
     * Notes where attempts have led. A delivery that would be due again is superseded instead where
     * a newer revision has begun, and cancelled where its run was.
     *
     * @return ids of the deliveries whose attempts are noted; of the others the lease was lost
     */
    Uni<Set<UUID>> settle(Collection<Settlement> settlements, Instant now);

    /** What waits for these targets is due: they are in use again. */
    Uni<Void> letGo(Collection<UUID> targets, Instant now);

    /**
     * Nothing more of a run goes out. What is on its way may still arrive, but is not tried again.
     */
    Uni<Void> callOff(UUID run, Instant now);

    /**
     * Makes a delivery due now that waits, was refused or is exhausted; leaves every other alone.
     *
     * @return false if it is not known any more what to send; then nothing happens
     */
    Uni<Boolean> retry(UUID delivery, Instant now);

    /**
     * Forgets what deliveries would send that ended before then.
     *
     * @return how many, at most {@code most}
     */
    Uni<Integer> forgetEnded(Instant before, int most);

    /** Gives back everything that an owner has leased: for one that was killed and starts again. */
    Uni<Void> release(String owner, Instant now);

    /**
     * What a user's targets have, or are being sent, of other records: of activities that started
     * in that time, or that a target keeps under that id. Without what they were told to delete.
     *
     * @param to inclusive, like {@code from}
     * @param remoteId null for none
     */
    Uni<List<Fed>> fed(
            UUID user, UUID otherThan, Instant from, Instant to, @Nullable String remoteId);

    /** The delivery of that id; empty if there is none. */
    Uni<Optional<Delivery>> one(UUID delivery);

    /**
     * Deliveries to a target that changed last in that time, oldest first.
     *
     * @param to exclusive
     * @param states words of {@link DeliveryState#word}, ends only
     */
    Uni<List<Delivery>> ofTarget(
            UUID target, Instant from, Instant to, Set<String> states, int most);

    /** All deliveries of runs, of every revision and pass; by these, then by position. */
    Uni<List<Delivery>> ofRuns(Collection<UUID> runs);
}
