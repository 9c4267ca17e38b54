package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.oauth.TokenRefusal;
import java.io.IOException;
import java.util.Set;

/**
 * Reads the one word of Fitbit's error envelope that is safe to keep. Its messages quote tokens and
 * are never looked at.
 */
final class FitbitErrors {
    private static final String INVALID_GRANT = TokenRefusal.INVALID_GRANT;

    /** Anything else in the envelope could be text from the request. */
    private static final Set<String> KNOWN =
            Set.of(
                    "authorization",
                    "expired_token",
                    "insufficient_permissions",
                    "insufficient_scope",
                    "invalid_client",
                    INVALID_GRANT,
                    "invalid_request",
                    "invalid_token",
                    "not_found",
                    "oauth",
                    "request",
                    "system",
                    "validation");

    private static final String NONE = "no error type";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FitbitErrors() {}

    /** {@code errors[0].errorType} if it is one of Fitbit's, else "no error type". */
    static String type(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root == null) {
                return NONE;
            }
            String type = root.path("errors").path(0).path("errorType").asText();
            return KNOWN.contains(type) ? type : NONE;
        } catch (IOException _) {
            return NONE;
        }
    }
}
