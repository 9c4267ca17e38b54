package io.pulseline.pipeline.action;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.run.Redelivery;
import io.pulseline.pipeline.run.RunVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends one delivery once more. */
@Path("/api/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
@APIResponse(
        responseCode = "202",
        description = "Taken; it goes out soon",
        content = @Content(schema = @Schema(implementation = RedeliveryResource.Taken.class)))
@APIResponse(responseCode = "404", description = "The user has no such delivery")
class RedeliveryResource {
    /** What goes out. */
    @Schema(name = "TakenDelivery")
    record Taken(UUID deliveryId) {}

    private final Redelivery redelivery;
    private final Transactions transactions;
    private final CurrentUser user;

    RedeliveryResource(Redelivery redelivery, Transactions transactions, CurrentUser user) {
        this.redelivery = redelivery;
        this.transactions = transactions;
        this.user = user;
    }

    @POST
    @Path("{deliveryId}/redeliver")
    @Operation(
            summary =
                    "Send one delivery once more: as it was where its target does not have it and it"
                            + " is still kept, else made anew, under a new id")
    @APIResponse(responseCode = "409", description = "Cannot be done as things stand; says why")
    public Uni<RestResponse<Taken>> redeliver(@PathParam("deliveryId") UUID deliveryId) {
        UUID asking = user.id();
        return transactions
                .write(() -> redelivery.one(asking, deliveryId))
                .invoke(redelivery::committed)
                .map(verdict ->
                        switch (verdict) {
                            case RunVerdict.Taken() ->
                                    RestResponse.status(
                                            RestResponse.Status.ACCEPTED, new Taken(deliveryId));
                            case RunVerdict.Impossible(String reason) ->
                                    throw new ClientErrorException(
                                            reason, Response.Status.CONFLICT);
                            case RunVerdict.Unknown(String what) ->
                                    throw new NotFoundException(what);
                        });
    }
}
