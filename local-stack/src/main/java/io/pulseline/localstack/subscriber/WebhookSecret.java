package io.pulseline.localstack.subscriber;

import java.util.regex.Pattern;

/**
 * What Google is to send with every notification.
 *
 * @param value the whole Authorization header, scheme included
 */
record WebhookSecret(String value) {
    static final String SETTING = "PULSELINE_GOOGLE_HEALTH_WEBHOOK_SECRET";

    private static final int SHORTEST = 16;
    private static final int LONGEST = 1000;
    private static final Pattern SHAPE =
            Pattern.compile("(?:Bearer|Basic) [\\x21-\\x7e]{%d,%d}".formatted(SHORTEST, LONGEST));

    WebhookSecret {
        if (!SHAPE.matcher(value).matches()) {
            // Never what it is: it may be the secret with a typing error.
            throw new IllegalArgumentException(
                    value.isEmpty()
                            ? SETTING
                                    + " is missing; put it into .env or the environment, where"
                                    + " ingest reads it too. A good one: echo \"Bearer $(openssl"
                                    + " rand -hex 32)\""
                            : SETTING
                                    + " does not fit; it is the whole header, \"Bearer \" or"
                                    + " \"Basic \" and then "
                                    + SHORTEST
                                    + " to "
                                    + LONGEST
                                    + " characters without a space");
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
