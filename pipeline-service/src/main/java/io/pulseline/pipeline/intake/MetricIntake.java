package io.pulseline.pipeline.intake;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.erasure.ErasedUsers;
import io.pulseline.pipeline.erasure.ErasedUsers.Erased;
import io.pulseline.pipeline.pipeline.Candidate;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.RunName;
import io.pulseline.pipeline.run.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps metrics and begins the runs that follow from them, in as many statements for many as for
 * one. To be called inside a transaction: all of it happens or nothing.
 */
@ApplicationScoped
class MetricIntake {
    private final ErasedUsers erased;
    private final Records records;
    private final Pipelines pipelines;
    private final Runs runs;

    MetricIntake(ErasedUsers erased, Records records, Pipelines pipelines, Runs runs) {
        this.erased = erased;
        this.records = records;
        this.pipelines = pipelines;
        this.runs = runs;
    }

    /**
     * Metrics after they were taken.
     *
     * @param outcomes of each, in their order
     * @param answers of the pipelines for metrics of their users, for every changed metric that is
     *     live or late
     */
    record Taken(List<KeepOutcome> outcomes, List<StartAnswer> answers) {
        Taken {
            outcomes = List.copyOf(outcomes);
            answers = List.copyOf(answers);
        }
    }

    Uni<Taken> take(List<ReceivedRecord> received, Instant now) {
        return erased.among(users(received))
                .chain(gone -> kept(received, gone, now))
                .chain(outcomes ->
                        followed(changed(received, outcomes), now)
                                .map(answers -> new Taken(outcomes, answers)));
    }

    private static Set<UUID> users(List<ReceivedRecord> received) {
        return received.stream().map(ReceivedRecord::user).collect(Collectors.toSet());
    }

    /** What became of each, in their order. */
    private Uni<List<KeepOutcome>> kept(List<ReceivedRecord> received, Erased gone, Instant now) {
        List<ReceivedRecord> wanted =
                received.stream().filter(one -> !gone.covers(one.user(), one.revision())).toList();
        if (wanted.size() == received.size()) {
            return records.keepAll(received, now);
        }
        Uni<List<KeepOutcome>> kept =
                wanted.isEmpty() ? Uni.createFrom().item(List.of()) : records.keepAll(wanted, now);
        return kept.map(outcomes -> {
            Iterator<KeepOutcome> next = outcomes.iterator();
            return received.stream()
                    .map(one ->
                            gone.covers(one.user(), one.revision())
                                    ? KeepOutcome.ERASED
                                    : next.next())
                    .toList();
        });
    }

    /** Of each the last, live before read again. */
    private static Collection<ReceivedRecord> changed(
            List<ReceivedRecord> received, List<KeepOutcome> outcomes) {
        Map<UUID, ReceivedRecord> changed = new LinkedHashMap<>();
        for (int place = 0; place < received.size(); place++) {
            if (outcomes.get(place) == KeepOutcome.CHANGED) {
                // What was read for the archive does not take away what is live.
                changed.merge(
                        received.get(place).recordId(),
                        received.get(place),
                        (one, later) ->
                                Starting.mayStart(one) && !Starting.mayStart(later) ? one : later);
            }
        }
        return changed.values();
    }

    private Uni<List<StartAnswer>> followed(Collection<ReceivedRecord> changed, Instant now) {
        List<ReceivedRecord> hours =
                changed.stream()
                        .filter(one -> one.recordType().equals(RecordType.HEART_RATE))
                        .toList();
        List<ReceivedRecord> starting = changed.stream().filter(Starting::mayStart).toList();
        return runs.heartRateArrived(hours, now)
                .chain(() ->
                        runs.recordsDeleted(
                                starting.stream().filter(ReceivedRecord::deleted).toList(), now))
                .chain(() -> begun(starting.stream().filter(one -> !one.deleted()).toList(), now));
    }

    private Uni<List<StartAnswer>> begun(List<ReceivedRecord> starting, Instant now) {
        if (starting.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pipelines
                .forMetrics(users(starting))
                .chain(byUser -> Starting.begin(runs, all(starting, byUser), now));
    }

    private static List<Starting> all(
            List<ReceivedRecord> starting, Map<UUID, List<Pipeline>> byUser) {
        List<Starting> all = new ArrayList<>();
        for (ReceivedRecord record : starting) {
            for (Pipeline pipeline : byUser.getOrDefault(record.user(), List.of())) {
                all.add(Starting.of(pipeline, record, candidate(record), name(record)));
            }
        }
        return all;
    }

    private static Candidate candidate(ReceivedRecord record) {
        return new Candidate(
                record.recordType(),
                record.origin().provider(),
                null,
                record.origin().recordingMethod(),
                record.overAt());
    }

    /** For people who look at the list of runs. */
    private static RunName name(ReceivedRecord record) {
        return new RunName(record.recordType() + " of " + record.localDate(), null);
    }
}
