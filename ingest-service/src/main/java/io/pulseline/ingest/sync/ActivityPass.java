package io.pulseline.ingest.sync;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.ConnectionUpkeep;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.time.LeaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the activities of one connection, in two steps. First the list is read and what is
 * new or changed is noted in the ledger; then every thing whose time has come is brought forward.
 * The first step is all that may be lost by a rate limit; the second goes on with what is kept.
 */
@ApplicationScoped
class ActivityPass {
    private static final Logger LOG = Logger.getLogger(ActivityPass.class);

    private final ConnectionStore connections;
    private final ConnectionUpkeep upkeep;
    private final AuthorizedCalls calls;
    private final DataProviders providers;
    private final DueStore due;
    private final ThingStore things;
    private final ActivityPublishing publishing;
    private final SyncMetrics metrics;
    private final SyncConfig config;
    private final Backoff backoff;
    private final Clock clock;
    private final LeaseClock leases;

    ActivityPass(
            ConnectionStore connections,
            ConnectionUpkeep upkeep,
            AuthorizedCalls calls,
            DataProviders providers,
            DueStore due,
            ThingStore things,
            ActivityPublishing publishing,
            SyncMetrics metrics,
            SyncConfig config,
            Clock clock,
            LeaseClock leases) {
        this.connections = connections;
        this.upkeep = upkeep;
        this.calls = calls;
        this.providers = providers;
        this.due = due;
        this.things = things;
        this.publishing = publishing;
        this.metrics = metrics;
        this.config = config;
        this.backoff =
                new Backoff(
                        config.firstPause(), config.longestPause(), RandomGenerator.getDefault());
        this.clock = clock;
        this.leases = leases;
    }

    /** What the list's step led to. */
    private record Step(
            LocalDate watermark, boolean listed, int failures, boolean publishingFailed) {
        Step(LocalDate watermark, boolean listed, int failures) {
            this(watermark, listed, failures, false);
        }
    }

    /**
     * Runs a pass; blocks.
     *
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away; the lease
     *     runs out by itself
     */
    PassResult run(DueWork work) {
        Optional<Connection> found =
                connections.find(work.connectionId()).filter(Connection::isConnected);
        if (found.isEmpty()) {
            return new PassResult.Rests("not connected");
        }
        Instant start = clock.instant();
        boolean mayAsk = work.notBefore() == null || !work.notBefore().isAfter(start);
        Connection connection = mayAsk ? upkeep.keepUp(found.get()) : found.get();
        Asker asker = new Asker(calls, work.connectionId(), mayAsk ? null : work.notBefore());
        Step step = list(work, connection, asker);
        for (UUID thing : things.due(connection.id(), work.kind(), clock.instant())) {
            if (asker.ended().isPresent()) {
                break;
            }
            if (!due.extend(work, leases.now().plus(config.lease()))) {
                return new PassResult.Overtaken();
            }
            if (!forward(connection, thing, asker)) {
                step = new Step(step.watermark(), step.listed(), step.failures(), true);
                break;
            }
        }
        return result(work, connection, asker, step, start);
    }

    private Step list(DueWork work, Connection connection, Asker asker) {
        LocalDate from = work.readFrom(config.overlapDays());
        DataProvider provider = providers.named(connection.provider());
        Optional<ProviderAnswer<Listing>> answer =
                asker.ask(token ->
                        provider.things(
                                token,
                                new ListQuestion(
                                        work.kind(),
                                        from,
                                        connection.zones().dateOf(clock.instant()).plusDays(1),
                                        connection.grantedScopes(),
                                        connection.zones())));
        if (answer.isEmpty()) {
            return new Step(work.watermark(), false, work.failures());
        }
        if (answer.get() instanceof ProviderAnswer.Given<Listing>(Listing listing)) {
            return note(work, connection, listing);
        }
        if (answer.get() instanceof ProviderAnswer.Forbidden<Listing>(String reason)) {
            LOG.warnf("activities not allowed: connection=%s reason=%s", connection.id(), reason);
            connections.hold(connection.id(), missingScope("activities"));
            asker.pause(clock.instant().plus(config.forbiddenPause()));
            return new Step(work.watermark(), false, 0);
        }
        int failures = work.failures() + 1;
        asker.pause(clock.instant().plus(backoff.after(failures)));
        LOG.warnf(
                "activities not read: connection=%s failures=%d answer=%s",
                connection.id(), failures, reason(answer.get()));
        return new Step(work.watermark(), false, failures);
    }

    private static String reason(ProviderAnswer<?> answer) {
        return answer instanceof ProviderAnswer.Unavailable<?>(String why)
                ? why
                : answer.getClass().getSimpleName();
    }

    private Condition missingScope(String what) {
        return new Condition(
                Condition.MISSING_SCOPES,
                clock.instant(),
                "FORBIDDEN",
                "The provider does not let us read your " + what + "; connect again and allow it.");
    }

    private Step note(DueWork work, Connection connection, Listing listing) {
        metrics.unreadable(listing.unreadable().size());
        List<ListedThing> live =
                listing.things().stream()
                        .filter(thing -> !thing.localDate().isBefore(work.liveFrom()))
                        .toList();
        int noted = things.note(connection, work.kind(), live, clock.instant());
        if (noted > 0) {
            LOG.infof("things new or changed: connection=%s count=%d", connection.id(), noted);
        }
        ZoneId zone = connection.zones().current().orElse(ZoneOffset.UTC);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate read = listing.complete() ? today : lastDate(listing, work.watermark());
        return new Step(
                read.isAfter(work.watermark()) ? read : work.watermark(), listing.complete(), 0);
    }

    private static LocalDate lastDate(Listing listing, LocalDate otherwise) {
        return listing.things().isEmpty() ? otherwise : listing.things().getLast().localDate();
    }

    /** False if Kafka or the registry is away: no other thing will fare better. */
    private boolean forward(Connection connection, UUID thing, Asker asker) {
        try {
            return publishing.forward(connection, thing, asker);
        } catch (RegistryUnavailableException e) {
            LOG.warnf(e, "payload waits for the registry: connection=%s", connection.id());
            return false;
        }
    }

    private PassResult result(
            DueWork work, Connection connection, Asker asker, Step step, Instant start) {
        if (asker.ended().isPresent()) {
            return new PassResult.Rests(asker.ended().get());
        }
        @Nullable Instant notBefore = asker.notBefore();
        Instant next = notBefore == null ? start.plus(config.sweepEvery()) : notBefore;
        Optional<Instant> thing = things.nextCheck(connection.id(), work.kind());
        if (thing.isPresent() && thing.get().isBefore(next)) {
            next = thing.get();
        }
        if (step.publishingFailed()) {
            next = clock.instant().plus(config.firstPause());
        }
        return new PassResult.Again(
                next, notBefore, step.watermark(), step.listed(), step.failures());
    }
}
