package io.pulseline.access;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers by which browsers guard our pages, on every answer; an answer's own go before them. */
@ApplicationScoped
class SecurityHeaders {
    /** Two years. */
    private static final String ONLY_HTTPS = "max-age=63072000";

    private final Map<String, String> everywhere;

    /**
     * Makes them.
     *
     * @param loginServer of OpenID Connect, as browsers reach it; where a logout leads to
     */
    SecurityHeaders(
            @ConfigProperty(name = "pulseline.oidc.enabled", defaultValue = "false") boolean openId,
            @ConfigProperty(name = "pulseline.oidc.browser-url") Optional<String> loginServer) {
        String formsLeadTo = openId ? "'self' " + loginServer.orElse("") : "'self'";
        this.everywhere =
                Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                                + " img-src 'self' data:; connect-src 'self'; form-action "
                                + formsLeadTo.strip()
                                + "; base-uri 'none'; frame-ancestors 'none'",
                        "X-Content-Type-Options",
                        "nosniff",
                        "X-Frame-Options",
                        "DENY",
                        "Referrer-Policy",
                        "same-origin",
                        "Cross-Origin-Opener-Policy",
                        "same-origin",
                        "Cross-Origin-Resource-Policy",
                        "same-origin",
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    }

    /** At the moment they are sent, so that what the answer has by then is known. */
    void promise(RoutingContext context) {
        context.addHeadersEndHandler(_ -> add(context));
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        everywhere.forEach((name, value) -> addIfAbsent(headers, name, value));
        if (!Paths.isAsset(context.normalizedPath())) {
            addIfAbsent(headers, "Cache-Control", "no-store");
        }
        if (context.request().isSSL()) {
            addIfAbsent(headers, "Strict-Transport-Security", ONLY_HTTPS);
        }
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
