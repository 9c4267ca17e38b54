package io.pulseline.ingest.connection;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The connect flow as a browser walks it. */
@Path("/connect/{provider}")
class ConnectResource {
    /** Ties the way back to the browser that set out: a state alone connects nobody's account. */
    static final String BROWSER = "pulseline-connect";

    private static final Pattern UNGUESSABLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Providers providers;
    private final ConnectFlow flow;
    // Resolved when asked: the callback comes without a login.
    private final Instance<LoggedInUser> user;

    ConnectResource(Providers providers, ConnectFlow flow, Instance<LoggedInUser> user) {
        this.providers = providers;
        this.flow = flow;
        this.user = user;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "A page that says what the provider will ask for, and why")
    public Response ask(@PathParam("provider") String provider) {
        ConsentProvider asked = known(provider);
        return Response.ok(AskPage.html(asked), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/start")
    @Operation(
            summary = "Sends the browser to the provider's consent page",
            description =
                    "A cookie ties the way back to this browser. A page of another site that posts"
                            + " here leads its visitor to the visitor's own consent page, no"
                            + " further.")
    @APIResponse(responseCode = "303", description = "To the provider's consent page.")
    public Response start(
            @PathParam("provider") String provider, @CookieParam(BROWSER) @Nullable String before) {
        // Two tabs of one browser may both be on their way.
        boolean known = before != null && UNGUESSABLE.matcher(before).matches();
        String browser = known ? Objects.requireNonNull(before) : Pkce.unguessable();
        return Response.seeOther(flow.start(known(provider), user.get().id(), browser))
                .cookie(cookie(browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private NewCookie cookie(String browser) {
        return new NewCookie.Builder(BROWSER)
                .value(browser)
                .path("/connect")
                .maxAge(Math.toIntExact(flow.attemptExpiresAfter().toSeconds()))
                .httpOnly(true)
                // Lax: the provider sends the browser back from another site.
                .sameSite(NewCookie.SameSite.LAX)
                .secure(flow.isSecure())
                .build();
    }

    /**
     * The provider sends the browser here; state and browser together decide whose consent it is.
     */
    @GET
    @Path("/callback")
    @Operation(summary = "Where the provider sends the browser back to")
    public Response callback(
            @PathParam("provider") String provider,
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error,
            @CookieParam(BROWSER) @Nullable String browser,
            @Context HttpHeaders headers) {
        ConsentProvider consentProvider = known(provider);
        ConnectOutcome outcome =
                state == null || browser == null
                        ? new ConnectOutcome.NoSuchAttempt()
                        : flow.finish(consentProvider, state, browser, code, error);
        return answer(ConnectPage.of(consentProvider, outcome), headers);
    }

    private static Response answer(ConnectPage page, HttpHeaders headers) {
        boolean json = headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
        Response.ResponseBuilder response =
                Response.status(page.status())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        // The address holds code and state.
                        .header("Referrer-Policy", "no-referrer");
        return json
                ? response.type(MediaType.APPLICATION_JSON_TYPE).entity(page.json()).build()
                : response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(page.html())
                        .build();
    }

    private ConsentProvider known(String pathName) {
        return providers
                .atPath(pathName)
                .orElseThrow(() -> new NotFoundException("no such provider"));
    }
}
