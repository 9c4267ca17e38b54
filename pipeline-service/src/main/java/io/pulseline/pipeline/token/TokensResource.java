package io.pulseline.pipeline.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.pipeline.AnsweredRequests;
import io.pulseline.pipeline.pipeline.OnlyOnce;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The user's own tokens; to be used with a login, never with a token. */
@Path("/api/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class TokensResource {
    private final Tokens tokens;
    private final AnsweredRequests answered;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    TokensResource(
            Tokens tokens,
            AnsweredRequests answered,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.tokens = tokens;
        this.answered = answered;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = TokenWish.Sent.class)))
    @Operation(
            summary = "Make a token for a program; it is shown this once",
            description =
                    "It works at this service until it expires or you remove it, within its scopes:"
                            + " records:read, runs:read, runs:write, pipelines:read,"
                            + " pipelines:write, activities:write. At most 20 at a time.")
    @APIResponse(
            responseCode = "201",
            description = "The token.",
            content = @Content(schema = @Schema(implementation = NewToken.class)))
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    @APIResponse(responseCode = "409", description = "You have as many as there may be.")
    @APIResponse(responseCode = "422", description = "The key was used for another request.")
    public Uni<RestResponse<NewToken>> create(
            @Parameter(
                            description =
                                    "Chosen by the caller: the same request with the same key within"
                                            + " 24 hours happens once and is answered alike.")
                    @HeaderParam(OnlyOnce.HEADER)
                    @Nullable String key,
            byte[] body)
            throws JsonProcessingException {
        UUID asking = user.id();
        Instant now = clock.instant();
        TokenWish wish = TokenWish.read(body, now);
        Supplier<Uni<NewToken>> made = () -> tokens.create(asking, wish, now);
        return transactions
                .write(() ->
                        OnlyOnce.of(key, asking, "me/tokens", body)
                                .map(one -> answered.once(one, now, NewToken.class, made))
                                .orElseGet(made))
                .map(token ->
                        RestResponse.ResponseBuilder.<NewToken>created(
                                        URI.create("/api/me/tokens/" + token.tokenId()))
                                .entity(token)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build());
    }

    @GET
    @Operation(summary = "Your tokens, latest first; never what they are")
    public Uni<List<TokenView>> all() {
        UUID asking = user.id();
        Instant now = clock.instant();
        return transactions
                .read(() -> tokens.ofUser(asking))
                .map(all -> all.stream().map(token -> TokenView.of(token, now)).toList());
    }

    @DELETE
    @Path("{tokenId}")
    @Operation(summary = "Remove a token; it does not work any more at once")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "You have no such token.")
    public Uni<Void> remove(@PathParam("tokenId") UUID tokenId) {
        UUID asking = user.id();
        return transactions
                .write(() -> tokens.remove(asking, tokenId))
                .invoke(removed -> {
                    if (!removed) {
                        throw new NotFoundException("no token " + tokenId);
                    }
                })
                .replaceWithVoid();
    }
}
