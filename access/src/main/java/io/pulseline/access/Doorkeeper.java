package io.pulseline.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Knows nobody, and says how one who is not logged in is told. Who loads a page is sent to the
 * login page, or to the login of OpenID Connect where that is on; everybody else gets 401 and a
 * problem.
 *
 * <p>Quarkus asks the mechanism that refused for the answer, else all by priority; so this one has
 * the highest, and takes the place of one that refused.
 */
@ApplicationScoped
class Doorkeeper implements HttpAuthenticationMechanism {
    private static final int FIRST = 4_000;
    private static final int FOUND = 302;
    private static final int UNAUTHORIZED = 401;

    /** Seconds. */
    private static final String SOON = "5";

    private static final String REALM = "realm=\"Pulseline\"";

    /** Where Quarkus looks for the mechanism that answers. */
    private static final String WHO_ANSWERS = HttpAuthenticationMechanism.class.getName();

    private final OidcAuthenticationMechanism openIdConnect;
    private final LoginAttempts attempts;
    private final Refusals refusals;
    private final boolean openId;

    Doorkeeper(
            OidcAuthenticationMechanism openIdConnect,
            LoginAttempts attempts,
            Refusals refusals,
            @ConfigProperty(name = "pulseline.oidc.enabled", defaultValue = "false")
                    boolean openId) {
        this.openIdConnect = openIdConnect;
        this.attempts = attempts;
        this.refusals = refusals;
        this.openId = openId;
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        return Uni.createFrom().nullItem();
    }

    /** Told before the answer is made, on the same thread. */
    void refused(@Observes AuthenticationFailureEvent event) {
        if (event.getEventProperties().get(RoutingContext.class.getName())
                instanceof RoutingContext context) {
            attempts.failed(context.request());
            boolean triedTooOften = context.get(TriedNames.WAIT) != null;
            // The form's own answer to a wrong password leads back to it.
            if (triedTooOften || !FrontDoor.isForm(context)) {
                context.put(WHO_ANSWERS, this);
            }
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        Optional<Refusal> told = LoginProblem.of(context);
        if (told.isPresent()) {
            return Uni.createFrom().item(toldProgram(told.get()));
        }
        if (!Visit.isPageLoad(context.request())) {
            return Uni.createFrom()
                    .item(
                            new ChallengeData(
                                    UNAUTHORIZED, "WWW-Authenticate", ways(context.request())));
        }
        return openId
                ? openIdConnect.getChallenge(context)
                : Uni.createFrom()
                        .item(
                                new ChallengeData(
                                        FOUND,
                                        "Location",
                                        ReturnPath.of(context.request().uri()).loginPage()));
    }

    private static ChallengeData toldProgram(Refusal told) {
        return told.status() == UNAUTHORIZED
                ? new ChallengeData(
                        UNAUTHORIZED,
                        "WWW-Authenticate",
                        "Bearer " + REALM + ", error=\"invalid_token\"")
                : new ChallengeData(told.status(), "Retry-After", SOON);
    }

    /** Basic is not offered to scripts: the browser would open a window of its own for it. */
    private static String ways(HttpServerRequest request) {
        return Visit.isScript(request) ? "Bearer " + REALM : "basic " + REALM + ", Bearer " + REALM;
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        @Nullable Long wait = context.get(TriedNames.WAIT);
        if (wait != null) {
            refusals.tooManyLogins(context, wait);
            return Uni.createFrom().item(true);
        }
        return getChallenge(context).map(challenge -> send(context, challenge));
    }

    private static boolean send(RoutingContext context, @Nullable ChallengeData challenge) {
        if (challenge == null) {
            return false;
        }
        for (Map.Entry<CharSequence, String> header : challenge.getHeaders().entrySet()) {
            context.response().putHeader(header.getKey(), header.getValue());
        }
        Optional<Refusal> told = LoginProblem.of(context);
        if (told.isPresent()) {
            told.get().answer(context);
        } else if (challenge.status == UNAUTHORIZED) {
            new Refusal(UNAUTHORIZED, "Log in first.").answer(context);
        } else {
            context.response().setStatusCode(challenge.status).end();
        }
        return true;
    }
}
