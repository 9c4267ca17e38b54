package io.pulseline.ingest.sync;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The provider's answer to the question for a series.
 *
 * @param parts the answer, untouched; several where the provider gives it in pages, at least one
 * @param hours hash of the rows of each local hour before the end of what the device has told;
 *     hours without rows are not in it
 */
public record SeriesReading(List<ReadPart> parts, Map<Integer, String> hours) {
    public SeriesReading {
        parts = List.copyOf(parts);
        hours = new TreeMap<>(hours);
    }
}
