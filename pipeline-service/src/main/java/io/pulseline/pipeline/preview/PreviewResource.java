package io.pulseline.pipeline.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.pipeline.Candidate;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineForm;
import io.pulseline.pipeline.pipeline.PipelineWish;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.run.Rehearsal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries a pipeline on an activity that is there, before it is saved. */
@Path("/api/pipelines/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pipelines")
class PreviewResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIPELINE = "pipeline";
    private static final String RECORD_ID = "recordId";
    private static final int LONGEST_WORD = 100;

    /** Stands in for one that cannot be read; the form is refused before it is looked for. */
    private static final UUID NO_RECORD = new UUID(0, 0);

    /** As it is sent; for the description of the API. */
    @Schema(name = "PreviewWish")
    record Sent(
            @Schema(required = true) PipelineWish pipeline,
            @Schema(required = true) UUID recordId) {}

    private final PipelineForm pipelines;
    private final Rehearsal rehearsal;
    private final Records records;
    private final Transactions transactions;
    private final CurrentUser user;
    private final PreviewSettings settings;

    PreviewResource(
            PipelineForm pipelines,
            Rehearsal rehearsal,
            Records records,
            Transactions transactions,
            CurrentUser user,
            PreviewSettings settings) {
        this.pipelines = pipelines;
        this.rehearsal = rehearsal;
        this.records = records;
        this.transactions = transactions;
        this.user = user;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Sent.class)))
    @Operation(
            summary = "See what a pipeline would make of an activity",
            description =
                    "Takes `pipeline`, as when it is created, its name optional, and `recordId`, an"
                            + " activity of yours. Nothing is stored, delivered or asked of a"
                            + " source; a booster that would wait says so and does without.")
    @APIResponse(responseCode = "200", description = "What would come of it.")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    @APIResponse(responseCode = "404", description = "You have no such activity.")
    @APIResponse(responseCode = "409", description = "The source deleted the activity.")
    @APIResponse(responseCode = "503", description = "It took too long.")
    public Uni<Preview> preview(byte[] body) throws IOException {
        UUID asking = user.id();
        Form form = Form.of(JSON.readTree(body)).knowsOnly(PIPELINE, RECORD_ID);
        UUID recordId = recordId(form);
        if (!form.has(PIPELINE)) {
            form.complain(PIPELINE, "is required");
        }
        Pipeline draft = pipelines.unsaved(form.form(PIPELINE), asking);
        if (!draft.trigger().takesActivities()) {
            form.complain(
                    PIPELINE + ".trigger.record", "must be activity: metrics have no preview");
            form.refuseIfWrong();
        }
        return transactions
                .read(() -> records.latest(asking, recordId))
                .map(found -> fit(found, recordId))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(record -> preview(draft, record))
                .ifNoItem()
                .after(settings.patience())
                .failWith(this::tooLong);
    }

    private static UUID recordId(Form form) {
        String text = form.text(RECORD_ID, LONGEST_WORD);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            if (!text.isEmpty()) {
                form.complain(RECORD_ID, "is not the id of a record");
            }
            return NO_RECORD;
        }
    }

    private static StoredRecord fit(Optional<StoredRecord> found, UUID recordId) {
        StoredRecord record =
                found.filter(StoredRecord::isActivity)
                        .orElseThrow(() -> new NotFoundException("no activity " + recordId));
        if (record.deleted()) {
            throw new ClientErrorException(
                    "the source deleted the activity; choose another", Response.Status.CONFLICT);
        }
        return record;
    }

    private Preview preview(Pipeline draft, StoredRecord record) {
        Activity activity = record.activity();
        // As if the pipeline had been there when the activity came.
        StartAnswer answer = draft.asked(Candidate.of(activity, null));
        return Preview.of(record.recordId(), answer, rehearsal.of(draft, record));
    }

    private ServiceUnavailableException tooLong() {
        return new ServiceUnavailableException(
                "The preview took longer than "
                        + settings.patience().toSeconds()
                        + " s; try fewer boosters, or a shorter activity.");
    }
}
