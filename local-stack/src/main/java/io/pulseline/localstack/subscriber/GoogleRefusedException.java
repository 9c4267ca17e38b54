package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Google did not do what it was asked. */
final class GoogleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WORDS = 300;

    private final int status;
    private final String code;
    private final transient Set<String> reasons;

    private GoogleRefusedException(int status, String code, String words, Set<String> reasons) {
        super(words);
        this.status = status;
        this.code = code;
        this.reasons = reasons;
    }

    /**
     * An answer that is no success.
     *
     * @param document its body; missing where it is no JSON
     */
    static GoogleRefusedException of(int status, JsonNode document) {
        JsonNode error = document.path("error");
        return new GoogleRefusedException(
                status, error.path("status").asText(), words(error), reasons(error));
    }

    /** An operation that ended badly; it tells a number of gRPC's. */
    static GoogleRefusedException ofOperation(JsonNode error) {
        return switch (error.path("code").asInt()) {
            case 3 -> of(400, "INVALID_ARGUMENT", error);
            case 5 -> of(404, "NOT_FOUND", error);
            case 6 -> of(409, "ALREADY_EXISTS", error);
            case 7 -> of(403, "PERMISSION_DENIED", error);
            case 8 -> of(429, "RESOURCE_EXHAUSTED", error);
            case 9 -> of(400, "FAILED_PRECONDITION", error);
            case 16 -> of(401, "UNAUTHENTICATED", error);
            default -> of(500, "INTERNAL", error);
        };
    }

    private static GoogleRefusedException of(int status, String code, JsonNode error) {
        return new GoogleRefusedException(status, code, words(error), reasons(error));
    }

    int status() {
        return status;
    }

    boolean isConflict() {
        return status == 409;
    }

    boolean isMissing() {
        return status == 404 && code.equals("NOT_FOUND");
    }

    /** At an apply: the endpoint did not answer the handshake. */
    boolean isPrecondition() {
        return code.equals("FAILED_PRECONDITION");
    }

    boolean hasReason(String reason) {
        return reasons.contains(reason);
    }

    /** What Google says about it, in one line. */
    String told() {
        String words = getMessage() == null ? "" : getMessage();
        return "%d%s%s"
                .formatted(
                        status,
                        code.isEmpty() ? "" : " " + code,
                        words.isEmpty() ? "" : ": " + words);
    }

    /** Printable and short, whatever stands there. */
    private static String words(JsonNode error) {
        String words = error.path("message").asText().replaceAll("\\p{Cntrl}+", " ").strip();
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    /** The reason may stand in either of two places. */
    private static Set<String> reasons(JsonNode error) {
        Set<String> reasons = new TreeSet<>();
        for (JsonNode detail : error.path("details")) {
            reasons.add(detail.path("reason").asText().toUpperCase(Locale.ROOT));
            reasons.add(
                    detail.path("metadata")
                            .path("detailedReasons")
                            .asText()
                            .toUpperCase(Locale.ROOT));
        }
        return reasons;
    }
}
