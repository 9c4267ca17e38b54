package io.pulseline.pipeline.upload;

import io.pulseline.pipeline.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Bodies are small, but for files. Quarkus has one limit for all requests, which must let files
 * through; this one is told by path, before anything of a body is read.
 */
@ApplicationScoped
class BodyLimits {
    private static final String UPLOADS = "/api/activities";

    /** Behind the login and Quarkus' own limit (-2), before everything that reads. */
    private static final int ORDER = -1;

    /** Where Quarkus looks for the limit of a body that does not tell its length. */
    private static final String LIMIT_KEY = "io.quarkus.max-request-size";

    /** Room for the framing of a form around its file. */
    private static final long FORM_BYTES = 64 * 1024;

    private final long largestUpload;
    private final long largestOther;

    BodyLimits(UploadSettings settings) {
        this.largestUpload = settings.largestFile().asLongValue() + FORM_BYTES;
        this.largestOther = settings.largestOtherBody().asLongValue();
    }

    void guard(@Observes Router router) {
        router.route().order(ORDER).handler(this::guard);
    }

    private void guard(RoutingContext request) {
        String path = request.normalizedPath();
        long largest =
                path.equals(UPLOADS) || path.equals(UPLOADS + "/") ? largestUpload : largestOther;
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            refuse(request, largest);
            return;
        }
        request.put(LIMIT_KEY, largest);
        request.next();
    }

    /**
     * Reads what still comes, unless the sender waits to be asked for it: who is cut off while
     * sending never sees the answer. Quarkus' own limit bounds it.
     */
    private static void refuse(RoutingContext request, long largest) {
        HttpServerRequest http = request.request();
        if (http.isEnded() || http.getHeader(HttpHeaders.EXPECT) != null) {
            answer(request, largest);
            return;
        }
        http.handler(_ -> {});
        http.endHandler(_ -> answer(request, largest));
        http.resume();
    }

    private static void answer(RoutingContext request, long largest) {
        Problem problem =
                Problem.of(413, "The request is larger than the " + largest + " bytes taken here.");
        request.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .setStatusCode(413)
                .end(problem.json());
    }
}
