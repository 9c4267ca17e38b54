package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.DatedPart.Trait;
import io.pulseline.ingest.sync.DatedPlan.Rules;
import io.pulseline.ingest.sync.DatedPlan.Situation;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.pulseline.ingest.sync.ReadContext.DeviceSync;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pass over one kind that is kept by local date. */
@ApplicationScoped
class DatedPass {
    /** Who has had no data for so long has no device for it: one try is enough. */
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final DatedReads reads;
    private final Results results;
    private final SyncConfig config;

    DatedPass(DatedReads reads, Results results, SyncConfig config) {
        this.reads = reads;
        this.results = results;
        this.config = config;
    }

    /** Reads what is to be expected and says when to look again; blocks. */
    PassResult run(ReadContext context, DueWork work) {
        boolean byDevice = work.kind().equals(PayloadKind.DAILY_SUMMARY);
        Rules rules = new Rules(config.trailingDays(), config.nightEnds(), byDevice);
        Progress progress = work.progress();
        Situation situation = situation(context, work);
        Optional<DatedPlan> made = rules.plan(situation, progress);
        boolean counted = byDevice && made.isPresent() && !made.get().awaitedOnly();
        // Fitbit sums up dates of which the device has told nothing, too.
        Optional<ReadOutcome.Unread> unknown =
                counted ? context.withoutDevices() : Optional.empty();
        if (unknown.isPresent()) {
            return results.unread(context, work, unknown.get());
        }
        Optional<DatedPlan> plan =
                made.flatMap(dates -> counted ? told(context, dates) : made)
                        .flatMap(dates -> dates.within(context.connection().studyWindow()));
        if (plan.isEmpty()) {
            return next(context, work, progress, true, null);
        }
        if (plan.get().trailing()) {
            // Once a day it is noted up to where the devices have told; later readings begin there.
            context.devices();
        }
        DatedRequest.Result result =
                reads.read(context, work.kind(), request(work, situation, plan.get(), byDevice));
        return switch (result.outcome()) {
            case ReadOutcome.Read(SortedSet<LocalDate> found) ->
                    read(context, work, plan.get(), result, found);
            case ReadOutcome.Unread unread -> results.unread(context, work, unread);
        };
    }

    /** Of what devices count all day there is nothing after their last sync. */
    private static Optional<DatedPlan> told(ReadContext context, DatedPlan plan) {
        return context.devices() instanceof DeviceSync.Synced(Instant at)
                ? plan.until(context.connection().zones().dateOf(at))
                : Optional.of(plan);
    }

    private static Situation situation(ReadContext context, DueWork work) {
        ZoneHistory zones = context.connection().zones();
        @Nullable Instant until = work.progress().readUntil();
        return new Situation(
                context.today(),
                zones.localAt(context.now()).toLocalTime(),
                until == null ? null : zones.dateOf(until),
                Results.zoneChangedFrom(work, zones).orElse(null),
                work.liveFrom());
    }

    private DatedRequest request(
            DueWork work, Situation situation, DatedPlan plan, boolean byDevice) {
        // What lies before the trailing days has no other reading to come.
        boolean whole = plan.trailing() || plan.from().isBefore(trailingFrom(situation.today()));
        Predicate<DatedPart> wanted = part -> whole || !part.is(Trait.TRAILING_ONLY);
        if (plan.awaitedOnly()) {
            return new DatedRequest(
                    plan.from(),
                    plan.to(),
                    part -> wanted.test(part) && part.is(Trait.OF_NIGHT),
                    Set.of(),
                    null,
                    true);
        }
        Set<LocalDate> each = new TreeSet<>(work.progress().rereadDates());
        LocalDate grown = situation.readUntil() == null ? plan.from() : situation.readUntil();
        if (!grown.isAfter(plan.to())) {
            each.addAll(grown.datesUntil(plan.to().plusDays(1)).toList());
        }
        return new DatedRequest(
                plan.from(),
                plan.to(),
                wanted,
                each,
                byDevice && plan.trailing() ? situation.readUntil() : null,
                work.progress().detail() == DetailRight.FINE);
    }

    private PassResult read(
            ReadContext context,
            DueWork work,
            DatedPlan plan,
            DatedRequest.Result result,
            SortedSet<LocalDate> found) {
        Progress progress = work.progress();
        Progress.Change change =
                progress.change().succeeded(context.now(), context.connection().zones());
        if (!found.isEmpty()) {
            change.watermark(found.last());
        }
        if (result.detailRefused()) {
            change.detail(DetailRight.COARSE);
        }
        Ripening ripening = plan.awaitedOnly() ? null : ripening(context, progress);
        if (!plan.awaitedOnly()) {
            change.readUntil(context.knownSync())
                    .reread(ripening == null ? null : ripening.from(), new TreeSet<>());
        }
        if (plan.trailing()) {
            change.trailingReadOn(context.today());
        }
        LocalDate awaited = progress.awaitedDate();
        boolean came = !progress.isAwaiting() || awaited == null || found.contains(awaited);
        int attempts = progress.awaitedAttempts() + 1;
        boolean last = attempts >= config.awaited().size() || hopeless(context, progress);
        boolean again = !came && !last;
        change.awaited(awaited, again ? attempts : Progress.GIVEN_UP);
        @Nullable Instant soon =
                again ? context.now().plus(pause(config.awaited(), attempts)) : null;
        @Nullable Instant ripe = ripening == null ? null : ripening.at();
        return next(
                context,
                work,
                change.done(),
                true,
                earlier(earlier(soon, ripe), result.lookAgain()));
    }

    private @Nullable Ripening ripening(ReadContext context, Progress progress) {
        return Ripening.of(
                progress,
                context.connection().zones(),
                context.now(),
                context.knownSync(),
                trailingFrom(context.today()));
    }

    private LocalDate trailingFrom(LocalDate today) {
        return today.minusDays(config.trailingDays() - 1L);
    }

    private static Duration pause(List<Duration> pauses, int attempts) {
        return pauses.get(Math.min(attempts, pauses.size() - 1));
    }

    private static boolean hopeless(ReadContext context, Progress progress) {
        LocalDate longAgo = context.today().minusDays(GIVEN_UP.toDays());
        return progress.watermark().isBefore(longAgo);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private PassResult next(
            ReadContext context,
            DueWork work,
            Progress progress,
            boolean read,
            @Nullable Instant soon) {
        Instant check =
                Schedule.of(work.connectionId(), config.sweepEvery())
                        .fixedCheckAfter(context.now(), context.connection().zones());
        Instant next = soon != null && soon.isBefore(check) ? soon : check;
        return new PassResult.Again(next, null, progress, read);
    }
}
