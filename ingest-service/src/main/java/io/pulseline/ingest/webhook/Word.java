package io.pulseline.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An id or a name from outside. */
final class Word {
    /**
     * Longer than any that a provider documents (Fitbit's subscriptions: 50, Google's users: 63).
     */
    static final int LONGEST = 100;

    private Word() {}

    /** Printable text of sane length; a number is taken as its digits; null is anything else. */
    static @Nullable String of(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return null;
        }
        String text = node.asText();
        boolean sane =
                !text.isBlank()
                        && text.length() <= LONGEST
                        && text.chars().noneMatch(Character::isISOControl);
        return sane ? text : null;
    }
}
