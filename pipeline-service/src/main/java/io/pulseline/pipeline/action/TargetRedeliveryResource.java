package io.pulseline.pipeline.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.run.Redelivery;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends a target once more what it should have got in some time. */
@Path("/api/pipelines/{pipelineId}/targets/{targetId}/redeliver")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
@APIResponse(
        responseCode = "202",
        description = "Taken; it goes out soon",
        content = @Content(schema = @Schema(implementation = Redelivery.Taken.class)))
@APIResponse(responseCode = "404", description = "The user has no such target")
class TargetRedeliveryResource {
    private static final int LONGEST_TIME = 40;

    /** As it is sent; for the description of the API. */
    @Schema(name = "RedeliveryWish")
    record Sent(
            @Schema(required = true, examples = "2026-11-28T00:00:00Z") OffsetDateTime from,
            @Schema(required = true, examples = "2026-11-29T00:00:00Z") OffsetDateTime to,
            @Schema(defaultValue = "false") boolean evenDelivered) {}

    private final Redelivery redelivery;
    private final Transactions transactions;
    private final CurrentUser user;

    TargetRedeliveryResource(Redelivery redelivery, Transactions transactions, CurrentUser user) {
        this.redelivery = redelivery;
        this.transactions = transactions;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Sent.class)))
    @Operation(
            summary = "Send once more what a target should have got in some time",
            description =
                    "`from` and `to` (exclusive) are times with their offset: deliveries that changed"
                            + " last then. What was refused or exhausted goes out again; with"
                            + " `evenDelivered` also what has arrived, under new ids. At most 200 in"
                            + " one request: `next` says from when on to ask for the rest.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name")
    public Uni<RestResponse<Redelivery.Taken>> redeliverAll(
            @PathParam("pipelineId") UUID pipelineId,
            @PathParam("targetId") UUID targetId,
            byte[] body)
            throws JsonProcessingException {
        UUID asking = user.id();
        Form form = Form.read(body).knowsOnly("from", "to", "evenDelivered");
        Instant from = time(form, "from");
        Instant to = time(form, "to");
        boolean evenDelivered = form.flag("evenDelivered", false);
        if (!form.isWrong() && !from.isBefore(to)) {
            form.complain("to", "must be after from");
        }
        form.refuseIfWrong();
        return transactions
                .write(() ->
                        redelivery.ofTarget(asking, pipelineId, targetId, from, to, evenDelivered))
                .invoke(redelivery::committed)
                .map(taken ->
                        RestResponse.status(
                                RestResponse.Status.ACCEPTED,
                                taken.orElseThrow(
                                        () -> new NotFoundException("no target " + targetId))));
    }

    private static Instant time(Form form, String name) {
        String text = form.text(name, LONGEST_TIME);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            if (!text.isEmpty()) {
                form.complain(name, "must be a time with its offset, as 2026-11-29T07:30:00Z");
            }
            return Instant.EPOCH;
        }
    }
}
