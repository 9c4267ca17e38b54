package io.pulseline.pipeline.run;

import static java.util.stream.Collectors.groupingBy;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.RunBook;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets the status of a run follow its deliveries. */
@ApplicationScoped
class RunDeliveries implements RunBook {
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Announcements announcements;
    private final Instance<RunAnnouncer> announcer;

    RunDeliveries(
            RunTable table,
            DeliveryLedger ledger,
            Announcements announcements,
            Instance<RunAnnouncer> announcer) {
        this.table = table;
        this.ledger = ledger;
        this.announcements = announcements;
        this.announcer = announcer;
    }

    @Override
    public Uni<Void> lock(Collection<UUID> runs) {
        // In one order, so that two who lock several do not wait for each other.
        return table.find("runId in ?1", Sort.by("runId"), runs)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> refresh(Collection<UUID> runs, Instant now) {
        // A run that is with the runner has no status from deliveries.
        return table.list("runId in ?1 and dueAt is null", runs)
                .chain(rows ->
                        ledger.ofRuns(rows.stream().map(row -> row.runId).toList())
                                .map(all -> all.stream().collect(groupingBy(Delivery::run)))
                                .chain(deliveries -> follow(rows, deliveries, now)));
    }

    private Uni<Void> follow(List<RunRow> rows, Map<UUID, List<Delivery>> deliveries, Instant now) {
        List<StatusChange> changes =
                rows.stream()
                        .flatMap(row ->
                                change(row, deliveries.getOrDefault(row.runId, List.of())).stream())
                        .toList();
        return table.change(changes, now).chain(() -> announcements.enterAll(changes));
    }

    private static Optional<StatusChange> change(RunRow row, List<Delivery> all) {
        List<DeliveryState> states =
                all.stream().filter(row::isPresent).map(Delivery::state).toList();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                row.calledOff
                        ? new StatusChange(row, RunStatus.CANCELLED, RunReason.calledOff(all))
                        : new StatusChange(row, RunStatus.of(states), RunReason.of(states)));
    }

    @Override
    public void committed() {
        announcer.get().wake();
    }
}
