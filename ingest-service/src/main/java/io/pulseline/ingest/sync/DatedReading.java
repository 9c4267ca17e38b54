package io.pulseline.ingest.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The provider's answer to one question about one part of dated things. It covers {@code from} to
 * {@code to} completely: a date between that is not in the map has nothing.
 *
 * @param from first local date asked for
 * @param to last local date asked for, inclusive
 * @param byDate entries of each date in the order of the answer, byte for byte as they stand there
 * @param unreadable what could not be cut apart; then nothing is known about the dates that are not
 *     in the map
 */
public record DatedReading(
        LocalDate from,
        LocalDate to,
        Map<LocalDate, List<ReadPart>> byDate,
        List<Unreadable> unreadable) {
    public DatedReading {
        byDate =
                byDate.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> List.copyOf(entry.getValue()),
                                        (one, _) -> one,
                                        TreeMap::new));
        unreadable = List.copyOf(unreadable);
    }

    /** Whether a date that is not in the map is known to have nothing. */
    boolean isComplete() {
        return unreadable.isEmpty();
    }
}
