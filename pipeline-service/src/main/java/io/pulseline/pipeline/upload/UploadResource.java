package io.pulseline.pipeline.upload;

import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.upload.file.FileType;
import io.pulseline.pipeline.upload.file.RefusedFileException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Activities that the user brings in a file. */
@Path("/api/activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class UploadResource {
    private static final String ZONE =
            "Whose clocks the file's times mean where it does not tell, for example Europe/Berlin";
    private static final Set<String> PACKINGS = Set.of("identity", "gzip", "x-gzip");

    private final UploadDesk desk;
    private final CurrentUser user;
    private final FileBytes bytes;

    UploadResource(UploadDesk desk, CurrentUser user, UploadSettings settings) {
        this.desk = desk;
        this.user = user;
        this.bytes = new FileBytes(settings.largestFile().asLongValue());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Bring an activity as a FIT, TCX or GPX file, or in our JSON",
            description =
                    "Answers when Kafka has it. The same file again gives the same recordId and"
                            + " changes nothing. A file may be packed with gzip.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "application/vnd.ant.fit",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.garmin.tcx+xml",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/gpx+xml",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description =
                                                "An Activity; its JSON Schema is in the jar of"
                                                        + " contracts, json-schema/Activity.schema.json"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Kafka has the activity; runs follow",
            content = @Content(schema = @Schema(implementation = TakenActivity.class)))
    @APIResponse(responseCode = "400", description = "It cannot be taken; the detail says why")
    @APIResponse(responseCode = "413", description = "It is too large")
    @APIResponse(responseCode = "415", description = "It is nothing that we read")
    @APIResponse(responseCode = "503", description = "Kafka or the registry is away; send it again")
    public RestResponse<TakenActivity> take(
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING)
                    @Nullable String packing,
            @Parameter(description = ZONE) @QueryParam("zone") @Nullable String zone) {
        return answered(() -> {
            refuseUnknownPacking(packing);
            FileType fileType = FileType.of(type);
            ZoneId zoneId = zoneOf(zone);
            return taken(body, fileType, zoneId);
        });
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Bring an activity as the one file of a form")
    @APIResponse(
            responseCode = "202",
            description = "Kafka has the activity; runs follow",
            content = @Content(schema = @Schema(implementation = TakenActivity.class)))
    public RestResponse<TakenActivity> takeForm(
            @RestForm(FileUpload.ALL) List<FileUpload> files,
            @Parameter(description = ZONE) @QueryParam("zone") @Nullable String zone) {
        return answered(() -> {
            if (files.size() != 1) {
                throw new BadRequestException(
                        "The form must hold one file, not " + files.size() + ".");
            }
            FileUpload file = files.getFirst();
            FileType type = FileType.of(file.contentType());
            ZoneId zoneId = zoneOf(zone);
            try (InputStream body = Files.newInputStream(file.uploadedFile())) {
                return taken(body, type, zoneId);
            } catch (IOException e) {
                throw new BadRequestException("The file did not come whole.", e);
            }
        });
    }

    private TakenActivity taken(InputStream body, FileType type, @Nullable ZoneId zone) {
        byte[] file;
        try {
            file = bytes.of(body);
        } catch (IOException e) {
            throw new BadRequestException("The file did not come whole.", e);
        }
        return TakenActivity.of(desk.take(user.id(), file, type, zone));
    }

    private static RestResponse<TakenActivity> answered(Supplier<TakenActivity> taking) {
        try {
            return RestResponse.status(RestResponse.Status.ACCEPTED, taking.get());
        } catch (RefusedFileException e) {
            throw new WebApplicationException(e.getMessage(), status(e.kind()));
        } catch (AwayException e) {
            throw new ServiceUnavailableException(
                    "Not taken: " + e.getMessage() + ". Send it again soon; twice does no harm.");
        }
    }

    private static Response.Status status(RefusedFileException.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE;
            case UNKNOWN_TYPE -> Response.Status.UNSUPPORTED_MEDIA_TYPE;
            case UNFIT -> Response.Status.BAD_REQUEST;
        };
    }

    private static void refuseUnknownPacking(@Nullable String packing) {
        if (packing != null && !PACKINGS.contains(packing.strip().toLowerCase(Locale.ROOT))) {
            throw new NotSupportedException("Of content encodings only gzip is taken.");
        }
    }

    private static @Nullable ZoneId zoneOf(@Nullable String zone) {
        try {
            return zone == null || zone.isBlank() ? null : ZoneId.of(zone.strip());
        } catch (DateTimeException _) {
            throw new BadRequestException(
                    "zone must be the name of a time zone, such as Europe/Berlin.");
        }
    }
}
