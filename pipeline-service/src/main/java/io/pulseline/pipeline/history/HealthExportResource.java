package io.pulseline.pipeline.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's metrics of many dates as a file. */
@Path("/api/health")
@Tag(name = "records")
class HealthExportResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final HealthExport export;
    private final CurrentUser user;

    HealthExportResource(HealthExport export, CurrentUser user) {
        this.export = export;
        this.user = user;
    }

    @GET
    @Path("{metric}")
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "A metric of up to 366 local dates as a file",
            description =
                    "As JSON, the records as they are kept. As CSV, a line for each sample,"
                            + " interval or stage, with the local date, ISO 8601 times with their"
                            + " offset, and the unit in the name of its column; what is absent is"
                            + " empty. A text that a spreadsheet would take for a formula begins"
                            + " with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = JsonNode.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    @APIResponse(responseCode = "404", description = "There is no such metric")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "First local date",
            schema = @Schema(implementation = LocalDate.class, examples = "2026-11-01"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Last local date, at most 365 days later",
            schema = @Schema(implementation = LocalDate.class, examples = "2026-11-30"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "json or csv",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv"},
                            defaultValue = "json"))
    public Response file(
            @PathParam("metric")
                    @Parameter(
                            description = "Type of the records",
                            schema =
                                    @Schema(implementation = String.class, examples = "heart-rate"))
                    String metric,
            @Parameter(hidden = true) @Context UriInfo asked) {
        if (!HealthExport.knows(metric)) {
            throw new NotFoundException("There is no such metric.");
        }
        UUID asking = user.id();
        HealthQuestion question = HealthQuestion.read(asked.getQueryParameters());
        StreamingOutput body =
                out -> {
                    if (question.csv()) {
                        export.csv(asking, metric, question, out);
                    } else {
                        export.json(asking, metric, question, out);
                    }
                };
        String name =
                "pulseline-%s-%s-%s.%s"
                        .formatted(
                                metric,
                                question.from(),
                                question.to(),
                                question.csv() ? "csv" : "json");
        return Response.ok(body, question.csv() ? CSV : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }
}
