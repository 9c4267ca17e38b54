package io.pulseline.pipeline.run;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a new revision of a record means for the runs. To be called inside a transaction. */
@ApplicationScoped
public class Runs {
    private static final int BATCH = 100;

    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Announcements announcements;
    private final HeartRateWatch watch;

    Runs(RunTable table, DeliveryLedger ledger, Announcements announcements, HeartRateWatch watch) {
        this.table = table;
        this.watch = watch;
        this.ledger = ledger;
        this.announcements = announcements;
    }

    /**
     * Sends revisions through pipelines: their runs begin, or begin anew. What older revisions have
     * not delivered yet is superseded. A run that its user cancelled stays so. As many statements
     * for many as for one.
     *
     * @return the runs that began
     */
    public Uni<Set<UUID>> begin(List<Start> starts, Instant now) {
        if (starts.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<UUID> ids = starts.stream().map(Start::runId).toList();
        return table.locked(ids).chain(known -> begin(starts, known, now));
    }

    private Uni<Set<UUID>> begin(List<Start> starts, Map<UUID, RunRow> known, Instant now) {
        List<RunRow> begun = new ArrayList<>();
        List<RunRow> fresh = new ArrayList<>();
        Map<UUID, Long> revisions = new HashMap<>();
        for (Start start : starts) {
            RunRow row = known.get(start.runId());
            if (row == null ? start.onlyIfBegun() : row.calledOff) {
                continue;
            }
            if (row == null) {
                row = fresh(start, now);
                fresh.add(row);
                // The next revision of the same record may be among them.
                known.put(row.runId, row);
            } else {
                revisions.put(row.runId, start.record().revision());
            }
            again(row, start.record(), start.name(), now);
            begun.add(row);
        }
        return Panache.getSession()
                .invoke(session -> session.setBatchSize(BATCH))
                .chain(session -> session.persistAll(fresh.toArray()))
                .chain(() -> announcements.enter(begun))
                .chain(() -> ledger.supersedeBelow(revisions, now))
                .replaceWith(begun.stream().map(row -> row.runId).collect(Collectors.toSet()));
    }

    private static RunRow fresh(Start start, Instant now) {
        RunRow row = new RunRow();
        row.runId = start.runId();
        row.pipelineId = start.pipeline().id();
        row.user = start.pipeline().user();
        row.recordType = start.record().recordType();
        row.recordId = start.record().recordId();
        row.startedAt = now;
        return row;
    }

    private static void again(
            RunRow row, ReceivedRecord record, @Nullable RunName name, Instant now) {
        row.revision = record.revision();
        row.pass = 0;
        row.contentHash = record.contentHash();
        row.requestIsOver();
        row.calledOff = false;
        if (name != null) {
            row.title = name.title();
            row.activityType = name.activityType();
        }
        row.boosts = "[]";
        row.keep(null);
        row.lookAgainAt = null;
        row.attempts = 0;
        row.due(now);
        row.changed(RunStatus.RUNNING, null, now);
    }

    /**
     * Heart rate was kept in this transaction: runs that wait for it, or went on without it, go on
     * from there; those that are reading it just now go their way anew.
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
        return watch.kept(users)
                .chain(() -> table.lockedAwaiting(users, from, to))
                .chain(rows -> {
                    List<RunRow> changed =
                            rows.stream()
                                    .filter(row -> !row.calledOff)
                                    .filter(row ->
                                            timed.stream().anyMatch(hour -> isAwaited(row, hour)))
                                    .filter(row -> goesOn(row, "heart rate came later", now))
                                    .toList();
                    return table.flush().chain(() -> announcements.enter(changed));
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

    /** True if it goes out anew, and the world should hear that. */
    private static boolean goesOn(RunRow row, String reason, Instant now) {
        // What is under way for an added target only would leave the others without.
        boolean isAnew = row.dueAt == null || !row.onlyTargets.isEmpty();
        if (isAnew) {
            // What goes out now is another result of the same revision.
            row.pass++;
            row.limitTo(Set.of());
            row.attempts = 0;
            row.changed(RunStatus.RUNNING, reason, now);
        }
        row.due(now);
        return isAnew;
    }

    /**
     * Runs whose time has come to be looked at again go their way once more.
     *
     * @return how many, at most {@code most}
     */
    Uni<Integer> lookAgain(Instant now, int most) {
        return table.lockedToLookAt(now, most)
                .chain(rows -> {
                    for (RunRow row : rows) {
                        row.lookAgainAt = null;
                        var _ = goesOn(row, "looked at again", now);
                    }
                    return announcements.enter(rows).replaceWith(rows.size());
                });
    }

    /**
     * The source has deleted records: targets that heard of one hear that too; what was not
     * delivered yet never will be.
     */
    public Uni<Void> recordsDeleted(List<ReceivedRecord> gone, Instant now) {
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, ReceivedRecord> byId =
                gone.stream().collect(Collectors.toMap(ReceivedRecord::recordId, identity()));
        return table.lockedOfRecords(byId.keySet())
                .chain(found -> {
                    List<RunRow> rows =
                            found.stream()
                                    .filter(row -> row.user.equals(record(byId, row).user()))
                                    .toList();
                    Map<UUID, Long> revisions =
                            rows.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    row -> row.runId,
                                                    row -> record(byId, row).revision()));
                    return ledger.supersedeBelow(revisions, now)
                            .chain(() -> ledger.ofRuns(revisions.keySet()))
                            .invoke(deliveries ->
                                    rows.forEach(row ->
                                            deleted(row, deliveries, record(byId, row), now)))
                            .chain(() -> announcements.enter(rows));
                });
    }

    private static ReceivedRecord record(Map<UUID, ReceivedRecord> byId, RunRow row) {
        return requireNonNull(byId.get(row.recordId));
    }

    private static void deleted(
            RunRow row, List<Delivery> deliveries, ReceivedRecord received, Instant now) {
        if (deliveries.stream().anyMatch(one -> one.run().equals(row.runId) && mayBeKnown(one))) {
            again(row, received, null, now);
        } else {
            row.rests();
            row.keep(null);
            row.lookAgainAt = null;
            row.requestIsOver();
            row.changed(RunStatus.CANCELLED, "the source deleted it", now);
        }
    }

    /** True if its target has heard of it, or is hearing of it just now. */
    static boolean mayBeKnown(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Delivered
                || delivery.state() instanceof DeliveryState.Leased;
    }
}
