package io.pulseline.normalizer.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param errors wrong parameters; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    private static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** Not among the statuses that Jakarta REST names. */
    static final int UNPROCESSABLE = 422;

    Problem {
        errors = List.copyOf(errors);
    }

    static Response response(int status, String detail) {
        return response(status, detail, List.of());
    }

    static Response response(int status, String detail, List<FieldError> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title(status), status, detail, errors))
                .build();
    }

    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
