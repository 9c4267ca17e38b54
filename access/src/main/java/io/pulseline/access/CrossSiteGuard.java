package io.pulseline.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that change something and that a page of another site made a browser send. No
 * token is needed for it: browsers say where a request comes from, and a page cannot make them lie.
 * This is the method of Go's {@code http.CrossOriginProtection} and of OWASP's advice on Fetch
 * Metadata: {@code Sec-Fetch-Site} decides where there is one, else {@code Origin} against the host
 * that was asked.
 *
 * <p>Programs send neither, and no cookie that a browser would add unasked; they pass. A request
 * with a session's cookie and neither header is none of today's browsers and is refused.
 */
final class CrossSiteGuard {
    private static final Set<HttpMethod> HARMLESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** {@code none}: the person did it by hand, no page did. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** Of the form's session, and of OpenID Connect. */
    private static final Set<String> SESSIONS = Set.of(Sessions.COOKIE, Sessions.OPEN_ID_COOKIE);

    private CrossSiteGuard() {}

    /**
     * Why this request is refused; empty if it may go on.
     *
     * @param path of the request, without dots and doubled slashes
     */
    static Optional<String> objection(HttpServerRequest request, String path) {
        if (HARMLESS.contains(request.method()) || Paths.isWebhook(path)) {
            return Optional.empty();
        }
        MultiMap headers = request.headers();
        @Nullable String site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of("A page of another site sent this request (Sec-Fetch-Site).");
        }
        @Nullable String origin = headers.get("Origin");
        if (origin != null) {
            return isAsked(origin, headers, request)
                    ? Optional.empty()
                    : Optional.of("A page of another site sent this request (Origin).");
        }
        return hasSession(request)
                ? Optional.of(
                        "A request with a session's cookie must say where it comes from"
                                + " (Sec-Fetch-Site or Origin); programs use a token or a password.")
                : Optional.empty();
    }

    private static boolean hasSession(HttpServerRequest request) {
        return request.cookies().stream()
                .anyMatch(cookie -> SESSIONS.stream().anyMatch(cookie.getName()::startsWith));
    }

    /** Whether it is the host that was asked, as we or the proxy before us know it. */
    private static boolean isAsked(String origin, MultiMap headers, HttpServerRequest request) {
        @Nullable URI from = uri(origin);
        // "null" is the origin of pages that hide theirs.
        if (from == null || from.getHost() == null) {
            return false;
        }
        String asked = from.getAuthority().toLowerCase(Locale.ROOT);
        @Nullable String authority =
                request.authority() == null ? null : request.authority().toString();
        return Stream.of(headers.get("Host"), headers.get("X-Forwarded-Host"), authority)
                .filter(host -> host != null && !host.isBlank())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .anyMatch(host -> withoutUsualPort(host).equals(withoutUsualPort(asked)));
    }

    private static String withoutUsualPort(String host) {
        return host.replaceFirst(":(80|443)$", "");
    }

    private static @Nullable URI uri(String origin) {
        try {
            return new URI(origin);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
