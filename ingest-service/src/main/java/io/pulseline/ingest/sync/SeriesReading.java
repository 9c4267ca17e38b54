package io.pulseline.ingest.sync;

import java.util.Map;
import java.util.TreeMap;

/**
 * The provider's answer to the question for a series.
 *
 * @param part the answer, untouched
 * @param hours hash of the rows of each local hour before the end of what the device has told;
 *     hours without rows are not in it
 */
public record SeriesReading(ReadPart part, Map<Integer, String> hours) {
    public SeriesReading {
        hours = new TreeMap<>(hours);
    }
}
