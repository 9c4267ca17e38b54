package io.pulseline.pipeline.history;

import io.pulseline.pipeline.history.RecordAnswers.RecordPage;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's kept records, as the sources gave them, in our JSON. */
@Path("/api/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "records")
class RecordsResource {
    private final RecordAnswers answers;
    private final CurrentUser user;

    RecordsResource(RecordAnswers answers, CurrentUser user) {
        this.answers = answers;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Kept records of one type by local date, latest first",
            description =
                    "An activity is of the date on which it started where the user was. A page may"
                            + " have fewer records than its limit; only without `next` it is the"
                            + " last one.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            required = true,
            description = "Type of the records",
            schema = @Schema(implementation = String.class, examples = "heart-rate-variability"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Of that local date or later",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Of that local date or earlier",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most; with series 25, which is the default then",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    @Parameter(
            name = "series",
            in = ParameterIn.QUERY,
            description = "Whether heart rate, track and steps by the minute are shown as well",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Uni<RecordPage> page(@Parameter(hidden = true) @Context UriInfo asked) {
        return answers.page(user.id(), asked.getQueryParameters());
    }
}
