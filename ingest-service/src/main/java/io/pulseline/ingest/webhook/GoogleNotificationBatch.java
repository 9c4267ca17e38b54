package io.pulseline.ingest.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
     * One interval of one notification. Whether it was changed or deleted does not matter here:
     * what is there is seen by reading it again.
     *
     * @param dataType in kebab case, for example {@code heart-rate}
     * @param localDate on which the interval begins, by the user's calendar; null where it is not
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

    /** Dates on which the intervals begin; those of intervals that tell none are left out. */
    private static Set<LocalDate> dates(JsonNode intervals) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        for (JsonNode interval : intervals) {
            LocalDate date = civilDate(interval);
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }

    /**
     * Each of the three ways to tell an interval is optional. The physical one is read by UTC and a
     * day earlier: it may begin on the day before by the user's calendar, and no zone is known
     * here.
     */
    private static @Nullable LocalDate civilDate(JsonNode interval) {
        try {
            JsonNode date = interval.at("/civilDateTimeInterval/startDateTime/date");
            if (date.isObject()) {
                return LocalDate.of(
                        date.path("year").asInt(),
                        date.path("month").asInt(),
                        date.path("day").asInt());
            }
            JsonNode iso = interval.at("/civilIso8601TimeInterval/startTime");
            if (iso.isTextual()) {
                return LocalDate.parse(dateOf(iso.asText()));
            }
            JsonNode physical = interval.at("/physicalTimeInterval/startTime");
            return physical.isTextual()
                    ? LocalDate.parse(dateOf(physical.asText())).minusDays(1)
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String dateOf(String dateTime) {
        int end = dateTime.indexOf('T');
        return end < 0 ? dateTime : dateTime.substring(0, end);
    }
}
