package io.pulseline.pipeline.delivery;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.DeliveryState.Cancelled;
import io.pulseline.pipeline.delivery.DeliveryState.Due;
import io.pulseline.pipeline.delivery.DeliveryState.Leased;
import io.pulseline.pipeline.delivery.DeliveryState.Superseded;
import io.pulseline.pipeline.target.EventType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ledger without a database, for tests; for one thread. */
final class InMemoryDeliveryLedger implements DeliveryLedger {
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, Packed> contents = new LinkedHashMap<>();
    private final Set<UUID> calledOff = new HashSet<>();
    private final Set<UUID> overtaken = new HashSet<>();
    private final Set<UUID> held = new HashSet<>();
    private final Set<UUID> inOrder = new HashSet<>();
    private final Map<UUID, Integer> uncounted = new LinkedHashMap<>();
    private final Map<UUID, String> progress = new LinkedHashMap<>();
    private final Map<UUID, Footprint> footprints = new LinkedHashMap<>();

    @Override
    public Uni<Void> enter(List<PlannedDelivery> planned, Instant now) {
        for (PlannedDelivery one : planned) {
            Delivery known = deliveries.get(one.id());
            if (known == null) {
                supersede(other ->
                        other.target().equals(one.target())
                                && other.record().equals(one.record())
                                && isNewer(one.revision(), one.pass(), other));
                deliveries.put(one.id(), one.entered(now));
                contents.put(one.id(), one.content());
                if (one.inOrder()) {
                    inOrder.add(one.id());
                }
                leaves(one);
            } else if (known.pass() < one.pass()) {
                join(known, one, now);
            }
        }
        return Uni.createFrom().voidItem();
    }

    private void join(Delivery known, PlannedDelivery planned, Instant now) {
        DeliveryState state =
                switch (known.state()) {
                    case Leased leased -> leased;
                    case DeliveryState.Delivered delivered -> delivered;
                    case Due due -> new Due(now, due.attempts(), due.reason());
                    case DeliveryState.Refused _,
                            DeliveryState.Exhausted _,
                            Superseded _,
                            Cancelled _,
                            DeliveryState.Skipped _ ->
                            planned.begun(now, known.state().attempts());
                };
        calledOff.remove(known.id());
        overtaken.remove(known.id());
        held.remove(known.id());
        leaves(planned);
        contents.putIfAbsent(known.id(), planned.content());
        deliveries.put(
                known.id(), copy(known, planned.pass(), state, known.changedAt(), known.past()));
    }

    @Override
    public Uni<Void> enterFirst(List<PlannedDelivery> planned, Instant now) {
        return enter(planned, now);
    }

    @Override
    public Uni<Void> supersedeBelow(Map<UUID, Long> revisions, Instant now) {
        supersede(known -> known.revision() < revisions.getOrDefault(known.run(), Long.MIN_VALUE));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> callOff(UUID run, Instant now) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (!known.run().equals(run)) {
                continue;
            }
            if (known.state() instanceof Due due) {
                become(known, new Cancelled(due.attempts()), now);
            } else if (known.state() instanceof Leased) {
                calledOff.add(known.id());
            }
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> retry(UUID delivery, Instant now) {
        Delivery known = Objects.requireNonNull(deliveries.get(delivery));
        if (known.state() instanceof Leased || !known.state().mayBeSent()) {
            return Uni.createFrom().item(true);
        }
        if (!contents.containsKey(delivery)) {
            return Uni.createFrom().item(false);
        }
        held.remove(delivery);
        become(known, new Due(now, known.state().attempts(), known.state().reason()), now);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Integer> forgetEnded(Instant before, int most) {
        List<UUID> forgotten =
                deliveries.values().stream()
                        .filter(known -> known.state().isEnd())
                        .filter(known -> known.changedAt().isBefore(before))
                        .map(Delivery::id)
                        .filter(contents::containsKey)
                        .limit(most)
                        .toList();
        contents.keySet().removeAll(forgotten);
        return Uni.createFrom().item(forgotten.size());
    }

    private void supersede(Predicate<Delivery> older) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (known.state() instanceof Due due && older.test(known)) {
                become(known, new Superseded(due.attempts()), known.changedAt());
            } else if (known.state() instanceof Leased && older.test(known)) {
                overtaken.add(known.id());
            }
        }
    }

    @Override
    public Uni<List<ClaimedDelivery>> claim(Claim claim) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            boolean stale =
                    known.state() instanceof Leased lease && !lease.until().isAfter(claim.now());
            if (stale && isOver(known)) {
                become(known, over(known), claim.now());
            }
        }
        Map<UUID, Integer> ofTarget = new LinkedHashMap<>(claim.underWay());
        List<Delivery> due =
                deliveries.values().stream()
                        .filter(known -> isDue(known.state(), claim.now()))
                        .filter(known -> !held.contains(known.id()))
                        .filter(known -> !claim.busyTargets().contains(known.target()))
                        .filter(known ->
                                deliveries.values().stream()
                                        .noneMatch(other ->
                                                !other.id().equals(known.id())
                                                        && isSameThing(other, known)
                                                        && isBefore(other, known)))
                        .filter(this::isItsTurn)
                        .sorted(comparing(known -> dueAt(known.state())))
                        .filter(known ->
                                ofTarget.merge(known.target(), 1, Integer::sum)
                                        <= claim.mostOfTarget())
                        .limit(claim.most())
                        .toList();
        List<ClaimedDelivery> claimed = new ArrayList<>();
        for (Delivery known : due) {
            Leased lease = new Leased(claim.owner(), claim.until(), known.state().attempts() + 1);
            claimed.add(
                    new ClaimedDelivery(
                            become(known, lease, claim.now()),
                            lease,
                            Objects.requireNonNull(contents.get(known.id())),
                            uncounted.getOrDefault(known.id(), 0),
                            remoteId(known),
                            progress.get(known.id())));
        }
        return Uni.createFrom().item(claimed);
    }

    private static boolean isBefore(Delivery other, Delivery known) {
        return other.state() instanceof Leased
                || (other.state() instanceof Due && isNewer(known.revision(), known.pass(), other));
    }

    /** They stand in the order in which they were entered. */
    private boolean isItsTurn(Delivery known) {
        return !inOrder.contains(known.id())
                || deliveries.values().stream()
                        .takeWhile(other -> !other.id().equals(known.id()))
                        .filter(other -> other.target().equals(known.target()))
                        .allMatch(other -> other.state().isEnd());
    }

    private @Nullable String remoteId(Delivery known) {
        return deliveries.values().stream()
                .filter(other -> isSameThing(other, known))
                .filter(other -> other.state() instanceof DeliveryState.Delivered)
                .max(comparingLong(Delivery::revision).thenComparingInt(Delivery::pass))
                .filter(last -> last.event() != EventType.DELETED)
                .map(last -> ((DeliveryState.Delivered) last.state()).remoteId())
                .orElse(null);
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
                    Superseded _,
                    Cancelled _,
                    DeliveryState.Skipped _ ->
                    Instant.MAX;
        };
    }

    @Override
    public Uni<Set<UUID>> settle(Collection<Settlement> settlements, Instant now) {
        Set<UUID> noted = new HashSet<>();
        for (Settlement one : settlements) {
            Delivery known = deliveries.get(one.delivery());
            if (known != null && known.state().equals(one.lease())) {
                settle(known, one, now);
                noted.add(one.delivery());
            }
        }
        return Uni.createFrom().item(noted);
    }

    private void settle(Delivery known, Settlement settlement, Instant now) {
        UUID id = known.id();
        DeliveryState settled =
                settlement.next() instanceof Due && isOver(known) ? over(known) : settlement.next();
        if (!settled.mayBeSent()) {
            contents.remove(id);
        }
        calledOff.remove(id);
        overtaken.remove(id);
        if (settlement.isHeld()) {
            held.add(id);
        }
        if (!settlement.isCounted()) {
            uncounted.merge(id, 1, Integer::sum);
        }
        progress.remove(id);
        if (settlement.progress() != null) {
            progress.put(id, settlement.progress());
        }
        List<PastAttempt> past = new ArrayList<>(known.past());
        past.add(settlement.past());
        deliveries.put(
                id,
                copy(
                        known,
                        known.pass(),
                        settled,
                        now,
                        past.subList(Math.max(0, past.size() - PastAttempt.MOST), past.size())));
    }

    @Override
    public Uni<Void> letGo(Collection<UUID> targets, Instant now) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (targets.contains(known.target()) && held.remove(known.id())) {
                become(known, new Due(now, known.state().attempts(), known.state().reason()), now);
            }
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> release(String owner, Instant now) {
        for (Delivery known : List.copyOf(deliveries.values())) {
            if (known.state() instanceof Leased lease && lease.owner().equals(owner)) {
                become(
                        known,
                        isOver(known) ? over(known) : new Due(now, lease.attempts(), null),
                        now);
            }
        }
        return Uni.createFrom().voidItem();
    }

    private void leaves(PlannedDelivery planned) {
        if (planned.footprint() != null) {
            footprints.put(planned.id(), planned.footprint());
        }
    }

    @Override
    public Uni<List<Fed>> fed(
            UUID user, UUID otherThan, Instant from, Instant to, @Nullable String remoteId) {
        return Uni.createFrom()
                .item(
                        deliveries.values().stream()
                                .filter(known -> footprints.containsKey(known.id()))
                                .filter(known -> !known.record().equals(otherThan))
                                .filter(InMemoryDeliveryLedger::isFed)
                                .filter(this::isStillThere)
                                .map(this::fed)
                                .filter(fed -> fed.footprint().user().equals(user))
                                .filter(fed ->
                                        isWithin(fed.footprint().startedAt(), from, to)
                                                || (remoteId != null
                                                        && remoteId.equals(fed.remoteId())))
                                .toList());
    }

    private Fed fed(Delivery known) {
        return new Fed(
                known.target(),
                known.run(),
                Objects.requireNonNull(footprints.get(known.id())),
                known.state() instanceof DeliveryState.Delivered delivered
                        ? delivered.remoteId()
                        : null);
    }

    private static boolean isFed(Delivery known) {
        return known.state() instanceof Due
                || known.state() instanceof Leased
                || known.state() instanceof DeliveryState.Delivered;
    }

    private boolean isStillThere(Delivery known) {
        return deliveries.values().stream().noneMatch(other -> isDeletionOf(other, known));
    }

    private static boolean isDeletionOf(Delivery other, Delivery known) {
        return isSameThing(other, known)
                && other.event() == EventType.DELETED
                && other.revision() > known.revision()
                && isFed(other);
    }

    private static boolean isWithin(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    @Override
    public Uni<Optional<Delivery>> one(UUID delivery) {
        return Uni.createFrom().item(Optional.ofNullable(deliveries.get(delivery)));
    }

    @Override
    public Uni<List<Delivery>> ofTarget(
            UUID target, Instant from, Instant to, Set<String> states, int most) {
        return Uni.createFrom()
                .item(
                        deliveries.values().stream()
                                .filter(known -> known.target().equals(target))
                                .filter(known -> states.contains(known.state().word()))
                                .filter(known ->
                                        !known.changedAt().isBefore(from)
                                                && known.changedAt().isBefore(to))
                                .sorted(comparing(Delivery::changedAt))
                                .limit(most)
                                .toList());
    }

    @Override
    public Uni<List<Delivery>> ofRuns(Collection<UUID> runs) {
        return Uni.createFrom()
                .item(
                        deliveries.values().stream()
                                .filter(known -> runs.contains(known.run()))
                                .sorted(
                                        comparingLong(Delivery::revision)
                                                .thenComparingInt(Delivery::pass)
                                                .thenComparingInt(Delivery::position))
                                .toList());
    }

    private boolean isOver(Delivery known) {
        return calledOff.contains(known.id()) || overtaken.contains(known.id());
    }

    private DeliveryState over(Delivery known) {
        int attempts = known.state().attempts();
        return calledOff.contains(known.id()) ? new Cancelled(attempts) : new Superseded(attempts);
    }

    private static boolean isNewer(long revision, int pass, Delivery than) {
        return revision > than.revision() || (revision == than.revision() && pass > than.pass());
    }

    private static boolean isSameThing(Delivery one, Delivery other) {
        return one.target().equals(other.target()) && one.record().equals(other.record());
    }

    private Delivery become(Delivery known, DeliveryState state, Instant now) {
        Delivery changed = copy(known, known.pass(), state, now, known.past());
        deliveries.put(known.id(), changed);
        return changed;
    }

    private static Delivery copy(
            Delivery known,
            int pass,
            DeliveryState state,
            Instant changedAt,
            List<PastAttempt> past) {
        return new Delivery(
                known.id(),
                known.target(),
                known.targetType(),
                known.position(),
                known.run(),
                known.record(),
                known.revision(),
                pass,
                known.event(),
                known.fingerprint(),
                state,
                known.durationMilliseconds(),
                changedAt,
                past);
    }
}
