package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.pulseline.ingest.sync.ReadContext.DeviceSync;
import io.pulseline.ingest.sync.SeriesPlan.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pass over one series: from the hour of the devices' previous sync to their newest one. */
@ApplicationScoped
class SeriesPass {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final SeriesReads reads;
    private final Results results;
    private final SyncConfig config;

    SeriesPass(SeriesReads reads, Results results, SyncConfig config) {
        this.reads = reads;
        this.results = results;
        this.config = config;
    }

    /** Reads what the devices have told since; blocks. */
    PassResult run(ReadContext context, DueWork work) {
        Progress progress = work.progress();
        if (progress.detail() == DetailRight.NONE) {
            // Perhaps the application got the right meanwhile.
            progress = progress.change().detail(DetailRight.FINE).done();
        }
        Optional<ReadOutcome.Unread> unknown = context.withoutDevices();
        if (unknown.isPresent()) {
            return results.unread(context, work, unknown.get());
        }
        Instant told = context.now();
        if (context.devices() instanceof DeviceSync.Synced(Instant at)) {
            doubt(context, at, progress.readUntil());
            told = earlier(at, told);
        }
        SeriesPlan plan = plan(context, work, studied(context, told));
        SeriesReads.Result result =
                reads.read(context, work.kind(), plan.windows(), progress.detail());
        return switch (result.outcome()) {
            case ReadOutcome.Read(SortedSet<LocalDate> found) ->
                    read(context, work, plan, result, found);
            case ReadOutcome.Unread unread ->
                    results.unread(context, partly(work, result, plan), unread);
        };
    }

    /** What lies behind the study window is not read. */
    private static Instant studied(ReadContext context, Instant told) {
        LocalDate last = context.connection().studyWindow().last();
        return last == null
                ? told
                : earlier(
                        told,
                        context.connection().zones().instantOf(last.plusDays(1).atStartOfDay()));
    }

    /** Devices tell wall time: a sync ahead of us, or before the last one, is another zone's. */
    private static void doubt(ReadContext context, Instant at, @Nullable Instant before) {
        boolean ahead = at.isAfter(context.now().plus(CLOCKS_DIFFER));
        boolean back = before != null && at.plus(CLOCKS_DIFFER).isBefore(before);
        if (ahead || back) {
            context.doubtZone();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private SeriesPlan plan(ReadContext context, DueWork work, Instant told) {
        ZoneHistory zones = context.connection().zones();
        @Nullable Instant until = work.progress().readUntil();
        @Nullable LocalDate wanted = work.progress().rereadFrom();
        Set<LocalDate> again = new TreeSet<>(work.progress().rereadDates());
        SortedSet<LocalDate> changed = context.changedOf(work.kind());
        if (until != null) {
            LocalDate open = zones.dateOf(until);
            changed.stream().filter(date -> date.isBefore(open)).forEach(again::add);
            LocalDate last = zones.dateOf(told);
            Stream.concat(
                            Results.zoneChangedFrom(work, zones).stream(),
                            Stream.ofNullable(wanted).map(work::live))
                    .filter(date -> !date.isAfter(last))
                    .flatMap(date -> date.datesUntil(last.plusDays(1)))
                    .forEach(again::add);
        }
        changed.clear();
        // Whoever asked for dates waits for them.
        boolean much = wanted == null && context.asker().asked() > config.muchAsked();
        return SeriesPlan.of(
                zones, until, told, work.liveFrom(), again, much ? 1 : config.seriesPerPass());
    }

    private PassResult read(
            ReadContext context,
            DueWork work,
            SeriesPlan plan,
            SeriesReads.Result result,
            SortedSet<LocalDate> found) {
        Progress.Change change =
                work.progress()
                        .change()
                        .succeeded(context.now(), context.connection().zones())
                        .readUntil(plan.readUntil())
                        .reread(null, new TreeSet<>(plan.left(plan.windows())))
                        .detail(result.right());
        inOrder(context, plan, found).ifPresent(change::watermark);
        Instant next =
                Schedule.of(work.connectionId(), config.sweepEvery()).tickAfter(context.now());
        return new PassResult.Again(next, null, change.done(), true);
    }

    /**
     * The newest date with data up to which everything is read. The newest date of all may be read
     * ahead of that: who moves to another provider, and goes on from there, would lose what lies
     * between.
     */
    private static Optional<LocalDate> inOrder(
            ReadContext context, SeriesPlan plan, SortedSet<LocalDate> found) {
        Instant until = plan.readUntil();
        if (until == null) {
            return Optional.empty();
        }
        LocalDate reached = context.connection().zones().dateOf(until.minusMillis(1));
        SortedSet<LocalDate> sure = found.headSet(reached.plusDays(1));
        return sure.isEmpty() ? Optional.empty() : Optional.of(sure.last());
    }

    /** The work less what was read before an answer was not to be had. */
    private static DueWork partly(DueWork work, SeriesReads.Result result, SeriesPlan plan) {
        Progress progress = work.progress();
        @Nullable Instant until = progress.readUntil();
        List<Window> done = result.done();
        if (!done.isEmpty() && (until == null || done.getLast().to().isAfter(until))) {
            until = done.getLast().to();
        }
        return work.with(
                progress.change()
                        .readUntil(until)
                        .reread(null, new TreeSet<>(plan.left(done)))
                        .detail(result.right())
                        .done());
    }
}
