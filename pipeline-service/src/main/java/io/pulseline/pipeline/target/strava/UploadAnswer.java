package io.pulseline.pipeline.target.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Strava says of an upload, after its API reference and what peers have seen. */
sealed interface UploadAnswer {
    /** In process. */
    record Pending(String upload) implements UploadAnswer {}

    /** It has become an activity. */
    record Ready(String activity) implements UploadAnswer {}

    /**
     * The athlete has it already, from whomever.
     *
     * @param activity null where the text does not tell
     */
    record Duplicate(@Nullable String activity) implements UploadAnswer {}

    /** Strava does not take it. */
    record Rejected(String why) implements UploadAnswer {}

    /** Not a document about an upload. */
    record Unreadable() implements UploadAnswer {}

    /** Reads an answer of any status. */
    static UploadAnswer of(HttpAnswer.Received answer) {
        return Reader.read(answer);
    }

    /** Keeps the constants of reading out of sight. */
    final class Reader {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Pattern LINK = Pattern.compile("(?i)/activities/(\\d+)");
        private static final Pattern NUMBER =
                Pattern.compile("(?i)duplicate of(?: activity)?\\s+(\\d+)");
        private static final Pattern TAG = Pattern.compile("<[^>]*>");
        private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]+");
        private static final int LONGEST_REASON = 200;

        private Reader() {}

        private static UploadAnswer read(HttpAnswer.Received answer) {
            JsonNode document = document(answer);
            String error = document.path("error").asText("");
            if (document.path("error").isTextual() && !error.isBlank()) {
                return refused(error);
            }
            Optional<String> activity = id(document.path("activity_id"));
            if (activity.isPresent()) {
                return new Ready(activity.get());
            }
            return id(document.path("id_str"))
                    .or(() -> id(document.path("id")))
                    .<UploadAnswer>map(Pending::new)
                    .orElseGet(Unreadable::new);
        }

        private static UploadAnswer refused(String error) {
            if (!error.toLowerCase(Locale.ROOT).contains("duplicate of")) {
                return new Rejected(shortened(error));
            }
            for (Pattern pattern : new Pattern[] {LINK, NUMBER}) {
                Matcher found = pattern.matcher(error);
                if (found.find()) {
                    return new Duplicate(found.group(1));
                }
            }
            return new Duplicate(null);
        }

        /** Ids do not fit into 32 bits, and are never calculated with. */
        private static Optional<String> id(JsonNode id) {
            String text = id.isIntegralNumber() || id.isTextual() ? id.asText() : "";
            return text.matches("[1-9][0-9]{0,18}") ? Optional.of(text) : Optional.empty();
        }

        private static String shortened(String error) {
            String plain =
                    BLANKS.matcher(TAG.matcher(error).replaceAll("")).replaceAll(" ").strip();
            return plain.length() <= LONGEST_REASON
                    ? plain
                    : plain.substring(0, LONGEST_REASON - 1) + "…";
        }

        private static JsonNode document(HttpAnswer.Received answer) {
            try {
                JsonNode document = JSON.readTree(answer.body());
                return document == null ? JSON.createObjectNode() : document;
            } catch (IOException _) {
                return JSON.createObjectNode();
            }
        }
    }
}
