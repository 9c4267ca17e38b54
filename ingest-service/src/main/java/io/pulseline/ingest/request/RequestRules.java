package io.pulseline.ingest.request;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.BackfillRequested;
import io.pulseline.contracts.source.DisconnectRequested;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.SyncRequested;
import io.pulseline.ingest.backfill.BackfillRequests;
import io.pulseline.ingest.backfill.BackfillRequests.Answer;
import io.pulseline.ingest.backfill.BackfillRequests.Wanted;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.Disconnecting;
import io.pulseline.ingest.connection.KindSchedule;
import io.pulseline.ingest.intake.PoisonException;
import io.pulseline.ingest.request.RequestMetrics.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request leads to, for one connection of its user or for all of them. */
@ApplicationScoped
class RequestRules {
    private final FollowedRequests followed;
    private final ConnectionStore connections;
    private final KindSchedule schedule;
    private final BackfillRequests backfills;
    private final Disconnecting disconnecting;
    private final Clock clock;

    RequestRules(
            FollowedRequests followed,
            ConnectionStore connections,
            KindSchedule schedule,
            BackfillRequests backfills,
            Disconnecting disconnecting,
            Clock clock) {
        this.followed = followed;
        this.connections = connections;
        this.schedule = schedule;
        this.backfills = backfills;
        this.disconnecting = disconnecting;
        this.clock = clock;
    }

    /**
     * Follows it; doing so again does no harm. Blocks.
     *
     * @throws PoisonException if it can never be followed
     * @throws io.pulseline.ingest.database.DatabaseException if it could not be stored
     */
    Outcome apply(SourceRequest request) {
        if (request.getRequestId().isBlank()) {
            throw new PoisonException("request without an id");
        }
        if (followed.contains(request.getRequestId())) {
            return Outcome.REPEATED;
        }
        boolean done = false;
        for (Connection connection : connections(request)) {
            done |= follow(connection, request);
        }
        // Afterwards: a crash in between follows it again, before anything else of its user.
        followed.add(request.getRequestId(), clock.instant());
        return done ? Outcome.FOLLOWED : Outcome.NO_CONNECTION;
    }

    private List<Connection> connections(SourceRequest request) {
        UUID user = id("user", request.getUser());
        @Nullable String connection = request.getConnectionId();
        return connection == null
                ? connections.ofUser(user)
                : connections
                        .find(id("connection", connection))
                        .filter(found -> found.user().equals(user))
                        .stream()
                        .toList();
    }

    private boolean follow(Connection connection, SourceRequest request) {
        SyncRequested sync = request.getSync();
        BackfillRequested backfill = request.getBackfill();
        DisconnectRequested disconnect = request.getDisconnect();
        if (sync != null) {
            return sync(connection, sync);
        }
        if (backfill != null) {
            return backfill(connection, backfill);
        }
        if (disconnect != null) {
            return disconnect(connection, disconnect, request.getRequestedEpochMillis());
        }
        throw new PoisonException("request that asks for nothing we know");
    }

    private boolean sync(Connection connection, SyncRequested wanted) {
        if (!connection.isConnected()) {
            return false;
        }
        schedule.dueNow(
                connection.id(),
                kinds(wanted.getKinds()),
                date(wanted.getFirstLocalDate()),
                clock.instant());
        return true;
    }

    private boolean backfill(Connection connection, BackfillRequested wanted) {
        if (wanted.getStop()) {
            backfills.stop(connection);
            return true;
        }
        Wanted range =
                new Wanted(
                        date(wanted.getFirstLocalDate()),
                        date(wanted.getLastLocalDate()),
                        kinds(wanted.getKinds()));
        return connection.isConnected() && backfills.begin(connection, range) == Answer.RUNNING;
    }

    /** Not if the user has consented again since: it came late, or was read again. */
    private boolean disconnect(Connection connection, DisconnectRequested wanted, long at) {
        if (Instant.ofEpochMilli(at).isBefore(connection.connectedAt())) {
            return false;
        }
        disconnecting.disconnect(connection, wanted.getEraseData());
        return true;
    }

    /** Kinds of a later version are passed over; only they are asked for: nothing is. */
    private static Set<String> kinds(List<String> named) {
        Set<String> known =
                named.stream().filter(PayloadKind.all()::contains).collect(Collectors.toSet());
        if (known.isEmpty() && !named.isEmpty()) {
            throw new PoisonException("request for kinds that are not known");
        }
        return known;
    }

    private static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new PoisonException("request whose " + what + " is no id");
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new PoisonException("request whose date is none");
        }
    }
}
