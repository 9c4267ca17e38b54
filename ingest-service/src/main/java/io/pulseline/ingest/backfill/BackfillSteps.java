package io.pulseline.ingest.backfill;

import io.pulseline.ingest.backfill.Backfill.Step;
import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.Spending;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.StudyWindow.Dates;
import io.pulseline.ingest.sync.Asker;
import io.pulseline.ingest.sync.KindLeases;
import io.pulseline.ingest.sync.KindReader;
import io.pulseline.ingest.sync.ReadContext;
import io.pulseline.ingest.sync.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Single steps of a backfill: a few dates of one kind, read as live data is and published on the
 * topic of history. A step that is repeated after a crash publishes nothing twice: the ledger knows
 * what is out.
 */
@ApplicationScoped
class BackfillSteps {
    private static final Logger LOG = Logger.getLogger(BackfillSteps.class);

    /** A longer range may begin before the user was there; asking for that costs one request. */
    private static final int DAYS_NOT_BOUNDED = 31;

    private final BackfillStore store;
    private final KindReader reader;
    private final KindLeases leases;
    private final BackfillConfig config;
    private final Clock clock;

    BackfillSteps(
            BackfillStore store,
            KindReader reader,
            KindLeases leases,
            BackfillConfig config,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    /** Whether it must first be asked since when there is anything. */
    static boolean isUnbounded(Backfill backfill) {
        return !backfill.bounded()
                && ChronoUnit.DAYS.between(backfill.first(), backfill.last()) > DAYS_NOT_BOUNDED;
    }

    /** Asks for the user's first day at the provider; blocks. */
    Turn bound(Held held, Backfill backfill, ReadContext context) {
        Spending.Spent<Optional<ProviderAnswer<Optional<LocalDate>>>> spent =
                Spending.of(
                        held.connection(),
                        Priority.BACKFILL,
                        () -> context.asker().ask(context.provider()::memberSince));
        if (spent.answer().isEmpty()) {
            return new Turn.Wait(postponed(context.asker(), spent.requests()));
        }
        // Where it is not told, the range stays as it was asked for.
        LocalDate since =
                spent.answer().get() instanceof ProviderAnswer.Given<Optional<LocalDate>>(var told)
                        ? told.orElse(backfill.first())
                        : backfill.first();
        return Turn.noted(store.bounded(held.connection(), held.claim(), since, spent.requests()));
    }

    /** Reads one step; blocks. */
    Turn read(Held held, Backfill backfill, Step step, ReadContext context) {
        Connection connection = context.connection();
        boolean consented =
                connection
                        .grantedScopes()
                        .containsAll(context.provider().neededScopes(step.kind()));
        if (!consented) {
            return leftOut(held, step, "you did not consent to it", 0);
        }
        Optional<Dates> dates = connection.studyWindow().clamp(step.from(), step.to());
        if (dates.isEmpty()) {
            return stepped(held, step, null, 0);
        }
        if (!leases.hold(connection.id(), step.kind(), held.claim(), config.lease())) {
            return new Turn.Wait(
                    Pause.until(
                            clock.instant().plus(config.afterLive()),
                            "live data are read first",
                            backfill.failures(),
                            0));
        }
        held.reads(step.kind());
        try {
            Spending.Spent<ReadOutcome> spent =
                    Spending.of(
                            connection.id(),
                            Priority.BACKFILL,
                            () ->
                                    reader.read(
                                            context,
                                            step.kind(),
                                            dates.get().first(),
                                            dates.get().last()));
            return after(held, backfill, step, context, spent);
        } finally {
            held.reads(null);
            leases.release(connection.id(), step.kind(), held.claim());
        }
    }

    private Turn after(
            Held held,
            Backfill backfill,
            Step step,
            ReadContext context,
            Spending.Spent<ReadOutcome> spent) {
        return switch (spent.answer()) {
            case ReadOutcome.Read _ -> stepped(held, step, null, spent.requests());
            case ReadOutcome.Absent(String reason) -> leftOut(held, step, reason, spent.requests());
            case ReadOutcome.Refused(String reason) ->
                    leftOut(held, step, reason, spent.requests());
            case ReadOutcome.Postponed() ->
                    new Turn.Wait(postponed(context.asker(), spent.requests()));
            case ReadOutcome.Failed(String reason) ->
                    new Turn.Wait(failed(backfill, step, reason, spent.requests()));
        };
    }

    private Turn leftOut(Held held, Step step, String reason, int requests) {
        LOG.infof(
                "backfill leaves a kind out: connection=%s kind=%s reason=%s",
                held.connection(), step.kind(), reason);
        return stepped(held, step, reason, requests);
    }

    private Turn stepped(Held held, Step step, @Nullable String refused, int requests) {
        return Turn.noted(
                store.stepped(
                        held.connection(),
                        held.claim(),
                        step.kind(),
                        step.from().minusDays(1),
                        refused,
                        requests,
                        clock.instant()));
    }

    private Pause postponed(Asker asker, int requests) {
        if (asker.ended().isPresent()) {
            return Pause.untilConsent(asker.ended().get(), requests);
        }
        Instant until = asker.notBefore();
        return Pause.until(
                until == null ? clock.instant().plus(config.firstPause()) : until,
                asker.why().orElse("the provider asks us to wait"),
                0,
                requests);
    }

    private Pause failed(Backfill backfill, Step step, String reason, int requests) {
        int failures = backfill.failures() + 1;
        LOG.warnf(
                "backfill not read: connection=%s kind=%s from=%s to=%s failures=%d reason=%s",
                backfill.connection(), step.kind(), step.from(), step.to(), failures, reason);
        if (failures >= config.failuresAllowed()) {
            return Pause.failed(
                    "given up after " + failures + " tries: " + reason, failures, requests);
        }
        return Pause.until(clock.instant().plus(pause(failures)), reason, failures, requests);
    }

    private Duration pause(int failures) {
        Duration doubled = config.firstPause().multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
    }
}
