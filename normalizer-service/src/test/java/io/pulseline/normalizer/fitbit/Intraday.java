package io.pulseline.normalizer.fitbit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Intraday answers as Fitbit writes them: rows of local times, one after the other. */
final class Intraday {
    private Intraday() {}

    /** Rows from {@code HH:mm:ss=value} pairs, in the shape of a time window. */
    static String heartRate(String... rows) {
        return answer("activities-heart", "second", List.of(rows));
    }

    static String steps(String... rows) {
        return answer("activities-steps", "minute", List.of(rows));
    }

    /**
     * A whole grid of minutes, as the clocks of the zone show them: the doubled hour twice, the
     * skipped hour not at all.
     *
     * @param steps by the minutes that have passed since the start of the date
     */
    static String stepsOf(LocalDate date, ZoneId zone, IntUnaryOperator steps) {
        return answer("activities-steps", "minute", rows(date, zone, 60, steps));
    }

    /** Heart rate as the clocks of the zone show it, a row each so many seconds. */
    static String heartRateOf(
            LocalDate date, ZoneId zone, int seconds, IntUnaryOperator beatsPerMinute) {
        return answer("activities-heart", "second", rows(date, zone, seconds, beatsPerMinute));
    }

    private static List<String> rows(
            LocalDate date, ZoneId zone, int seconds, IntUnaryOperator value) {
        List<String> rows = new ArrayList<>();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        int index = 0;
        for (Instant at = date.atStartOfDay(zone).toInstant();
                at.isBefore(end);
                at = at.plusSeconds(seconds)) {
            LocalTime time = at.atZone(zone).toLocalTime();
            rows.add(
                    "%02d:%02d:%02d=%d"
                            .formatted(
                                    time.getHour(),
                                    time.getMinute(),
                                    time.getSecond(),
                                    value.applyAsInt(index++)));
        }
        return rows;
    }

    private static String answer(String block, String type, List<String> rows) {
        List<String> dataset = new ArrayList<>();
        for (String row : rows) {
            String[] pair = row.split("=", 2);
            dataset.add("{\"time\":\"%s\",\"value\":%s}".formatted(pair[0], pair[1]));
        }
        return """
        {"%s":[{"dateTime":"today","value":"61.5","heartRateZones":[]}],
         "%s-intraday":{"dataset":[%s],"datasetInterval":1,"datasetType":"%s"}}\
        """
                .formatted(block, block, String.join(",", dataset), type);
    }
}
