package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server during one attempt: calls below its base address, with what opens its door. */
final class FhirServer {
    private static final String MEDIA_TYPE = "application/fhir+json";
    private static final int UNAUTHORIZED = 401;

    private final TimedCalls calls;
    private final String base;
    private final Supplier<Optional<Login>> renewal;
    private Optional<String> authorization;
    private boolean renewed;
    private @Nullable Heard heard;

    /**
     * @param base without a slash at the end
     * @param login at first
     * @param renewal another login after a 401, asked for once; empty if there is none
     */
    FhirServer(
            TimedCalls calls, String base, Login.Header login, Supplier<Optional<Login>> renewal) {
        this.calls = calls;
        this.base = base;
        this.authorization = login.value();
        this.renewal = renewal;
    }

    /** Where it begins, without a slash at the end. */
    String base() {
        return base;
    }

    /** The status of the last answer; a success may repeat what was sent, so none of its words. */
    @Nullable Heard heard() {
        return heard;
    }

    /**
     * Reads.
     *
     * @param place below the base, with query
     */
    HttpAnswer get(String place) {
        // Servers may answer a repeated search from memory; we ask for what is there now.
        return call(HttpCall.get(address(place)).header("Cache-Control", "no-cache"));
    }

    HttpAnswer post(String place, JsonNode resource, Map<String, String> headers) {
        return write(HttpCall.post(address(place), MEDIA_TYPE, FhirJson.bytes(resource)), headers);
    }

    HttpAnswer put(String place, JsonNode resource, Map<String, String> headers) {
        return write(HttpCall.put(address(place), MEDIA_TYPE, FhirJson.bytes(resource)), headers);
    }

    private HttpAnswer write(HttpCall call, Map<String, String> headers) {
        HttpCall whole = call.header("Prefer", "return=minimal");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            whole = whole.header(header.getKey(), header.getValue());
        }
        return call(whole);
    }

    private HttpAnswer call(HttpCall call) {
        HttpAnswer answer = once(call);
        boolean isLockedOut =
                answer instanceof HttpAnswer.Received received && received.status() == UNAUTHORIZED;
        if (!isLockedOut || renewed) {
            return answer;
        }
        renewed = true;
        return switch (renewal.get().orElse(null)) {
            case Login.Header header -> {
                authorization = header.value();
                yield once(call);
            }
            case Login.Failed(DeliveryOutcome.Later later) -> new HttpAnswer.None(later.reason());
            case null, default -> answer;
        };
    }

    private HttpAnswer once(HttpCall call) {
        HttpCall whole = call.header("Accept", MEDIA_TYPE).header("User-Agent", "Pulseline");
        HttpAnswer answer =
                calls.call(
                        authorization
                                .map(value -> whole.header("Authorization", value))
                                .orElse(whole));
        heard =
                answer instanceof HttpAnswer.Received(int status, _, _)
                        ? new Heard(status, "")
                        : null;
        return answer;
    }

    private URI address(String place) {
        boolean isBase = place.isEmpty() || place.startsWith("?");
        return URI.create(isBase ? base + place : base + "/" + place);
    }
}
