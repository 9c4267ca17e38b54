package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sends targets once more what they should have: one delivery, or all to one target of some time.
 * To be called inside a transaction, and {@link #committed} after it.
 */
@ApplicationScoped
public class Redelivery {
    /** Of one request: a short transaction. Who wants more asks again from where this ended. */
    public static final int MOST = 200;

    private static final Set<String> FAILED = Set.of("REFUSED", "EXHAUSTED");
    private static final Set<String> FAILED_OR_DELIVERED =
            Set.of("REFUSED", "EXHAUSTED", "DELIVERED");

    private final RunActions actions;
    private final DeliveryLedger ledger;
    private final Pipelines pipelines;

    Redelivery(RunActions actions, DeliveryLedger ledger, Pipelines pipelines) {
        this.actions = actions;
        this.ledger = ledger;
        this.pipelines = pipelines;
    }

    /**
     * What came of a request.
     *
     * @param taken runs that send it again
     * @param passed runs that do not: cancelled, gone, or at a target that rests
     * @param next from when on to ask for the rest; null if this was all
     */
    @Schema(name = "TakenDeliveries")
    public record Taken(int taken, int passed, @Nullable Instant next) {}

    /** There may be work now. */
    public void committed() {
        actions.committed();
    }

    /** One delivery of a user, whatever has become of it. */
    public Uni<RunVerdict> one(UUID user, UUID deliveryId) {
        RunVerdict unknown = new RunVerdict.Unknown("no delivery " + deliveryId);
        return ledger.one(deliveryId)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(unknown)
                                : actions.redeliver(user, found.get().run(), found.get().target()))
                // Whose it is must not be told.
                .map(verdict -> verdict instanceof RunVerdict.Unknown ? unknown : verdict);
    }

    /**
     * All that went to a target in that time, or should have.
     *
     * @param to exclusive
     * @param evenDelivered also what has arrived there; it goes out under new ids
     * @return empty if the user has no such target
     */
    public Uni<Optional<Taken>> ofTarget(
            UUID user,
            UUID pipelineId,
            UUID targetId,
            Instant from,
            Instant to,
            boolean evenDelivered) {
        return pipelines
                .ofUser(user, pipelineId)
                .chain(pipeline ->
                        pipeline.stream()
                                        .flatMap(one -> one.targets().stream())
                                        .noneMatch(target -> target.id().equals(targetId))
                                ? Uni.createFrom().item(Optional.empty())
                                : ledger.ofTarget(
                                                targetId,
                                                from,
                                                to,
                                                evenDelivered ? FAILED_OR_DELIVERED : FAILED,
                                                MOST)
                                        .chain(found -> redelivered(user, targetId, found))
                                        .map(Optional::of));
    }

    private Uni<Taken> redelivered(UUID user, UUID targetId, List<Delivery> found) {
        Set<UUID> runs = new LinkedHashSet<>();
        found.forEach(delivery -> runs.add(delivery.run()));
        Uni<Integer> taken = Uni.createFrom().item(0);
        for (UUID run : runs) {
            taken =
                    taken.chain(count ->
                            actions.redeliver(user, run, targetId)
                                    .map(verdict ->
                                            verdict instanceof RunVerdict.Taken
                                                    ? count + 1
                                                    : count));
        }
        Instant next = found.size() < MOST ? null : found.getLast().changedAt();
        return taken.map(count -> new Taken(count, runs.size() - count, next));
    }
}
