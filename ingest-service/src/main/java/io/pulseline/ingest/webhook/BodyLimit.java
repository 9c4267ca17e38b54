package io.pulseline.ingest.webhook;

import io.pulseline.ingest.webhook.WebhookMetrics.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Turns bodies away that declare to be too large, before any byte is read and before the server's
 * own limit, which would answer 413 without our counter. Bodies of undeclared length are measured
 * by the resource.
 */
@ApplicationScoped
class BodyLimit {
    private static final String WEBHOOKS = "/webhooks/";

    /** Above the server's handlers, the body limit among them. */
    private static final int BEFORE_EVERYTHING = 1000;

    private final WebhookConfig config;
    private final WebhookMetrics metrics;

    BodyLimit(WebhookConfig config, WebhookMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext request) {
        boolean ours = request.normalizedPath().startsWith(WEBHOOKS);
        if (ours && declared(request) > config.maximumBodyBytes()) {
            metrics.received();
            metrics.refused(Refusal.TOO_LARGE);
            // The rest of the body is not read, so the connection cannot be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, "close").setStatusCode(413).end();
            return;
        }
        request.next();
    }

    private static long declared(RoutingContext request) {
        @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
