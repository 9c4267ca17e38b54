package io.pulseline.normalizer.googlehealth;

import java.time.LocalDate;

/** Answers as Google writes them. */
public final class Written {
    /** A tracker of Fitbit, of which Google mostly tells no more than the name. */
    public static final String TRACKER =
            """
            {"recordingMethod":"PASSIVELY_MEASURED","device":{"displayName":"Charge 6"},"platform":"FITBIT"}\
            """;

    static final String PHONE =
            """
            {"recordingMethod":"PASSIVELY_MEASURED","device":{"displayName":"Handy","formFactor":"PHONE"},
             "platform":"HEALTH_CONNECT","application":{"packageName":"org.example.steps"}}\
            """;

    private Written() {}

    public static String page(String... points) {
        return "{\"dataPoints\":[" + String.join(",", points) + "],\"nextPageToken\":\"\"}";
    }

    public static String rollup(String... windows) {
        return "{\"rollupDataPoints\":[" + String.join(",", windows) + "]}";
    }

    /** A reconciled point: without a source. */
    public static String point(String key, String members) {
        return "{\"%s\":{%s}}".formatted(key, members);
    }

    public static String listed(String source, String key, String members) {
        return "{\"dataSource\":%s,\"%s\":{%s}}".formatted(source, key, members);
    }

    /** Members of a daily value. */
    public static String on(String date, String members) {
        return "\"date\":%s,%s".formatted(date(LocalDate.parse(date)), members);
    }

    /** Members of a sample. */
    public static String at(String instant, String offset, String members) {
        return "\"sampleTime\":{\"physicalTime\":\"%s\",\"utcOffset\":\"%s\"},%s"
                .formatted(instant, offset, members);
    }

    /** The window of one date. */
    public static String window(String date, String member) {
        LocalDate day = LocalDate.parse(date);
        return "{\"civilStartTime\":{\"date\":%s,\"time\":{}},\"civilEndTime\":{\"date\":%s},%s}"
                .formatted(date(day), date(day.plusDays(1)), member);
    }

    static String date(LocalDate date) {
        return "{\"year\":%d,\"month\":%d,\"day\":%d}"
                .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String heartRate(String instant, int beatsPerMinute) {
        return listed(TRACKER, "heartRate", beats(instant, beatsPerMinute));
    }

    static String beats(String instant, int beatsPerMinute) {
        return at(instant, "7200s", "\"beatsPerMinute\":\"%d\"".formatted(beatsPerMinute));
    }

    /** Members of steps; a count of 0 is left out. */
    public static String counted(String from, String to, int count) {
        String interval =
                """
                "interval":{"startTime":"%s","startUtcOffset":"7200s","endTime":"%s","endUtcOffset":"7200s"}\
                """
                        .formatted(from, to);
        return count == 0 ? interval : "%s,\"count\":\"%d\"".formatted(interval, count);
    }

    static String steps(String from, String to, int count) {
        return listed(TRACKER, "steps", counted(from, to, count));
    }
}
