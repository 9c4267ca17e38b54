package io.pulseline.pipeline.dashboard.pipelines;

import io.pulseline.pipeline.dashboard.pipelines.PipelinesReads.EditorView;
import io.pulseline.pipeline.dashboard.pipelines.PipelinesReads.ListView;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of pipelines, and the form in which one is made or changed. */
@Path("/pipelines")
@Produces(MediaType.TEXT_HTML)
class PipelinesPages {
    private final PipelinesReads reads;
    private final Transactions transactions;

    PipelinesPages(PipelinesReads reads, Transactions transactions) {
        this.reads = reads;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance pipelines(ListView view);

        static native TemplateInstance pipeline(EditorView view);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list() {
        return transactions.read(reads::list).map(Templates::pipelines);
    }

    @GET
    @Path("new")
    @Operation(hidden = true)
    public Uni<TemplateInstance> fresh(@QueryParam("recipe") @Nullable String recipe) {
        return transactions.read(() -> reads.fresh(recipe)).map(Templates::pipeline);
    }

    @GET
    @Path("{pipelineId}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> saved(@PathParam("pipelineId") UUID pipelineId) {
        return transactions.read(() -> reads.saved(pipelineId)).map(Templates::pipeline);
    }
}
