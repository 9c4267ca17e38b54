package io.pulseline.pipeline.run;

import static java.util.stream.Collectors.groupingBy;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.RunBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
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
        return table.lock(runs);
    }

    @Override
    public Uni<Void> refresh(Collection<UUID> runs, Instant now) {
        return table.following(runs)
                .chain(rows ->
                        ledger.ofRuns(rows.stream().map(Following::run).toList())
                                .map(all -> all.stream().collect(groupingBy(Delivery::run)))
                                .chain(deliveries -> follow(rows, deliveries, now)));
    }

    private Uni<Void> follow(
            List<Following> rows, Map<UUID, List<Delivery>> deliveries, Instant now) {
        List<StatusChange> changes =
                rows.stream()
                        .flatMap(row ->
                                change(row, deliveries.getOrDefault(row.run(), List.of())).stream())
                        .toList();
        return table.change(changes, now).chain(() -> announcements.enterAll(changes));
    }

    private static Optional<StatusChange> change(Following row, List<Delivery> all) {
        List<DeliveryState> states =
                all.stream().filter(row::isPresent).map(Delivery::state).toList();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                row.calledOff()
                        ? new StatusChange(row.run(), RunStatus.CANCELLED, RunReason.calledOff(all))
                        : new StatusChange(row.run(), RunStatus.of(states), RunReason.of(states)));
    }

    @Override
    public void committed() {
        announcer.get().wake();
    }
}
