package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads the words of Google's error body that are safe to keep: canonical status and reason.
 * Messages may quote what was asked and are never looked at.
 */
final class GoogleErrors {
    static final String NOT_LINKED = "ACCOUNT_NOT_LINKED";

    /** What a person whose account has no Google Health behind it can do. */
    static final String NOT_LINKED_HELP =
            "This Google account is not linked to Google Health yet. Please sign in once with the"
                    + " Google Health app (the former Fitbit app), then connect again.";

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{2,80}");
    private static final String FILTER = "INVALID_DATA_POINT_FILTER";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoogleErrors() {}

    /**
     * What an error says.
     *
     * @param status canonical word; empty if there is none
     * @param reason detailed word; empty if there is none
     */
    record Said(String status, String reason) {
        boolean isNotLinked() {
            return reason.equals(NOT_LINKED);
        }

        /** Whether the question's filter was not taken. */
        boolean isAboutTheFilter() {
            return isFilter(reason);
        }

        String words() {
            return reason.isEmpty() ? status : reason;
        }
    }

    /** Whether a refusal is about the filter of the question. */
    static boolean isFilter(String reason) {
        return reason.contains(FILTER);
    }

    /** The words in an error body; none where it is another document, HTML for example. */
    static Said said(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode error = root == null ? JSON.missingNode() : root.path("error");
            return new Said(word(error.path("status")), reason(error.path("details")));
        } catch (IOException _) {
            return new Said("", "");
        }
    }

    /** The most detailed reason: it may stand in the reason itself or in its metadata. */
    private static String reason(JsonNode details) {
        String found = "";
        for (JsonNode detail : details) {
            String metadata = word(detail.path("metadata").path("detailedReasons"));
            String reason = metadata.isEmpty() ? word(detail.path("reason")) : metadata;
            found = found.isEmpty() || isFilter(reason) ? reason : found;
        }
        return found;
    }

    private static String word(JsonNode node) {
        String text = node.asText("");
        return WORD.matcher(text).matches() ? text : "";
    }

    /** The OAuth word in a token endpoint's refusal, if it is one of the known ones. */
    static String oauth(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            String error = root == null ? "" : root.path("error").asText("");
            return error.matches("[a-z_]{3,40}") ? error : "no error type";
        } catch (IOException _) {
            return "no error type";
        }
    }
}
