package io.pulseline.ingest.backfill;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.sync.KindLeases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What people want of the reading of their history. All methods block. */
@ApplicationScoped
public class BackfillRequests {
    private static final Logger LOG = Logger.getLogger(BackfillRequests.class);

    /** Nothing is older; where the user was not there yet, the provider tells. */
    private static final LocalDate EARLIEST = LocalDate.of(2009, 1, 1);

    private final BackfillStore store;
    private final ConnectionStore connections;
    private final KindLeases leases;
    private final Clock clock;

    BackfillRequests(
            BackfillStore store, ConnectionStore connections, KindLeases leases, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Dates and kinds to be read; both ends belong to them.
     *
     * @param first null: as far as the provider goes back
     * @param last null: until where live data begin
     * @param kinds empty: all
     */
    public record Wanted(@Nullable LocalDate first, @Nullable LocalDate last, Set<String> kinds) {
        public Wanted {
            kinds = Set.copyOf(kinds);
        }

        boolean isAnything() {
            return first == null && last == null && kinds.isEmpty();
        }
    }

    /** What became of it. */
    public enum Answer {
        /** It is read, or goes on, or was on its way already. */
        RUNNING,
        /** All of the range is live data: nothing is left to be read. */
        NOTHING_OLDER
    }

    /**
     * Begins; what is asked for again goes on where it stopped. Without dates and kinds whatever
     * stopped goes on.
     */
    public Answer begin(Connection connection, Wanted wanted) {
        UUID id = connection.id();
        Instant now = clock.instant();
        LocalDate newest = leases.liveFrom(id).orElseGet(() -> connection.today(now)).minusDays(1);
        LocalDate last =
                wanted.last() == null || wanted.last().isAfter(newest) ? newest : wanted.last();
        LocalDate first =
                wanted.first() == null || wanted.first().isBefore(EARLIEST)
                        ? EARLIEST
                        : wanted.first();
        Optional<Backfill> known = store.find(id).filter(held -> isUnfinished(held));
        boolean same =
                known.filter(held -> wanted.isAnything() || isSame(held, wanted, first, last))
                        .isPresent();
        if (same) {
            store.resume(id, now);
            return Answer.RUNNING;
        }
        if (first.isAfter(last)) {
            return Answer.NOTHING_OLDER;
        }
        store.begin(id, first, last, kinds(wanted), now);
        LOG.infof("backfill begins: connection=%s first=%s last=%s", id, first, last);
        return Answer.RUNNING;
    }

    private static boolean isUnfinished(Backfill backfill) {
        return !backfill.state().equals(Backfill.DONE);
    }

    private static boolean isSame(Backfill held, Wanted wanted, LocalDate first, LocalDate last) {
        // A range that was found to begin before the user did has moved.
        boolean sameFirst =
                held.first().equals(first) || (held.bounded() && first.isBefore(held.first()));
        return sameFirst
                && held.last().equals(last)
                && held.kinds().stream()
                        .map(KindCursor::kind)
                        .collect(Collectors.toSet())
                        .equals(kinds(wanted));
    }

    private static Set<String> kinds(Wanted wanted) {
        return new TreeSet<>(wanted.kinds().isEmpty() ? PayloadKind.all() : wanted.kinds());
    }

    /** Stops a running one; what is read stays read. */
    public void stop(Connection connection) {
        Instant now = clock.instant();
        if (store.stop(connection.id(), "stopped on request", now)) {
            connections.clear(connection.id(), Condition.BACKFILLING, now);
            LOG.infof("backfill stopped: connection=%s", connection.id());
        }
    }
}
