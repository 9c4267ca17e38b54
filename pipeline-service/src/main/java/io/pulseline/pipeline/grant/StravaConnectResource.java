package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.problem.Problem;
import io.pulseline.pipeline.target.strava.StravaSettings;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way to Strava and back, as a browser walks it. */
@Path("/targets/strava")
@Tag(name = "target grants")
class StravaConnectResource {
    /** Ties the way back to the browser that set out: a state alone connects nobody. */
    static final String BROWSER = "pulseline-target";

    private static final int LONGEST_PARAMETER = 2_000;

    private final StravaConnectFlow flow;
    private final StravaSettings settings;
    // Resolved when asked: the way back may come without a login.
    private final Instance<CurrentUser> user;
    private final SecurityIdentity identity;

    StravaConnectResource(
            StravaConnectFlow flow,
            StravaSettings settings,
            Instance<CurrentUser> user,
            SecurityIdentity identity) {
        this.flow = flow;
        this.settings = settings;
        this.user = user;
        this.identity = identity;
    }

    @GET
    @Path("/connect")
    @Operation(
            summary = "Sends the browser to Strava's consent page",
            description =
                    "For whoever is logged in. A cookie ties the way back to this browser. A page of"
                            + " another site that leads here leads its visitor to the visitor's own"
                            + " consent page, no further.")
    @APIResponse(responseCode = "303", description = "To Strava's consent page.")
    @APIResponse(responseCode = "404", description = "The operator has no application at Strava.")
    public Response connect(@CookieParam(BROWSER) @Nullable String before) {
        if (!settings.isSetUp()) {
            throw new NotFoundException(
                    "Strava is not set up here: an operator must set pulseline.strava.client-id and"
                            + " pulseline.strava.client-secret");
        }
        // Two tabs of one browser may both be on their way.
        String browser = before != null && Unguessable.isOne(before) ? before : Unguessable.text();
        return Response.seeOther(flow.start(user.get().id(), browser))
                .cookie(cookie(browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private NewCookie cookie(String browser) {
        return new NewCookie.Builder(BROWSER)
                .value(browser)
                .path("/targets")
                .maxAge(Math.toIntExact(settings.connectExpiresAfter().toSeconds()))
                .httpOnly(true)
                // Lax: Strava sends the browser back from another site.
                .sameSite(NewCookie.SameSite.LAX)
                .secure(flow.isSecure())
                .build();
    }

    /** Strava sends the browser here; state and browser together decide whose consent it is. */
    @GET
    @Path("/callback")
    @Operation(summary = "Where Strava sends the browser back to")
    @APIResponse(responseCode = "200", description = "Strava is connected.")
    public Response callback(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("error") @Nullable String error,
            @CookieParam(BROWSER) @Nullable String browser,
            @Context HttpHeaders headers) {
        boolean isComplete =
                state != null
                        && browser != null
                        && isShort(state)
                        && isShort(browser)
                        && (code == null || isShort(code))
                        && (scope == null || isShort(scope));
        ConnectOutcome outcome =
                isComplete
                        ? flow.finish(
                                new StravaConnectFlow.Return(
                                        String.valueOf(state),
                                        String.valueOf(browser),
                                        identity.isAnonymous() ? null : user.get().id(),
                                        code,
                                        scope,
                                        error))
                        : new ConnectOutcome.NoSuchAttempt();
        return answer(ConnectPage.of(outcome), headers);
    }

    private static boolean isShort(String parameter) {
        return parameter.length() <= LONGEST_PARAMETER;
    }

    private static Response answer(ConnectPage page, HttpHeaders headers) {
        boolean json = headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
        Response.ResponseBuilder response =
                Response.status(page.status())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        // The address holds code and state.
                        .header("Referrer-Policy", "no-referrer");
        if (!json) {
            return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.html())
                    .build();
        }
        return page.isRefusal()
                ? response.type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(page.status(), page.text()))
                        .build()
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(page.json()).build();
    }
}
