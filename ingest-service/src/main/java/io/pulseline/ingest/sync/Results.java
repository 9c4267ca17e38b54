package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.ZoneHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is written back when a kind could not be read. */
@ApplicationScoped
class Results {
    private static final Logger LOG = Logger.getLogger(Results.class);

    private final ConnectionStore connections;
    private final SyncConfig config;
    private final Backoff backoff;

    Results(ConnectionStore connections, SyncConfig config) {
        this.connections = connections;
        this.config = config;
        this.backoff =
                new Backoff(
                        config.firstPause(), config.longestPause(), RandomGenerator.getDefault());
    }

    /** What was not read is read later, each cause in its own time. */
    PassResult unread(ReadContext context, DueWork work, ReadOutcome.Unread outcome) {
        return switch (outcome) {
            case ReadOutcome.Postponed() -> postponed(context, work);
            case ReadOutcome.Refused(String reason) -> refused(context, work, reason);
            case ReadOutcome.Absent(String reason) -> absent(context, work, reason);
            case ReadOutcome.Failed(String reason) -> failed(context, work, reason);
        };
    }

    /** The asker asks no more: as soon as it may, unless the connection has ended. */
    PassResult postponed(ReadContext context, DueWork work) {
        Asker asker = context.asker();
        if (asker.ended().isPresent()) {
            return new PassResult.Rests(asker.ended().get());
        }
        Postponement held = held(context, work);
        return held == null
                ? failed(context, work, "nothing could be asked")
                : new PassResult.Again(held.until(), held, work.progress(), false);
    }

    /** Until when and why the asker asks no more; null if it does. */
    @Nullable Postponement held(ReadContext context, DueWork work) {
        Instant until = context.asker().notBefore();
        if (until == null) {
            return null;
        }
        Postponement before = work.postponed();
        String known = before == null ? "the provider wants us to wait" : before.reason();
        return new Postponement(until, context.asker().why().orElse(known));
    }

    /** A pause that grows with the failures in a row. */
    PassResult failed(ReadContext context, DueWork work, String reason) {
        if (context.asker().ended().isPresent()) {
            return new PassResult.Rests(context.asker().ended().get());
        }
        Progress progress = work.progress().change().failed().done();
        LOG.warnf(
                "not read: connection=%s kind=%s failures=%d reason=%s",
                work.connectionId(), work.kind(), progress.failures(), reason);
        Instant next = context.now().plus(backoff.after(progress.failures()));
        String why = "no usable answer " + progress.failures() + " times in a row: " + reason;
        return new PassResult.Again(next, new Postponement(next, why), progress, false);
    }

    /** The kind rests for long, and the connection says so; the others go on. */
    PassResult refused(ReadContext context, DueWork work, String reason) {
        LOG.warnf(
                "not allowed: connection=%s kind=%s reason=%s",
                work.connectionId(), work.kind(), reason);
        connections.hold(work.connectionId(), missingScope(work.kind(), context.now()));
        return resting(context, work, "the provider does not allow it: " + reason);
    }

    /** Asking for it again is of no use for long; the others go on. */
    PassResult absent(ReadContext context, DueWork work, String reason) {
        LOG.warnf(
                "not there: connection=%s kind=%s reason=%s",
                work.connectionId(), work.kind(), reason);
        return resting(context, work, "the provider does not give it: " + reason);
    }

    private PassResult resting(ReadContext context, DueWork work, String why) {
        Instant next = context.now().plus(config.forbiddenPause());
        return new PassResult.Again(next, new Postponement(next, why), work.progress(), false);
    }

    /** The user did not consent to the kind: nobody is asked. */
    PassResult notConsented(ReadContext context, DueWork work) {
        Instant next = context.now().plus(config.forbiddenPause());
        return new PassResult.Again(next, null, work.progress(), false);
    }

    private static Condition missingScope(String what, Instant since) {
        return new Condition(
                Condition.MISSING_SCOPES,
                since,
                "FORBIDDEN",
                "The provider does not let us read your " + what + "; connect again and allow it.");
    }

    /**
     * First local date to be read again because another zone holds on it than when it was read; a
     * day before the change, because what was read last of that day ended by the old zone's clock.
     */
    static Optional<LocalDate> zoneChangedFrom(DueWork work, ZoneHistory zones) {
        ZoneHistory with = work.progress().zones();
        return with.zones().isEmpty()
                ? Optional.empty()
                : zones.firstDifference(with)
                        .map(date ->
                                date.equals(LocalDate.MIN) ? work.liveFrom() : date.minusDays(1))
                        .map(work::live);
    }
}
