package io.pulseline.pipeline.export;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything about the user: handing it out. */
@Path("/api/me/exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class ExportsResource {
    private final Exports exports;
    private final ExportFiles files;
    private final ExportWorker worker;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    ExportsResource(
            Exports exports,
            ExportFiles files,
            ExportWorker worker,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.exports = exports;
        this.files = files;
        this.worker = worker;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask for everything we keep of you, as a ZIP file",
            description =
                    "It is made in the background and kept for a day. While one is being made,"
                            + " asking again gives that one; a new one takes the place of those"
                            + " before it.")
    @APIResponse(
            responseCode = "202",
            description = "It is being made.",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    public Uni<RestResponse<ExportView>> ask() {
        UUID asking = user.id();
        UUID id = UUID.randomUUID();
        return transactions
                .write(() -> exports.ask(asking, id, clock.instant()))
                .invoke(worker::wake)
                .map(export -> RestResponse.accepted(ExportView.of(export)));
    }

    @GET
    @Operation(summary = "Your exports, latest first")
    public Uni<List<ExportView>> all() {
        UUID asking = user.id();
        return transactions
                .read(() -> exports.of(asking, clock.instant()))
                .map(all -> all.stream().map(ExportView::of).toList());
    }

    @GET
    @Path("{exportId}")
    @Operation(summary = "How far an export is")
    @APIResponse(responseCode = "200", description = "As it stands now.")
    @APIResponse(responseCode = "404", description = "You have none of that id, or it has expired.")
    public Uni<ExportView> one(@PathParam("exportId") UUID exportId) {
        return found(exportId).map(ExportView::of);
    }

    @GET
    @Path("{exportId}/file")
    @Produces("application/zip")
    @Operation(summary = "The file of an export")
    @APIResponse(
            responseCode = "200",
            description = "A ZIP file; its README.txt says what is what.")
    @APIResponse(responseCode = "404", description = "You have none of that id, or it has expired.")
    @APIResponse(responseCode = "409", description = "It is not ready, or has failed.")
    public Uni<RestResponse<File>> file(@PathParam("exportId") UUID exportId) {
        return found(exportId).map(this::file);
    }

    private RestResponse<File> file(Export export) {
        if (export.state() != ExportState.READY) {
            throw new ClientErrorException("It is not ready.", Response.Status.CONFLICT);
        }
        File file =
                files.find(export.id())
                        .orElseThrow(() -> new NotFoundException("The file is not there any more."))
                        .toFile();
        return RestResponse.ResponseBuilder.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"pulseline-export.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Uni<Export> found(UUID exportId) {
        UUID asking = user.id();
        return transactions
                .read(() -> exports.of(asking, exportId, clock.instant()))
                .map(found -> found.orElseThrow(() -> new NotFoundException("no such export")));
    }
}
