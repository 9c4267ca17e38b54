package io.pulseline.pipeline.delivery;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.DeliveryState.Due;
import io.pulseline.pipeline.delivery.DeliveryState.Leased;
import io.pulseline.pipeline.delivery.DeliveryState.Superseded;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The ledger without a database, for tests; for one thread. */
final class InMemoryDeliveryLedger implements DeliveryLedger {
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, Packed> contents = new LinkedHashMap<>();

    @Override
    public Uni<Void> enter(List<PlannedDelivery> planned, Instant now) {
        for (PlannedDelivery one : planned) {
            if (deliveries.containsKey(one.id())) {
                continue;
            }
            supersede(known ->
                    known.target().equals(one.target())
                            && known.record().equals(one.record())
                            && known.revision() < one.revision());
            deliveries.put(one.id(), one.entered(now));
            contents.put(one.id(), one.content());
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> supersedeBelow(UUID run, long revision, Instant now) {
        supersede(known -> known.run().equals(run) && known.revision() < revision);
        return Uni.createFrom().voidItem();
    }

    private void supersede(Predicate<Delivery> older) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (known.state() instanceof Due due && older.test(known)) {
                become(known, new Superseded(due.attempts()));
            }
        }
    }

    @Override
    public Uni<List<ClaimedDelivery>> claim(Claim claim) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            boolean stale =
                    known.state() instanceof Leased lease && !lease.until().isAfter(claim.now());
            if (stale && newerWaits(known)) {
                become(known, new Superseded(known.state().attempts()));
            }
        }
        List<Delivery> due =
                deliveries.values().stream()
                        .filter(known -> isDue(known.state(), claim.now()))
                        .filter(known -> !claim.busyTargets().contains(known.target()))
                        .filter(known ->
                                deliveries.values().stream()
                                        .noneMatch(other ->
                                                !other.id().equals(known.id())
                                                        && isSameThing(other, known)
                                                        && other.state() instanceof Leased))
                        .sorted(comparing(known -> dueAt(known.state())))
                        .limit(claim.most())
                        .toList();
        List<ClaimedDelivery> claimed = new ArrayList<>();
        for (Delivery known : due) {
            Leased lease = new Leased(claim.owner(), claim.until(), known.state().attempts() + 1);
            claimed.add(
                    new ClaimedDelivery(
                            become(known, lease),
                            lease,
                            Objects.requireNonNull(contents.get(known.id()))));
        }
        return Uni.createFrom().item(claimed);
    }

    private static boolean isDue(DeliveryState state, Instant now) {
        return !state.isEnd() && !dueAt(state).isAfter(now);
    }

    private static Instant dueAt(DeliveryState state) {
        return switch (state) {
            case Due due -> due.at();
            case Leased leased -> leased.until();
            case DeliveryState.Delivered _,
                    DeliveryState.Refused _,
                    DeliveryState.Exhausted _,
                    Superseded _ ->
                    Instant.MAX;
        };
    }

    @Override
    public Uni<Optional<Delivery>> settle(
            UUID delivery,
            Leased lease,
            DeliveryState next,
            long durationMilliseconds,
            Instant now) {
        Delivery known = deliveries.get(delivery);
        if (known == null || !known.state().equals(lease)) {
            return Uni.createFrom().item(Optional.empty());
        }
        DeliveryState settled =
                next instanceof Due && newerWaits(known) ? new Superseded(next.attempts()) : next;
        return Uni.createFrom().item(Optional.of(become(known, settled)));
    }

    @Override
    public Uni<Void> release(String owner, Instant now) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (known.state() instanceof Leased lease && lease.owner().equals(owner)) {
                become(
                        known,
                        newerWaits(known)
                                ? new Superseded(lease.attempts())
                                : new Due(now, lease.attempts(), null));
            }
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Delivery>> ofRuns(Collection<UUID> runs) {
        return Uni.createFrom()
                .item(
                        deliveries.values().stream()
                                .filter(known -> runs.contains(known.run()))
                                .sorted(
                                        comparingLong(Delivery::revision)
                                                .thenComparing(comparingInt(Delivery::position)))
                                .toList());
    }

    private boolean newerWaits(Delivery known) {
        return deliveries.values().stream()
                .anyMatch(
                        other -> isSameThing(other, known) && other.revision() > known.revision());
    }

    private static boolean isSameThing(Delivery one, Delivery other) {
        return one.target().equals(other.target()) && one.record().equals(other.record());
    }

    private Delivery become(Delivery known, DeliveryState state) {
        Delivery changed =
                new Delivery(
                        known.id(),
                        known.target(),
                        known.targetType(),
                        known.position(),
                        known.run(),
                        known.record(),
                        known.revision(),
                        known.event(),
                        state,
                        known.durationMilliseconds());
        deliveries.put(known.id(), changed);
        return changed;
    }
}
