package io.pulseline.pipeline.action;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.history.RunTrace;
import io.pulseline.pipeline.history.RunTraces;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.run.RunActions;
import io.pulseline.pipeline.run.RunVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks something of a run; the answer is the run as it stands then, the rest follows soon. */
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs")
@APIResponse(
        responseCode = "202",
        description = "Taken; the run as it stands now",
        content = @Content(schema = @Schema(implementation = RunTrace.class)))
@APIResponse(responseCode = "404", description = "The user has no such run or target")
@APIResponse(responseCode = "409", description = "Cannot be done as things stand; says why")
class RunActionsResource {
    private final RunActions actions;
    private final RunTraces traces;
    private final Transactions transactions;
    private final CurrentUser user;

    RunActionsResource(
            RunActions actions, RunTraces traces, Transactions transactions, CurrentUser user) {
        this.actions = actions;
        this.traces = traces;
        this.transactions = transactions;
        this.user = user;
    }

    @POST
    @Path("{runId}/again")
    @Operation(
            summary =
                    "Take the record as it came through the pipeline as it is now; targets that"
                            + " have the same already hear nothing")
    public Uni<RestResponse<RunTrace>> again(
            @PathParam("runId") UUID runId,
            @Parameter(
                            description = "Send even what targets have already",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("resend")
                    @DefaultValue("false")
                    String resend) {
        if (!resend.equals("true") && !resend.equals("false")) {
            throw new InvalidFormException(
                    List.of(new FieldError("resend", "must be true or false")));
        }
        UUID asking = user.id();
        return done(asking, runId, () -> actions.again(asking, runId, resend.equals("true")));
    }

    @POST
    @Path("{runId}/targets/{targetId}")
    @Operation(summary = "Send the run to a target that its pipeline got later")
    public Uni<RestResponse<RunTrace>> add(
            @PathParam("runId") UUID runId, @PathParam("targetId") UUID targetId) {
        UUID asking = user.id();
        return done(asking, runId, () -> actions.add(asking, runId, targetId));
    }

    @POST
    @Path("{runId}/targets/{targetId}/retry")
    @Operation(summary = "Try a delivery that waits, was refused or is exhausted once more, now")
    public Uni<RestResponse<RunTrace>> retry(
            @PathParam("runId") UUID runId, @PathParam("targetId") UUID targetId) {
        UUID asking = user.id();
        return done(asking, runId, () -> actions.retry(asking, runId, targetId));
    }

    @POST
    @Path("{runId}/cancel")
    @Operation(
            summary =
                    "Send nothing more; what is under way may still arrive, the reason of the run"
                            + " says so")
    public Uni<RestResponse<RunTrace>> cancel(@PathParam("runId") UUID runId) {
        UUID asking = user.id();
        return done(asking, runId, () -> actions.cancel(asking, runId));
    }

    private Uni<RestResponse<RunTrace>> done(
            UUID asking, UUID runId, Supplier<Uni<RunVerdict>> action) {
        return transactions
                .write(() -> action.get().chain(verdict -> answer(asking, runId, verdict)))
                .invoke(actions::committed);
    }

    private Uni<RestResponse<RunTrace>> answer(UUID asking, UUID runId, RunVerdict verdict) {
        return switch (verdict) {
            case RunVerdict.Taken() ->
                    traces.one(asking, runId)
                            .map(run ->
                                    RestResponse.status(
                                            RestResponse.Status.ACCEPTED, run.orElseThrow()));
            case RunVerdict.Impossible(String reason) ->
                    throw new ClientErrorException(reason, Response.Status.CONFLICT);
            case RunVerdict.Unknown(String what) -> throw new NotFoundException(what);
        };
    }
}
