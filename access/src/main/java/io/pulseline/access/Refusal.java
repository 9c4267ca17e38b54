package io.pulseline.access;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer before a resource was reached: a problem of RFC 9457 for programs, a sentence for who
 * loads a page or sends a form.
 *
 * @param status HTTP status
 * @param detail why, and the way out; a whole sentence
 */
record Refusal(int status, String detail) {
    /** Ends the response; headers that belong to it were set before. */
    void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(status);
        if (Visit.wantsHtml(context.request()) && !Visit.isScript(context.request())) {
            response.putHeader("Content-Type", "text/html; charset=UTF-8").end(html());
        } else {
            response.putHeader("Content-Type", "application/problem+json").end(json());
        }
    }

    private String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private String json() {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title())
                .put("status", status)
                .put("detail", detail)
                .encode();
    }

    /** Our own sentences only: nothing in it comes from the request. */
    private String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s - Pulseline</title></head>
        <body><main><h1>%s</h1><p>%s</p><p><a href="/">Back to Pulseline</a></p></main></body>
        </html>
        """
                .formatted(title(), title(), detail);
    }
}
