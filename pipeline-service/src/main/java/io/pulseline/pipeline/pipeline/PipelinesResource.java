package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The user's own pipelines. */
@Path("/api/pipelines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pipelines")
class PipelinesResource {
    private final Pipelines pipelines;
    private final PipelineDesk desk;
    private final PipelineForm form;
    private final Transactions transactions;
    private final CurrentUser user;

    PipelinesResource(
            Pipelines pipelines,
            PipelineDesk desk,
            PipelineForm form,
            Transactions transactions,
            CurrentUser user) {
        this.pipelines = pipelines;
        this.desk = desk;
        this.form = form;
        this.transactions = transactions;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a pipeline; a secret made for a webhook is shown this once")
    public Uni<RestResponse<PipelineView>> create(byte[] body) throws JsonProcessingException {
        UUID owner = user.id();
        PipelineDraft draft = form.read(body);
        return transactions
                .write(() -> desk.create(owner, draft))
                .map(saved ->
                        RestResponse.ResponseBuilder.<PipelineView>created(
                                        URI.create("/api/pipelines/" + saved.pipeline().id()))
                                .entity(PipelineView.of(saved))
                                .build());
    }

    @GET
    @Operation(summary = "All pipelines, oldest first")
    public Uni<List<PipelineView>> all() {
        UUID owner = user.id();
        return transactions
                .read(() -> pipelines.ofUser(owner))
                .map(found -> found.stream().map(PipelineView::of).toList());
    }

    @GET
    @Path("{pipelineId}")
    @Operation(summary = "One pipeline")
    public Uni<PipelineView> one(@PathParam("pipelineId") UUID pipelineId) {
        UUID owner = user.id();
        return transactions
                .read(() -> pipelines.ofUser(owner, pipelineId))
                .map(found ->
                        found.map(PipelineView::of)
                                .orElseThrow(
                                        () -> new NotFoundException("no pipeline " + pipelineId)));
    }

    @PUT
    @Path("{pipelineId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a pipeline; enables disabled targets again")
    public Uni<PipelineView> change(@PathParam("pipelineId") UUID pipelineId, byte[] body)
            throws JsonProcessingException {
        UUID owner = user.id();
        PipelineDraft draft = form.read(body);
        return transactions
                .write(() -> desk.change(owner, pipelineId, draft))
                .map(PipelineView::of);
    }

    @DELETE
    @Path("{pipelineId}")
    @Operation(summary = "Remove a pipeline; its runs stay in the history")
    public Uni<Void> remove(@PathParam("pipelineId") UUID pipelineId) {
        UUID owner = user.id();
        return transactions.write(() -> desk.remove(owner, pipelineId));
    }
}
