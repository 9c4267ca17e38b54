package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionUpkeep;
import io.pulseline.ingest.connection.PairedDevices;
import io.pulseline.ingest.publish.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all kinds of a connection that are due: the devices are asked once, first, and what
 * one kind learns serves the others.
 */
@ApplicationScoped
class ConnectionPass {
    private static final Set<String> LISTED = Set.of(PayloadKind.ACTIVITY, PayloadKind.SLEEP);
    private static final Set<String> SERIES = Set.of(PayloadKind.HEART_RATE, PayloadKind.STEPS);

    /** Daily figures show which series have changed; activities are what people wait for. */
    private static final List<String> ORDER =
            List.of(
                    PayloadKind.ACTIVITY,
                    PayloadKind.SLEEP,
                    PayloadKind.DAILY_SUMMARY,
                    PayloadKind.HEART_RATE,
                    PayloadKind.STEPS);

    private static final Comparator<DueWork> IN_ORDER =
            Comparator.comparingInt(work -> {
                int place = ORDER.indexOf(work.kind());
                return place < 0 ? ORDER.size() : place;
            });

    private final ConnectionUpkeep upkeep;
    private final AuthorizedCalls calls;
    private final DataProviders providers;
    private final PairedDevices devices;
    private final ListedPass listed;
    private final DatedPass dated;
    private final SeriesPass series;
    private final Outbox outbox;
    private final Results results;
    private final Wakes wakes;
    private final Clock clock;

    ConnectionPass(
            ConnectionUpkeep upkeep,
            AuthorizedCalls calls,
            DataProviders providers,
            PairedDevices devices,
            ListedPass listed,
            DatedPass dated,
            SeriesPass series,
            Outbox outbox,
            Results results,
            Wakes wakes,
            Clock clock) {
        this.upkeep = upkeep;
        this.calls = calls;
        this.providers = providers;
        this.devices = devices;
        this.listed = listed;
        this.dated = dated;
        this.series = series;
        this.outbox = outbox;
        this.results = results;
        this.wakes = wakes;
        this.clock = clock;
    }

    /**
     * Runs a pass; blocks.
     *
     * @param works due rows of one connection
     * @return what to write back to each of them
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away; the leases
     *     run out by themselves
     */
    Map<DueWork, PassResult> run(List<DueWork> works) {
        UUID id = works.getFirst().connectionId();
        Map<DueWork, PassResult> written = new LinkedHashMap<>();
        Optional<Connection> found = upkeep.readable(id);
        if (found.isEmpty()) {
            works.forEach(work -> written.put(work, new PassResult.Rests("not connected")));
            return written;
        }
        ReadContext context = context(found.get(), works);
        boolean sent =
                outbox.sendLeft(context.connection(), works.stream().map(DueWork::kind).toList());
        for (DueWork due : works.stream().sorted(IN_ORDER).toList()) {
            DueWork work = due.within(context.connection().studyWindow());
            context.asker().beginKind(held(work));
            written.put(
                    due,
                    sent || LISTED.contains(work.kind())
                            ? run(context, work)
                            : results.failed(context, work, "Kafka did not acknowledge"));
        }
        handOn(context);
        return written;
    }

    private @Nullable Instant held(DueWork work) {
        Postponement postponed = work.postponed();
        return postponed != null && postponed.until().isAfter(clock.instant())
                ? postponed.until()
                : null;
    }

    private ReadContext context(Connection found, List<DueWork> works) {
        boolean mayAsk = works.stream().anyMatch(work -> held(work) == null);
        Connection connection = mayAsk ? upkeep.keepUp(found) : found;
        ReadContext context =
                new ReadContext(
                        connection,
                        providers.named(connection.provider()),
                        new Asker(calls, connection.id(), null),
                        token -> devices.read(connection, token),
                        Route.LIVE,
                        clock);
        if (isRetry(works)) {
            context.tryAgain();
        }
        boolean needsDevices = works.stream().anyMatch(work -> SERIES.contains(work.kind()));
        if (mayAsk && needsDevices) {
            context.devices();
        }
        return context;
    }

    /**
     * Whether something failed before and no series is merely due: the devices' newest sync is what
     * a series comes for.
     */
    static boolean isRetry(List<DueWork> works) {
        boolean failed = works.stream().anyMatch(work -> work.progress().failures() > 0);
        boolean seriesDue =
                works.stream()
                        .filter(work -> SERIES.contains(work.kind()))
                        .anyMatch(work -> work.progress().failures() == 0);
        return failed && !seriesDue;
    }

    private PassResult run(ReadContext context, DueWork work) {
        Optional<String> ended = context.asker().ended();
        if (ended.isPresent()) {
            return new PassResult.Rests(ended.get());
        }
        boolean consented =
                context.connection()
                        .grantedScopes()
                        .containsAll(context.provider().neededScopes(work.kind()));
        if (!consented) {
            return results.notConsented(context, work);
        }
        if (LISTED.contains(work.kind())) {
            return listed.run(context, work);
        }
        return SERIES.contains(work.kind()) ? series.run(context, work) : dated.run(context, work);
    }

    /** What this pass found out for kinds that were not due, or for the next pass. */
    private void handOn(ReadContext context) {
        UUID id = context.connection().id();
        for (String kind : SERIES) {
            SortedSet<LocalDate> left = context.changedOf(kind);
            if (!left.isEmpty()) {
                wakes.changed(id, kind, left);
            }
        }
        if (context.isZoneDoubted() && upkeep.readZoneAgain(context.connection())) {
            wakes.all(id, clock.instant());
        }
    }
}
