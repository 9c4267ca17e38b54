package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was told of each local hour of a date: its rows, how far it is covered, and the zone. One
 * that differs is news. The doubled hour of an autumn night counts as one here; it only decides
 * whether the payload goes out.
 *
 * @param byHour 16 hex digits for each covered local hour, 0 to 23
 */
record HourHashes(SortedMap<Integer, String> byHour) {
    private static final int DIGITS = 16;

    /** Nothing told yet. */
    static final HourHashes NONE = new HourHashes(new TreeMap<>());

    /**
     * Of a window that begins at a local hour.
     *
     * @param rows hash of the rows of each local hour that has some
     * @param coveredTo where what the device has told ends, exclusive
     */
    static HourHashes of(
            Map<Integer, String> rows,
            LocalDate date,
            ZoneId zone,
            int fromHour,
            Instant coveredTo) {
        SortedMap<Integer, String> byHour = new TreeMap<>();
        for (int hour = fromHour; hour < 24; hour++) {
            Instant start = start(date, hour, zone);
            Instant end = start(date, hour + 1, zone);
            Instant covered = coveredTo.isBefore(end) ? coveredTo : end;
            if (covered.isAfter(start)) {
                String told = rows.getOrDefault(hour, "") + covered.toEpochMilli() + zone.getId();
                byHour.put(hour, Hashes.of(told).substring(0, DIGITS));
            }
        }
        return new HourHashes(byHour);
    }

    /** When a local hour of a date begins; hour 24 is the next date. */
    static Instant start(LocalDate date, int hour, ZoneId zone) {
        return hour == 24
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    /** Whether any hour differs from what was told before. */
    boolean isNewsTo(HourHashes told) {
        return byHour.entrySet().stream()
                .anyMatch(hour -> !hour.getValue().equals(told.byHour.get(hour.getKey())));
    }

    /** These, and the hours told before that are not among them. */
    HourHashes over(HourHashes told) {
        SortedMap<Integer, String> all = new TreeMap<>(told.byHour);
        all.putAll(byHour);
        return new HourHashes(all);
    }

    /** Hour and hash of each, for the ledger. */
    String text() {
        return byHour.entrySet().stream()
                .map(hour -> hour.getKey() + "=" + hour.getValue())
                .collect(Collectors.joining(","));
    }

    /** What {@link #text} gave; nothing if it is something else. */
    static HourHashes parse(@Nullable String text) {
        SortedMap<Integer, String> byHour = new TreeMap<>();
        for (String hour : text == null || !text.contains("=") ? new String[0] : text.split(",")) {
            int equals = hour.indexOf('=');
            byHour.put(Integer.valueOf(hour.substring(0, equals)), hour.substring(equals + 1));
        }
        return new HourHashes(byHour);
    }
}
