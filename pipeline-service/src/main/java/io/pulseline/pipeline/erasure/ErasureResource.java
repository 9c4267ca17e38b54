package io.pulseline.pipeline.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything about the user: erasing it. */
@Path("/api/me/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class ErasureResource {
    private static final String CONFIRMATION = "confirmation";

    private final Erasures erasures;
    private final ErasureWorker worker;
    private final Transactions transactions;
    private final ErasureSettings settings;
    private final CurrentUser user;
    private final Clock clock;

    ErasureResource(
            Erasures erasures,
            ErasureWorker worker,
            Transactions transactions,
            ErasureSettings settings,
            CurrentUser user,
            Clock clock) {
        this.erasures = erasures;
        this.worker = worker;
        this.transactions = transactions;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /** What confirms an erasure. */
    @Schema(name = "ErasureConfirmation")
    record Confirmation(String confirmation) {}

    @GET
    @Operation(summary = "How far your erasure is")
    public Uni<ErasureView> state() {
        UUID asking = user.id();
        return transactions.read(() -> view(asking));
    }

    private Uni<ErasureView> view(UUID asking) {
        return erasures.of(asking)
                .map(known -> known.at(clock.instant(), settings.longestRetention()));
    }

    @POST
    @Operation(
            summary = "Ask for everything about you to be erased",
            description =
                    "Nothing happens yet: the answer says what will be deleted, and with which word"
                            + " to confirm that within a quarter of an hour. Asked again, there is"
                            + " another word.")
    @APIResponse(
            responseCode = "202",
            description = "It waits for your confirmation.",
            content = @Content(schema = @Schema(implementation = AskedErasure.class)))
    @APIResponse(responseCode = "409", description = "You are being erased already.")
    public Uni<RestResponse<AskedErasure>> ask() {
        UUID asking = user.id();
        UUID id = UUID.randomUUID();
        String word = ConfirmationWord.next();
        Instant now = now();
        Instant until = now.plus(settings.confirmWithin());
        return transactions
                .write(() -> erasures.ask(asking, id, word, now, until))
                .map(asked -> {
                    if (!asked) {
                        throw new ClientErrorException(
                                "You are being erased already.", Response.Status.CONFLICT);
                    }
                    return RestResponse.accepted(
                            AskedErasure.of(id, until, word, settings.longestRetention().toDays()));
                });
    }

    @POST
    @Path("{erasureId}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Confirmation.class)))
    @Operation(summary = "Confirm that everything about you is to be erased; there is no way back")
    @APIResponse(
            responseCode = "202",
            description = "It is being done.",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "400", description = "That is not the word.")
    @APIResponse(responseCode = "404", description = "You have not asked for that one.")
    @APIResponse(responseCode = "410", description = "That was too late: ask again.")
    public Uni<RestResponse<ErasureView>> confirm(
            @PathParam("erasureId") UUID erasureId, byte[] body) throws JsonProcessingException {
        UUID asking = user.id();
        Form form = Form.read(body);
        String said = form.json().path(CONFIRMATION).asText("");
        return transactions
                .write(() ->
                        erasures.confirm(asking, erasureId, said, now())
                                .invoke(ErasureResource::refuse)
                                .chain(() -> view(asking)))
                .invoke(worker::wake)
                .map(RestResponse::accepted);
    }

    private static void refuse(ConfirmOutcome outcome) {
        switch (outcome) {
            case RUNNING -> {
                // It is under way.
            }
            case UNKNOWN -> throw new NotFoundException("You have not asked for this erasure.");
            case EXPIRED ->
                    throw new ClientErrorException(
                            "This was not confirmed in time; ask again.", Response.Status.GONE);
            case OTHER_WORD ->
                    throw new InvalidFormException(
                            List.of(
                                    new FieldError(
                                            CONFIRMATION, "is not the word that was shown")));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
