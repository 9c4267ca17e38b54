package io.pulseline.pipeline.catalogue;

import io.pulseline.pipeline.pipeline.Sources;
import io.pulseline.pipeline.target.Targets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What pipelines can be made of; the same for everybody. */
@Path("/api/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
class CatalogueResource {
    private final Catalogue catalogue;

    CatalogueResource(Targets targets) {
        catalogue =
                new Catalogue(Entry.of(Sources.all()), Entry.boosters(), Entry.of(targets.all()));
    }

    /** All parts, in the order in which people are shown them. */
    record Catalogue(
            @Schema(
                            description =
                                    "Where the records come from that may start a pipeline; the"
                                            + " schema is that of its trigger.")
                    List<Entry> sources,
            @Schema(description = "What adds to a record on its way.") List<Entry> boosters,
            @Schema(description = "Where results go.") List<Entry> targets) {}

    @GET
    @Operation(
            summary = "What pipelines can be made of: sources, boosters, targets",
            description =
                    "Each with the JSON Schema of its configuration. What fits it may still be"
                            + " refused for rules over several settings; the answer then names the"
                            + " field.")
    public Catalogue all() {
        return catalogue;
    }
}
