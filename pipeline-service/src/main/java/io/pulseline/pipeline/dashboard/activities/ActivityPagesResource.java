package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.pipeline.dashboard.activities.ActivityReads.ActivityView;
import io.pulseline.pipeline.dashboard.activities.HistoryReads.HistoryView;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The Activity History and one activity of it. */
@Path("/activities")
@Produces(MediaType.TEXT_HTML)
class ActivityPagesResource {
    private final HistoryReads history;
    private final ActivityReads activities;
    private final Transactions transactions;

    ActivityPagesResource(
            HistoryReads history, ActivityReads activities, Transactions transactions) {
        this.history = history;
        this.activities = activities;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance activities(HistoryView view);

        static native TemplateInstance activity(ActivityView view);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> page(@Context UriInfo asked) {
        return transactions
                .read(() -> history.view(asked.getQueryParameters()))
                .map(Templates::activities);
    }

    @GET
    @Path("{runId}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@PathParam("runId") UUID runId) {
        return transactions
                .read(() -> activities.material(runId))
                // Unpacking a long series would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found ->
                        found.map(ActivityReads.Material::view)
                                .map(Templates::activity)
                                .orElseThrow(() -> new NotFoundException("no run " + runId)));
    }
}
