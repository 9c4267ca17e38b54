package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

/** The user's own pipelines. */
@Path("/api/pipelines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pipelines")
class PipelinesResource {
    private static final String KEY_SAYS =
            "Chosen by the caller: the same request with the same key within 24 hours happens once"
                    + " and is answered alike; another request with it is refused with 422.";

    private final Pipelines pipelines;
    private final PipelineDesk desk;
    private final PipelineForm form;
    private final AnsweredRequests answered;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    PipelinesResource(
            Pipelines pipelines,
            PipelineDesk desk,
            PipelineForm form,
            AnsweredRequests answered,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.pipelines = pipelines;
        this.desk = desk;
        this.form = form;
        this.answered = answered;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = PipelineWish.class)))
    @Operation(summary = "Create a pipeline; a secret made for a webhook is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "The pipeline.",
            content = @Content(schema = @Schema(implementation = PipelineView.class)))
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    @APIResponse(responseCode = "422", description = "The key was used for another request.")
    public Uni<RestResponse<PipelineView>> create(
            @Parameter(description = KEY_SAYS) @HeaderParam(OnlyOnce.HEADER) @Nullable String key,
            byte[] body)
            throws JsonProcessingException {
        UUID owner = user.id();
        PipelineDraft draft = form.read(body);
        return created(OnlyOnce.of(key, owner, "pipelines", body), () -> desk.create(owner, draft));
    }

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = PipelineExport.class)))
    @Operation(
            summary = "Create a pipeline from an export",
            description =
                    "Checked as when it is created. Exports hold no secrets: a webhook gets a new"
                            + " one, which is shown this once, unless its configuration brings one.")
    @APIResponse(
            responseCode = "201",
            description = "The pipeline.",
            content = @Content(schema = @Schema(implementation = PipelineView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Fields that cannot be taken, by name; among them an unknown version.")
    @APIResponse(responseCode = "422", description = "The key was used for another request.")
    public Uni<RestResponse<PipelineView>> importOne(
            @Parameter(description = KEY_SAYS) @HeaderParam(OnlyOnce.HEADER) @Nullable String key,
            byte[] body)
            throws JsonProcessingException {
        UUID owner = user.id();
        PipelineDraft draft = form.readExport(body);
        return created(
                OnlyOnce.of(key, owner, "pipelines/import", body), () -> desk.create(owner, draft));
    }

    @POST
    @Path("{pipelineId}/duplicate")
    @Operation(
            summary = "Create a disabled copy",
            description =
                    "Secrets are not copied: a webhook gets a new one, which is shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "The copy.",
            content = @Content(schema = @Schema(implementation = PipelineView.class)))
    @APIResponse(
            responseCode = "400",
            description = "Fields of the original that newer rules no longer allow, by name.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    @APIResponse(responseCode = "422", description = "The key was used for another request.")
    public Uni<RestResponse<PipelineView>> duplicate(
            @Parameter(description = KEY_SAYS) @HeaderParam(OnlyOnce.HEADER) @Nullable String key,
            @PathParam("pipelineId") UUID pipelineId) {
        UUID owner = user.id();
        String path = "pipelines/" + pipelineId + "/duplicate";
        return created(
                OnlyOnce.of(key, owner, path, new byte[0]),
                () -> desk.duplicate(owner, pipelineId));
    }

    private Uni<RestResponse<PipelineView>> created(
            Optional<OnlyOnce> request, Supplier<Uni<PipelineDesk.Saved>> work) {
        Supplier<Uni<PipelineView>> shown = () -> work.get().map(PipelineView::of);
        return transactions
                .write(() ->
                        request.map(one ->
                                        answered.once(
                                                one, clock.instant(), PipelineView.class, shown))
                                .orElseGet(shown))
                .map(view ->
                        RestResponse.ResponseBuilder.<PipelineView>created(
                                        URI.create("/api/pipelines/" + view.pipelineId()))
                                .entity(view)
                                .build());
    }

    @GET
    @Operation(summary = "All pipelines, in your order, new ones last")
    public Uni<List<PipelineView>> all() {
        UUID owner = user.id();
        return transactions.read(() -> pipelines.ofUser(owner)).map(PipelinesResource::views);
    }

    @PUT
    @Path("order")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = PipelineOrder.class)))
    @Operation(summary = "Put all pipelines in an order: every id once; answers as the list does")
    @APIResponse(responseCode = "200", description = "All pipelines, in that order.")
    @APIResponse(responseCode = "400", description = "Ids that are missing, strange or doubled.")
    public Uni<List<PipelineView>> order(byte[] body) throws JsonProcessingException {
        UUID owner = user.id();
        PipelineOrder order = form.readOrder(body);
        return transactions.write(() -> desk.order(owner, order)).map(PipelinesResource::views);
    }

    @GET
    @Path("{pipelineId}")
    @Operation(summary = "One pipeline")
    @APIResponse(responseCode = "200", description = "The pipeline.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<PipelineView> one(@PathParam("pipelineId") UUID pipelineId) {
        return found(pipelineId).map(PipelineView::of);
    }

    @GET
    @Path("{pipelineId}/export")
    @Operation(
            summary = "One pipeline, to import it elsewhere",
            description = "Without ids, times and secrets, and without a word of you.")
    @APIResponse(responseCode = "200", description = "What can be imported.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<PipelineExport> export(@PathParam("pipelineId") UUID pipelineId) {
        return found(pipelineId).map(PipelineExport::of);
    }

    private Uni<Pipeline> found(UUID pipelineId) {
        UUID owner = user.id();
        return transactions
                .read(() -> pipelines.ofUser(owner, pipelineId))
                .map(found ->
                        found.orElseThrow(
                                () -> new NotFoundException("no pipeline " + pipelineId)));
    }

    @PUT
    @Path("{pipelineId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = PipelineWish.class)))
    @Operation(summary = "Replace a pipeline; enables disabled targets again")
    @APIResponse(responseCode = "200", description = "The pipeline.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<PipelineView> change(@PathParam("pipelineId") UUID pipelineId, byte[] body)
            throws JsonProcessingException {
        UUID owner = user.id();
        PipelineDraft draft = form.read(body);
        return transactions
                .write(() -> desk.change(owner, pipelineId, draft))
                .invoke(desk::committed)
                .map(PipelineView::of);
    }

    @POST
    @Path("{pipelineId}/enable")
    @Operation(summary = "Let it start runs again; does nothing to an enabled one")
    @APIResponse(responseCode = "200", description = "The pipeline.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<PipelineView> enable(@PathParam("pipelineId") UUID pipelineId) {
        return enabled(pipelineId, true);
    }

    @POST
    @Path("{pipelineId}/disable")
    @Operation(
            summary = "Let it start no runs; does nothing to a disabled one",
            description = "Runs that have begun go on.")
    @APIResponse(responseCode = "200", description = "The pipeline.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<PipelineView> disable(@PathParam("pipelineId") UUID pipelineId) {
        return enabled(pipelineId, false);
    }

    private Uni<PipelineView> enabled(UUID pipelineId, boolean enabled) {
        UUID owner = user.id();
        return transactions
                .write(() -> desk.enable(owner, pipelineId, enabled))
                .map(PipelineView::of);
    }

    @DELETE
    @Path("{pipelineId}")
    @Operation(summary = "Remove a pipeline; its runs stay in the history")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "You have no such pipeline.")
    public Uni<Void> remove(@PathParam("pipelineId") UUID pipelineId) {
        UUID owner = user.id();
        return transactions.write(() -> desk.remove(owner, pipelineId)).invoke(desk::committed);
    }

    private static List<PipelineView> views(List<Pipeline> pipelines) {
        return pipelines.stream().map(PipelineView::of).toList();
    }
}
