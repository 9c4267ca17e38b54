package io.pulseline.pipeline.dashboard.home;

import io.pulseline.pipeline.dashboard.home.HomeReads.HomeView;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private final HomeReads reads;
    private final Transactions transactions;

    HomeResource(HomeReads reads, Transactions transactions) {
        this.reads = reads;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance home(HomeView view);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> home() {
        return transactions.read(reads::view).map(Templates::home);
    }
}
