package io.pulseline.pipeline.dashboard.health;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The overview of daily metrics, and a page for each. */
@Path("/health")
@Produces(MediaType.TEXT_HTML)
class HealthResource {
    private final HealthReads reads;
    private final Transactions transactions;

    HealthResource(HealthReads reads, Transactions transactions) {
        this.reads = reads;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance health(OverviewView view);

        static native TemplateInstance healthMeasure(HealthView view);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> overview() {
        return transactions
                .read(reads::overview)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(kept -> Templates.health(kept.view()));
    }

    /** A year of nights would hold up the event loop. */
    @GET
    @Path("{measure}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> measure(
            @PathParam("measure") String path,
            @QueryParam("span") @Nullable String span,
            @QueryParam("date") @Nullable String date) {
        Measure measure =
                Measure.ofPath(path)
                        .orElseThrow(() -> new NotFoundException("There is no such metric."));
        return transactions
                .read(() -> reads.measure(measure, span, date))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(kept -> Templates.healthMeasure(kept.view()));
    }
}
