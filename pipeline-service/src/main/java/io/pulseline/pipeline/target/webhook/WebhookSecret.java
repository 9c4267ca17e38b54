package io.pulseline.pipeline.target.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of Standard Webhooks: {@code whsec_} and 24 to 64 bytes in base64. */
final class WebhookSecret {
    static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int NEW_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecret() {}

    static String generated() {
        byte[] key = new byte[NEW_BYTES];
        RANDOM.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    static boolean isValid(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
