package io.pulseline.access;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request tells about who sends it. */
final class Visit {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Visit() {}

    /** A browser that loads a page, as opposed to a script of a page, or a program. */
    static boolean isPageLoad(HttpServerRequest request) {
        boolean reads = READING.contains(request.method());
        return reads && !isScript(request) && wantsHtml(request);
    }

    static boolean wantsHtml(HttpServerRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** A script in a browser, which cannot show a login page. */
    static boolean isScript(HttpServerRequest request) {
        @Nullable String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equalsIgnoreCase(request.getHeader("X-Requested-With"))
                || (mode != null && !mode.equals("navigate"));
    }

    /**
     * The address it came from. What a proxy in front of us added last to {@code X-Forwarded-For}
     * is true; what stands before it anybody may have written.
     */
    static String address(HttpServerRequest request) {
        @Nullable String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && !forwarded.isBlank()) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    /** The name of who is logged in, as far as that was asked. */
    static Optional<String> user(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity().getPrincipal().getName())
                : Optional.empty();
    }
}
