package io.pulseline.ingest.connection;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The connect flow as a browser walks it. */
@Path("/connect/{provider}")
class ConnectResource {
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    /** Ties the way back to the browser that set out: a state alone connects nobody's account. */
    static final String BROWSER = "pulseline-connect";

    /** In the place of a login, in the links of reminders. */
    static final String INVITE = "invite";

    private final Providers providers;
    private final ConnectFlow flow;
    private final ConnectInvites invites;
    // Resolved when asked: the callback, and who has an invite, come without a login.
    private final Instance<LoggedInUser> user;

    ConnectResource(
            Providers providers,
            ConnectFlow flow,
            ConnectInvites invites,
            Instance<LoggedInUser> user) {
        this.providers = providers;
        this.flow = flow;
        this.invites = invites;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "A page that says what the provider will ask for, and why",
            description = "For whoever is logged in, or for whom the invite was made.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "Another user is logged in, or has moved on.")
    @APIResponse(responseCode = "410", description = "The invite is used, expired or unknown.")
    public Response ask(
            @PathParam("provider") String provider,
            @QueryParam(INVITE) @Nullable String invite,
            @Context HttpHeaders headers) {
        ConsentProvider asked = known(provider);
        return switch (who(asked, invite)) {
            case Who.Refused(ConnectOutcome why) -> answer(ConnectPage.of(asked, why), headers);
            case Who.Welcome(Visitor _) ->
                    Response.ok(
                                    AskPage.html(asked, invite),
                                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            // The address may hold an invite, which no other site is told. With no
                            // referrer at all, browsers would hide where our own form comes from.
                            .header("Referrer-Policy", "same-origin")
                            .build();
        };
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
    @APIResponse(responseCode = "409", description = "Another user is logged in, or has moved on.")
    @APIResponse(responseCode = "410", description = "The invite is used, expired or unknown.")
    public Response start(
            @PathParam("provider") String provider,
            @QueryParam(INVITE) @Nullable String invite,
            @CookieParam(BROWSER) @Nullable String before,
            @Context HttpHeaders headers) {
        ConsentProvider asked = known(provider);
        return switch (who(asked, invite)) {
            case Who.Refused(ConnectOutcome why) -> answer(ConnectPage.of(asked, why), headers);
            case Who.Welcome(Visitor visitor) -> setOut(asked, visitor, before);
        };
    }

    private Response setOut(ConsentProvider provider, Visitor visitor, @Nullable String before) {
        // Two tabs of one browser may both be on their way.
        boolean known = before != null && Pkce.isUnguessable(before);
        String browser = known ? Objects.requireNonNull(before) : Pkce.unguessable();
        return Response.seeOther(flow.start(provider, visitor, browser))
                .cookie(cookie(browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Whether somebody may connect, and as whom. */
    private sealed interface Who {
        record Welcome(Visitor visitor) implements Who {}

        record Refused(ConnectOutcome why) implements Who {}
    }

    private Who who(ConsentProvider provider, @Nullable String invite) {
        Optional<UUID> loggedIn = user.get().ifAnybody();
        Optional<Visitor> visitor =
                invite == null
                        ? Optional.of(Visitor.loggedIn(user.get().id()))
                        : invited(provider, invite);
        if (visitor.isEmpty()) {
            return new Who.Refused(new ConnectOutcome.InviteUsedUp());
        }
        UUID meant = visitor.get().user();
        if (invite != null && loggedIn.filter(id -> !id.equals(meant)).isPresent()) {
            return new Who.Refused(new ConnectOutcome.InviteOfAnother());
        }
        return flow.refusal(provider, meant)
                .<Who>map(Who.Refused::new)
                .orElseGet(() -> new Who.Welcome(visitor.get()));
    }

    /** An invite asks for the provider that people move to, and opens no other one. */
    private Optional<Visitor> invited(ConsentProvider provider, String invite) {
        return Succession.formerOf(provider.provider())
                .flatMap(_ -> invites.open(invite))
                .map(open -> new Visitor(open.user(), open.secretHash()));
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
    @APIResponse(
            responseCode = "200",
            description = "Connected; a page, or JSON for who asks for it.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "The attempt is used up or has expired.")
    @APIResponse(responseCode = "403", description = "There was no consent.")
    @APIResponse(responseCode = "409", description = "The account belongs to another user.")
    @APIResponse(responseCode = "410", description = "The invite is used, expired or unknown.")
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
                ? response.type(page.isRefusal() ? PROBLEM : MediaType.APPLICATION_JSON_TYPE)
                        .entity(page.json())
                        .build()
                : response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(page.html())
                        .build();
    }

    private ConsentProvider known(String pathName) {
        return providers
                .atPath(pathName)
                .filter(ConsentProvider::isSetUp)
                .orElseThrow(() ->
                        new NotFoundException(
                                "no such provider, or no application of ours is set up at it"));
    }
}
