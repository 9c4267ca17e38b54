package io.pulseline.ingest.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of one delivery, read as leniently as it is safe. */
sealed interface NotificationBatch {
    /**
     * Notifications to pass on.
     *
     * @param entries what can be told apart, in their order
     * @param skipped items that name no owner or no collection
     */
    record Read(List<Entry> entries, int skipped) implements NotificationBatch {
        public Read {
            entries = List.copyOf(entries);
        }
    }

    record NotJson() implements NotificationBatch {}

    record NotAnArray() implements NotificationBatch {}

    /**
     * One notification.
     *
     * @param localDate null where absent or unreadable: the date only narrows what is read again,
     *     and Fitbit itself has sent {@code "2020-06"}
     */
    record Entry(
            String collection,
            String ownerId,
            @Nullable LocalDate localDate,
            @Nullable String subscriptionId) {}

    ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static NotificationBatch read(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException _) {
            return new NotJson();
        }
        if (root.isMissingNode()) {
            return new NotJson();
        }
        if (!root.isArray()) {
            return new NotAnArray();
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : root) {
            Entry entry = entry(item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return new Read(entries, root.size() - entries.size());
    }

    private static @Nullable Entry entry(JsonNode item) {
        String collection = Word.of(item.path("collectionType"));
        String ownerId = Word.of(item.path("ownerId"));
        if (collection == null || ownerId == null) {
            return null;
        }
        return new Entry(
                collection, ownerId, date(item.path("date")), Word.of(item.path("subscriptionId")));
    }

    private static @Nullable LocalDate date(JsonNode node) {
        try {
            return node.isTextual() ? LocalDate.parse(node.asText()) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
