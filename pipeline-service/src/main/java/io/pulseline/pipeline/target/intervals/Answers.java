package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.re2j.Pattern;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import java.time.Instant;
import java.util.Optional;

/** What answers of intervals.icu mean. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("i?[0-9]{1,19}");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final String WHOSE = "intervals.icu";

    private Answers() {}

    /**
     * The answer as it is meant: an error may stand in the body of a success, alone or as the first
     * of a list.
     */
    static HttpAnswer meant(HttpAnswer answer) {
        if (!(answer instanceof HttpAnswer.Received received) || !received.isSuccess()) {
            return answer;
        }
        JsonNode body = json(answer);
        JsonNode first = body.isArray() ? body.path(0) : body;
        if (!first.hasNonNull("error")) {
            return answer;
        }
        int status = first.path("status").asInt(UNPROCESSABLE);
        return new HttpAnswer.Received(
                status < 400 ? UNPROCESSABLE : status, received.headers(), received.body());
    }

    static boolean isSuccess(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Received received && received.isSuccess();
    }

    static boolean isGone(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Received received
                && (received.status() == 404 || received.status() == 410);
    }

    /** What an answer means that is no success. */
    static DeliveryOutcome failed(HttpAnswer answer, Instant now) {
        if (answer instanceof HttpAnswer.Received received
                && (received.status() == UNAUTHORIZED || received.status() == FORBIDDEN)) {
            return new DeliveryOutcome.Paused(
                    "the API key is not right: "
                            + WHOSE
                            + " answered "
                            + received.status()
                            + "; save the key that stands in its settings, and the athlete id"
                            + " that belongs to it",
                    HttpOutcomes.heard(received));
        }
        return HttpOutcomes.of(answer, WHOSE, now);
    }

    /** The body; a missing node if it is none. */
    static JsonNode json(HttpAnswer answer) {
        if (!(answer instanceof HttpAnswer.Received received)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(received.text());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Id of an activity as text: it comes as a text with an {@code i}, or as a number, alone or in
     * a list.
     */
    static Optional<String> id(JsonNode activity) {
        JsonNode one = activity.has("activities") ? activity.path("activities") : activity;
        JsonNode id = (one.isArray() ? one.path(0) : one).path("id");
        return (id.isTextual() || id.isIntegralNumber()) && ID.matches(id.asText())
                ? Optional.of(id.asText())
                : Optional.empty();
    }
}
