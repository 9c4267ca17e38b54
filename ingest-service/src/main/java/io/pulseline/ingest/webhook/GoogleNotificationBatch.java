package io.pulseline.ingest.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of one POST of Google, read as leniently as it is safe: documented is one object, sent
 * is a list of them.
 */
sealed interface GoogleNotificationBatch {
    /**
     * Notifications to pass on.
     *
     * @param entries what can be told apart, in their order, each once
     * @param skipped items that name no user or no data type
     */
    record Read(List<Entry> entries, int skipped) implements GoogleNotificationBatch {
        public Read {
            entries = List.copyOf(entries);
        }
    }

    /** Google asks whether we are we; nothing is told. */
    record Verification() implements GoogleNotificationBatch {}

    /** No JSON, or neither an object nor a list. */
    record NotJson() implements GoogleNotificationBatch {}

    /**
     * One date of one notification. Whether it was changed or deleted does not matter here: what is
     * there is seen by reading it again.
     *
     * @param dataType in kebab case, for example {@code heart-rate}
     * @param localDate that an interval reaches over, by the user's calendar; null where it is not
     *     told or unreadable: the date only narrows what is read again
     * @param subscription null where absent
     */
    record Entry(
            String healthUserId,
            String dataType,
            @Nullable LocalDate localDate,
            @Nullable String subscription) {}

    ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static GoogleNotificationBatch read(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException _) {
            return new NotJson();
        }
        if (root.isObject()) {
            return root.path("type").asText().equals("verification")
                    ? new Verification()
                    : read(List.of(root));
        }
        return root.isArray() ? read(root) : new NotJson();
    }

    private static Read read(Iterable<JsonNode> items) {
        Set<Entry> entries = new LinkedHashSet<>();
        int skipped = 0;
        for (JsonNode item : items) {
            JsonNode data = item.path("data");
            String user = Word.of(data.path("healthUserId"));
            String type = Word.of(data.path("dataType"));
            if (user == null || type == null) {
                skipped++;
                continue;
            }
            String subscription = Word.of(data.path("clientProvidedSubscriptionName"));
            Set<LocalDate> dates = dates(data.path("intervals"));
            dates.forEach(date -> entries.add(new Entry(user, type, date, subscription)));
            if (dates.isEmpty()) {
                entries.add(new Entry(user, type, null, subscription));
            }
        }
        return new Read(new ArrayList<>(entries), skipped);
    }

    /** More dates are not told one by one: the trailing days are read every day anyway. */
    int MOST_DATES = 14;

    /** Dates that the intervals reach over; those of intervals that tell none are left out. */
    private static Set<LocalDate> dates(JsonNode intervals) {
        Set<LocalDate> dates = new TreeSet<>();
        for (JsonNode interval : intervals) {
            LocalDate first = date(interval, "start", 0);
            LocalDate end = date(interval, "end", 1);
            if (first != null) {
                LocalDate last = end == null || end.isBefore(first) ? first : end;
                first.datesUntil(last.plusDays(1)).limit(MOST_DATES).forEach(dates::add);
            }
        }
        return dates.stream().limit(MOST_DATES).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The date of an interval's start, or the last one before its end, by the user's calendar. Each
     * of the three ways to tell it is optional. The physical one is read by UTC, and a day earlier
     * for the start: it may begin on the day before by the user's calendar, and no zone is known
     * here.
     *
     * @param which {@code start} or {@code end}
     * @param excluded nanoseconds by which the date is taken before the time: 1 for an end
     */
    private static @Nullable LocalDate date(JsonNode interval, String which, int excluded) {
        try {
            JsonNode civil = interval.at("/civilDateTimeInterval/" + which + "DateTime");
            if (civil.path("date").isObject()) {
                return civil(civil).minusNanos(excluded).toLocalDate();
            }
            JsonNode iso = interval.at("/civilIso8601TimeInterval/" + which + "Time");
            if (iso.isTextual()) {
                return local(iso.asText()).minusNanos(excluded).toLocalDate();
            }
            JsonNode physical = interval.at("/physicalTimeInterval/" + which + "Time");
            if (!physical.isTextual()) {
                return null;
            }
            LocalDate utc = LocalDate.parse(dateOf(physical.asText()));
            return excluded == 0 ? utc.minusDays(1) : utc;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static LocalDateTime civil(JsonNode civil) {
        JsonNode date = civil.path("date");
        JsonNode time = civil.path("time");
        return LocalDate.of(
                        date.path("year").asInt(),
                        date.path("month").asInt(),
                        date.path("day").asInt())
                .atTime(
                        time.path("hours").asInt(),
                        time.path("minutes").asInt(),
                        time.path("seconds").asInt());
    }

    private static LocalDateTime local(String iso) {
        return iso.indexOf('T') < 0
                ? LocalDate.parse(iso).atStartOfDay()
                : LocalDateTime.parse(iso);
    }

    private static String dateOf(String dateTime) {
        int end = dateTime.indexOf('T');
        return end < 0 ? dateTime : dateTime.substring(0, end);
    }
}
