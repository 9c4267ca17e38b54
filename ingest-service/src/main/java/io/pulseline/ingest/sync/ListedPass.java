package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.StudyWindow;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.time.LeaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The pass over the activities or the sleep of one connection. */
@ApplicationScoped
class ListedPass {
    private final ListedReads reads;
    private final ThingStore things;
    private final DueStore due;
    private final Results results;
    private final SyncConfig config;
    private final Bells bells;
    private final LeaseClock leases;

    ListedPass(
            ListedReads reads,
            ThingStore things,
            DueStore due,
            Results results,
            SyncConfig config,
            LeaseClock leases) {
        this.reads = reads;
        this.things = things;
        this.due = due;
        this.results = results;
        this.config = config;
        this.bells = new Bells(config.bellsAtOnce(), config.bellEvery());
        this.leases = leases;
    }

    /** Reads the list if it may have changed, then brings forward what waits; blocks. */
    PassResult run(ReadContext context, DueWork work) {
        PassResult result = list(context, work);
        AtomicBoolean ours = new AtomicBoolean(true);
        boolean handedOn =
                reads.forward(
                        context,
                        work.kind(),
                        () -> {
                            ours.set(due.extend(List.of(work), leases.now().plus(config.lease())));
                            return ours.get();
                        });
        if (!ours.get()) {
            return new PassResult.Overtaken();
        }
        Optional<String> ended = context.asker().ended();
        if (ended.isPresent()) {
            return new PassResult.Rests(ended.get());
        }
        return result instanceof PassResult.Again again
                ? withThings(context, work, again, handedOn)
                : result;
    }

    private PassResult withThings(
            ReadContext context, DueWork work, PassResult.Again again, boolean handedOn) {
        // A rate limit that a part met holds for the list too.
        Postponement postponed =
                again.postponed() == null ? results.held(context, work) : again.postponed();
        Instant next = again.next();
        Optional<Instant> thing = things.nextCheck(work.connectionId(), work.kind());
        if (thing.isPresent() && thing.get().isBefore(next)) {
            next = thing.get();
        }
        if (!handedOn) {
            next = context.now().plus(config.firstPause());
        }
        return new PassResult.Again(next, postponed, again.progress(), again.read());
    }

    private PassResult list(ReadContext context, DueWork work) {
        Optional<ListPlan> plan =
                ListPlan.of(
                        situation(context, work), work, config.trailingDays(), config.nightEnds());
        LocalDate last = context.today().plusDays(isActivity(work) ? 1 : 0);
        Optional<StudyWindow.Dates> dates =
                plan.flatMap(made -> context.connection().studyWindow().clamp(made.from(), last));
        if (plan.isEmpty() || dates.isEmpty()) {
            return new PassResult.Again(next(context, work), null, work.progress(), true);
        }
        ListedReads.Result result =
                reads.list(context, work.kind(), dates.get().first(), dates.get().last());
        return switch (result.outcome()) {
            case ReadOutcome.Read(SortedSet<LocalDate> found) ->
                    read(context, work, plan.get(), result, found);
            case ReadOutcome.Unread unread -> results.unread(context, work, unread);
        };
    }

    private static boolean isActivity(DueWork work) {
        return work.kind().equals(PayloadKind.ACTIVITY);
    }

    private ListPlan.Situation situation(ReadContext context, DueWork work) {
        ZoneHistory zones = context.connection().zones();
        @Nullable Instant until = work.progress().readUntil();
        LocalDate today = context.today();
        return new ListPlan.Situation(
                today,
                zones.localAt(context.now()).toLocalTime(),
                until == null ? null : zones.dateOf(until),
                Results.zoneChangedFrom(work, zones).orElse(null),
                isQuiet(context, work, today));
    }

    /**
     * Nothing new is to be expected of activities while the devices have not synced (what people
     * write down by hand rings, and is found by the next reading anyway), nor of sleep once the
     * night is there.
     */
    private boolean isQuiet(ReadContext context, DueWork work, LocalDate today) {
        Progress progress = work.progress();
        if (!isActivity(work)) {
            // At midnight naps of the day are looked for; until then the night is all there is.
            return !progress.watermark().isBefore(today);
        }
        Instant last = progress.lastSuccessAt();
        boolean lately =
                last != null
                        && last.plus(config.sweepEvery().multipliedBy(6)).isAfter(context.now());
        Instant synced = context.knownSync();
        return lately && synced != null && synced.equals(progress.readUntil());
    }

    private PassResult read(
            ReadContext context,
            DueWork work,
            ListPlan plan,
            ListedReads.Result result,
            SortedSet<LocalDate> found) {
        Progress progress = work.progress();
        Progress.Change change =
                progress.change().succeeded(context.now(), context.connection().zones());
        @Nullable Instant rung = progress.bellsUntil();
        change.bells(work.isRung() ? bells.followed(rung, context.now()) : rung, work.generation());
        // It may lie before the trailing days, where nobody would ever look again.
        change.reread(result.unfinishedFrom(), new TreeSet<>());
        change.readUntil(context.knownSync());
        if (plan.trailing()) {
            change.trailingReadOn(context.today());
        }
        LocalDate readTo = result.readTo();
        if (isActivity(work) && readTo != null) {
            change.watermark(readTo.isAfter(context.today()) ? context.today() : readTo);
        } else if (!found.isEmpty()) {
            change.watermark(found.last());
        }
        Instant next = next(context, work);
        Instant soon = result.lookAgain();
        return new PassResult.Again(
                soon != null && soon.isBefore(next) ? soon : next, null, change.done(), true);
    }

    private Instant next(ReadContext context, DueWork work) {
        Schedule schedule = Schedule.of(work.connectionId(), config.sweepEvery());
        return isActivity(work)
                // A list read shortly before the tick is as good as the one at the tick.
                ? schedule.tickAfter(context.now().plus(config.sweepEvery().dividedBy(3)))
                : schedule.fixedCheckAfter(context.now(), context.connection().zones());
    }
}
