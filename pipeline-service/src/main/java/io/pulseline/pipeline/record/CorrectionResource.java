package io.pulseline.pipeline.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What history uses of an activity, where its user knows better than the source. */
@Path("/api/activities/{recordId}/correction")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class CorrectionResource {
    private final Corrections corrections;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    CorrectionResource(
            Corrections corrections, Transactions transactions, CurrentUser user, Clock clock) {
        this.corrections = corrections;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What is corrected of an activity for history",
            description = "One that changes nothing where nothing is corrected.")
    @APIResponse(responseCode = "200", description = "The correction.")
    @APIResponse(responseCode = "404", description = "The user has no such activity.")
    public Uni<Correction> correction(@PathParam("recordId") UUID recordId) {
        UUID asking = user.id();
        return transactions
                .read(() -> corrections.of(asking, recordId))
                .map(found -> found.orElseThrow(() -> unknown(recordId)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Correction.class)))
    @Operation(
            summary = "Correct what history uses of an activity",
            description =
                    "In place of an earlier correction. It stays when the source sends a new"
                            + " revision. The activity itself stays as it is, and runs that went"
                            + " out change only when they are run again.")
    @APIResponse(responseCode = "200", description = "The correction.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    @APIResponse(responseCode = "404", description = "The user has no such activity.")
    public Uni<Correction> correct(@PathParam("recordId") UUID recordId, byte[] body)
            throws JsonProcessingException {
        UUID asking = user.id();
        Correction correction = CorrectionForm.read(body);
        return transactions
                .write(() -> corrections.put(asking, recordId, correction, clock.instant()))
                .map(isPut -> {
                    if (!isPut) {
                        throw unknown(recordId);
                    }
                    return correction;
                });
    }

    @DELETE
    @Operation(summary = "Let history use what the source gave; nothing happens without one")
    @APIResponse(responseCode = "204", description = "There is no correction any more.")
    @APIResponse(responseCode = "404", description = "The user has no such activity.")
    public Uni<Void> remove(@PathParam("recordId") UUID recordId) {
        UUID asking = user.id();
        return transactions.write(() ->
                corrections
                        .of(asking, recordId)
                        .map(found -> found.orElseThrow(() -> unknown(recordId)))
                        .chain(_ -> corrections.remove(asking, recordId)));
    }

    private static NotFoundException unknown(UUID recordId) {
        return new NotFoundException("no activity " + recordId);
    }
}
