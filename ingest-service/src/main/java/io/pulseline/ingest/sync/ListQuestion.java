package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.LocalDate;
import java.util.Set;

/**
 * A question for things with an id of their own.
 *
 * @param kind {@code activity} or {@code sleep}, of {@link
 *     io.pulseline.contracts.OpenSets.PayloadKind}
 * @param from first local date: of an activity's start, of a sleep's end
 * @param to last local date, inclusive
 * @param granted the connection's scopes: what they do not allow is not promised
 * @param zones to place local times
 */
public record ListQuestion(
        String kind, LocalDate from, LocalDate to, Set<String> granted, ZoneHistory zones) {
    public ListQuestion {
        granted = Set.copyOf(granted);
    }
}
