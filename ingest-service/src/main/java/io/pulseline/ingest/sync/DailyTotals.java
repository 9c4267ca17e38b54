package io.pulseline.ingest.sync;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * One number or hash for each local date, by which a changed series shows without being read.
 *
 * @param byDate dates without data are not in it
 */
public record DailyTotals(Map<LocalDate, String> byDate) {
    public DailyTotals {
        byDate = new TreeMap<>(byDate);
    }
}
