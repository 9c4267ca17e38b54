package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.login.CurrentUser;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's own grants. */
@Path("/api/target-grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "target grants")
class TargetGrantsResource {
    private final Grants grants;
    private final GivingBack givingBack;
    private final CurrentUser user;

    TargetGrantsResource(Grants grants, GivingBack givingBack, CurrentUser user) {
        this.grants = grants;
        this.givingBack = givingBack;
        this.user = user;
    }

    @GET
    @Operation(summary = "Where you have allowed us to send to, and how that stands")
    public List<GrantView> all() {
        return grants.of(user.id());
    }

    @DELETE
    @Path("/strava")
    @Operation(
            summary = "Give your consent at Strava back",
            description =
                    "Strava is told where it can be reached; our tokens are deleted in any case."
                            + " Targets for Strava rest with their next delivery.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is none.")
    public Response forget() {
        if (!givingBack.strava(user.id())) {
            throw new NotFoundException("Strava is not connected");
        }
        return Response.noContent().build();
    }
}
