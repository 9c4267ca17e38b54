package io.pulseline.pipeline.run;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.Ids;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a new revision of a record means for the runs. To be called inside a transaction. */
@ApplicationScoped
public class Runs {
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Announcements announcements;

    Runs(RunTable table, DeliveryLedger ledger, Announcements announcements) {
        this.table = table;
        this.ledger = ledger;
        this.announcements = announcements;
    }

    /**
     * Sends a revision through a pipeline: its run begins, or begins anew. What older revisions
     * have not delivered yet is superseded. A run that its user cancelled stays so.
     */
    public Uni<Void> begin(Pipeline pipeline, ReceivedActivity received, Instant now) {
        UUID id = Ids.run(pipeline.id(), received.recordId());
        return table.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(known -> {
                    if (known != null && known.calledOff) {
                        return Uni.createFrom().voidItem();
                    }
                    RunRow row = known == null ? fresh(id, pipeline, received, now) : known;
                    again(row, received, now);
                    return table.persistAndFlush(row)
                            .chain(announcements::enter)
                            .chain(() -> ledger.supersedeBelow(id, received.revision(), now));
                });
    }

    /**
     * The same for a pipeline that no longer takes such records, and only if its run has begun
     * before: whoever was told of the record is told of its correction.
     *
     * @return whether there is such a run
     */
    public Uni<Boolean> beginAnew(Pipeline pipeline, ReceivedActivity received, Instant now) {
        return table.count("runId", Ids.run(pipeline.id(), received.recordId()))
                .chain(known ->
                        known == 0
                                ? Uni.createFrom().item(false)
                                : begin(pipeline, received, now).replaceWith(true));
    }

    private static RunRow fresh(
            UUID id, Pipeline pipeline, ReceivedActivity received, Instant now) {
        RunRow row = new RunRow();
        row.runId = id;
        row.pipelineId = pipeline.id();
        row.user = pipeline.user();
        row.recordType = pipeline.recordType();
        row.recordId = received.recordId();
        row.startedAt = now;
        return row;
    }

    private static void again(RunRow row, ReceivedActivity received, Instant now) {
        row.revision = received.revision();
        row.pass = 0;
        row.contentHash = received.contentHash();
        row.requestIsOver();
        row.calledOff = false;
        if (!received.deleted()) {
            row.title = received.activity().getTitle();
            row.activityType = received.activity().getActivityType();
        }
        row.boosts = "[]";
        row.keep(null);
        row.attempts = 0;
        row.due(now);
        row.changed(RunStatus.RUNNING, null, now);
    }

    /**
     * Heart rate has come: runs that wait for it, or went on without it, go on from there.
     *
     * @param hours of any users; empty for none
     */
    public Uni<Void> heartRateArrived(List<ReceivedRecord> hours, Instant now) {
        List<ReceivedRecord> timed =
                hours.stream()
                        .filter(hour -> hour.startedAt() != null && hour.endedAt() != null)
                        .toList();
        if (timed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant from = timed.stream().map(Runs::start).min(naturalOrder()).orElseThrow();
        Instant to = timed.stream().map(Runs::end).max(naturalOrder()).orElseThrow();
        Set<UUID> users = timed.stream().map(ReceivedRecord::user).collect(Collectors.toSet());
        return table.lockedAwaiting(users, from, to)
                .chain(rows -> {
                    Uni<Void> entered = Uni.createFrom().voidItem();
                    for (RunRow row : rows) {
                        if (timed.stream().anyMatch(hour -> isAwaited(row, hour))) {
                            entered = entered.chain(() -> goesOn(row, now));
                        }
                    }
                    return entered;
                });
    }

    private static boolean isAwaited(RunRow row, ReceivedRecord hour) {
        return row.user.equals(hour.user())
                && row.awaitsFrom != null
                && row.awaitsTo != null
                && row.awaitsFrom.isBefore(end(hour))
                && row.awaitsTo.isAfter(start(hour));
    }

    private static Instant start(ReceivedRecord hour) {
        return requireNonNull(hour.startedAt());
    }

    private static Instant end(ReceivedRecord hour) {
        return requireNonNull(hour.endedAt());
    }

    private Uni<Void> goesOn(RunRow row, Instant now) {
        if (row.calledOff) {
            return Uni.createFrom().voidItem();
        }
        boolean hasEnded = row.dueAt == null;
        if (hasEnded) {
            // What goes out now is another result of the same revision.
            row.pass++;
            row.limitTo(Set.of());
            row.attempts = 0;
        }
        row.due(now);
        if (!hasEnded) {
            return table.flush();
        }
        row.changed(RunStatus.RUNNING, "heart rate came later", now);
        return announcements.enter(row);
    }

    /**
     * The source has deleted the record: targets that heard of it hear that too; what was not
     * delivered yet never will be.
     */
    public Uni<Void> recordDeleted(ReceivedActivity received, Instant now) {
        return table.lockedOfRecord(received.user(), received.recordId())
                .chain(rows -> {
                    List<UUID> ids = rows.stream().map(row -> row.runId).toList();
                    Uni<Void> superseded = Uni.createFrom().voidItem();
                    for (UUID id : ids) {
                        superseded =
                                superseded.chain(
                                        () -> ledger.supersedeBelow(id, received.revision(), now));
                    }
                    return superseded
                            .chain(() -> ledger.ofRuns(ids))
                            .chain(deliveries -> {
                                Uni<Void> entered = Uni.createFrom().voidItem();
                                for (RunRow row : rows) {
                                    deleted(row, deliveries, received, now);
                                    entered = entered.chain(() -> announcements.enter(row));
                                }
                                return entered;
                            });
                });
    }

    private static void deleted(
            RunRow row, List<Delivery> deliveries, ReceivedActivity received, Instant now) {
        if (deliveries.stream().anyMatch(one -> one.run().equals(row.runId) && mayBeKnown(one))) {
            again(row, received, now);
        } else {
            row.rests();
            row.keep(null);
            row.requestIsOver();
            row.changed(RunStatus.CANCELLED, "the source deleted the activity", now);
        }
    }

    /** True if its target has heard of it, or is hearing of it just now. */
    static boolean mayBeKnown(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Delivered
                || delivery.state() instanceof DeliveryState.Leased;
    }
}
