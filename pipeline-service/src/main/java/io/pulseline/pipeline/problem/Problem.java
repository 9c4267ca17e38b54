package io.pulseline.pipeline.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.form.FieldError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type always {@code about:blank}: the status says what kind it is
 * @param title the status in words
 * @param status HTTP status
 * @param detail what is wrong and the way out
 * @param errors wrong fields; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, List<FieldError> errors) {
    /** What it is sent as. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** Not among the statuses that Jakarta REST names. */
    private static final int UNPROCESSABLE = 422;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A problem without wrong fields. */
    public static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    private static Problem of(int status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", title(status), status, detail, errors);
    }

    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** As it is sent, for those who answer before a resource is reached. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }

    static Response response(int status, String detail, List<FieldError> errors) {
        return Response.status(status).type(MEDIA_TYPE).entity(of(status, detail, errors)).build();
    }

    static Response response(int status, String detail) {
        return response(status, detail, List.of());
    }
}
