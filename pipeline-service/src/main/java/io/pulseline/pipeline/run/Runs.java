package io.pulseline.pipeline.run;

import io.pulseline.contracts.Ids;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
        row.attempts = 0;
        row.due(now);
        row.changed(RunStatus.RUNNING, null, now);
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
