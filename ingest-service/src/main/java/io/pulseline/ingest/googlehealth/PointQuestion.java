package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A question for the data points of one type.
 *
 * @param type Google's data type, as paths spell it
 * @param reconciled whether all sources are merged to one truth, instead of each told with its
 *     provenance
 * @param filter in Google's language; see "Filter data points" of its guides
 * @param oldest nothing older is wanted: where the filter is not taken, the newest come first and
 *     are read down to it
 * @param pageSize points in a page; Google gives less where it allows less
 */
record PointQuestion(String type, boolean reconciled, String filter, Instant oldest, int pageSize) {
    /** Google's most; larger is clamped. */
    static final int LARGEST_PAGE = 10_000;

    /** Google's most for sleep and exercise. */
    static final int THINGS_PAGE = 25;

    private static final DateTimeFormatter CIVIL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** Exercises that began, by the clocks there, on these dates. */
    static PointQuestion exercises(String type, LocalDate from, LocalDate to) {
        return dates(type, "interval.civil_start_time", from, to, THINGS_PAGE);
    }

    /** Sleeps that ended, by the clocks there, on these dates. */
    static PointQuestion sleeps(String type, LocalDate from, LocalDate to) {
        return dates(type, "interval.civil_end_time", from, to, THINGS_PAGE);
    }

    /** Values of a daily type. */
    static PointQuestion daily(String type, boolean reconciled, LocalDate from, LocalDate to) {
        PointQuestion listed = dates(type, "date", from, to, LARGEST_PAGE);
        return new PointQuestion(
                type, reconciled, listed.filter(), listed.oldest(), listed.pageSize());
    }

    /** Samples taken, by the clocks there, on these dates. */
    static PointQuestion samples(String type, LocalDate from, LocalDate to) {
        return dates(type, "sample_time.civil_time", from, to, LARGEST_PAGE);
    }

    /** Samples of the night that ends on a date: from noon of the day before. */
    static PointQuestion night(String type, LocalDate date) {
        return civil(
                type,
                "sample_time.civil_time",
                date.minusDays(1).atTime(12, 0),
                date.plusDays(1).atStartOfDay());
    }

    /** Samples taken in a stretch of time, the end excluded. */
    static PointQuestion samples(String type, Instant from, Instant to) {
        return physical(type, "sample_time.physical_time", from, to);
    }

    /** Intervals that begin in a stretch of time, the end excluded. */
    static PointQuestion intervals(String type, Instant from, Instant to) {
        return physical(type, "interval.start_time", from, to);
    }

    private static PointQuestion dates(
            String type, String member, LocalDate from, LocalDate to, int pageSize) {
        return new PointQuestion(
                type,
                false,
                filter(type, member, from.toString(), to.plusDays(1).toString()),
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                pageSize);
    }

    private static PointQuestion civil(
            String type, String member, LocalDateTime from, LocalDateTime to) {
        return new PointQuestion(
                type,
                false,
                filter(type, member, CIVIL.format(from), CIVIL.format(to)),
                from.toInstant(ZoneOffset.UTC),
                LARGEST_PAGE);
    }

    private static PointQuestion physical(String type, String member, Instant from, Instant to) {
        return new PointQuestion(
                type,
                false,
                filter(type, member, from.toString(), to.toString()),
                from,
                LARGEST_PAGE);
    }

    private static String filter(String type, String member, String from, String to) {
        String name = type.replace('-', '_') + "." + member;
        return name + " >= \"" + from + "\" AND " + name + " < \"" + to + "\"";
    }

    String path() {
        return unfiltered() + "&filter=" + URLEncoder.encode(filter, UTF_8).replace("+", "%20");
    }

    /** The newest come first. */
    String unfiltered() {
        return dataPoints(type) + (reconciled ? ":reconcile" : "") + "?pageSize=" + pageSize;
    }

    static String dataPoints(String type) {
        return "/v4/users/me/dataTypes/" + type + "/dataPoints";
    }
}
