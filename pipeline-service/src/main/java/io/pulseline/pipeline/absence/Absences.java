package io.pulseline.pipeline.absence;

import io.pulseline.contracts.OpenSets;
import io.pulseline.pipeline.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says why something is not there, from what is known; what is not known is not claimed. What holds
 * today explains only what could not be read before it held: a token that was lost this week does
 * not explain a gap of last month.
 */
public final class Absences {
    private Absences() {}

    /**
     * The one cause that holds.
     *
     * @param connections all of the user
     * @return empty where nothing that is known explains it
     */
    public static Optional<Absence> why(
            Missing missing, List<Connection> connections, Instant now) {
        if (OpenSets.Provider.FILE.equals(missing.provider())) {
            return Optional.empty();
        }
        List<Connection> all = of(missing, connections);
        List<Connection> readers = only(all, one -> isRead(one, missing, now));
        return readers.isEmpty() ? Optional.of(unread(missing, all)) : read(missing, readers, now);
    }

    private static List<Connection> of(Missing missing, List<Connection> connections) {
        String provider = missing.provider();
        return provider == null
                ? connections
                : only(connections, one -> one.provider().equals(provider));
    }

    private static List<Connection> only(List<Connection> all, Predicate<Connection> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** Whether it may tell of that time: it is read, or was when that was over. */
    private static boolean isRead(Connection connection, Missing missing, Instant now) {
        return connection.connected() || Reading.wasReadSince(connection, missing, now);
    }

    private static Absence unread(Missing missing, List<Connection> all) {
        return all.stream()
                .filter(Connection::needsReauthorization)
                .findFirst()
                .<Absence>map(one -> new Absence.TokenLost(one.providerName()))
                .orElseGet(() -> notConnected(missing, all));
    }

    private static Absence notConnected(Missing missing, List<Connection> all) {
        return all.stream()
                .findFirst()
                .<Absence>map(
                        one -> new Absence.Disconnected(one.providerName(), missing.measure()))
                .orElseGet(() -> new Absence.NothingConnected(missing.measure()));
    }

    /**
     * Of several connections the one that came furthest tells: only its cause kept it from telling.
     */
    private static Optional<Absence> read(Missing missing, List<Connection> readers, Instant now) {
        Optional<Absence> furthest = Optional.empty();
        for (Connection connection : readers) {
            Optional<Absence> cause = new Reading(connection, missing, now).cause();
            if (cause.isEmpty()) {
                return cause;
            }
            furthest =
                    furthest.filter(one -> one.cause().compareTo(cause.get().cause()) >= 0)
                            .or(() -> cause);
        }
        return furthest;
    }
}
