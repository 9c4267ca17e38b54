package io.pulseline.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Ends a browser's session: here, and at the provider of OpenID Connect. */
@ApplicationScoped
public class Sessions {
    /** Of built-in users; named in this module's settings. */
    static final String COOKIE = "pulseline-session";

    /** Of OpenID Connect; Quarkus' name, followed by a number where one cookie is too small. */
    static final String OPEN_ID_COOKIE = "q_session";

    private final Instance<OidcSession> openIdSession;
    private final String clientId;
    private final String publicUrl;

    Sessions(
            Instance<OidcSession> openIdSession,
            @ConfigProperty(name = "quarkus.oidc.client-id", defaultValue = "pulseline")
                    String clientId,
            @ConfigProperty(name = "pulseline.public-url", defaultValue = "http://localhost:8080")
                    String publicUrl) {
        this.openIdSession = openIdSession;
        this.clientId = clientId;
        this.publicUrl = publicUrl;
    }

    /**
     * Takes the cookies from the browser. The session of OpenID Connect is ended at its provider by
     * the address that comes back, if the provider has one for it.
     *
     * @return where the browser goes next
     */
    public Uni<URI> end(RoutingContext context, SecurityIdentity identity) {
        // Not by Quarkus' logout, which fails where the session was over already.
        context.response()
                .addCookie(
                        Cookie.cookie(COOKIE, "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setHttpOnly(true)
                                .setSameSite(CookieSameSite.LAX)
                                .setSecure(context.request().isSSL()));
        @Nullable IdTokenCredential token = identity.getCredential(IdTokenCredential.class);
        if (token == null) {
            return Uni.createFrom().item(URI.create(Paths.LOGIN));
        }
        @Nullable OidcConfigurationMetadata provider =
                identity.getAttribute("configuration-metadata");
        URI next = endAt(provider == null ? null : provider.getEndSessionUri(), token.getToken());
        return openIdSession.get().logout().replaceWith(next);
    }

    private URI endAt(@Nullable String provider, String idToken) {
        if (provider == null) {
            return URI.create(Paths.LOGIN);
        }
        return URI.create(
                provider
                        + (provider.contains("?") ? "&" : "?")
                        + "client_id="
                        + encoded(clientId)
                        + "&id_token_hint="
                        + encoded(idToken)
                        + "&post_logout_redirect_uri="
                        + encoded(publicUrl + Paths.LOGIN));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
