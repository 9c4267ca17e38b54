package io.pulseline.pipeline.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.RecordPages;
import io.pulseline.pipeline.record.RecordPages.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The user's kept records, as the sources gave them, in our JSON. */
@Path("/api/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "records")
class RecordsResource {
    /** Of records as they are unpacked for one page; the first one is shown in any case. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final RecordPages pages;
    private final Transactions transactions;
    private final CurrentUser user;

    RecordsResource(RecordPages pages, Transactions transactions, CurrentUser user) {
        this.pages = pages;
        this.transactions = transactions;
        this.user = user;
    }

    /**
     * A page of records, latest first.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    record RecordPage(List<JsonNode> records, @Nullable String next) {}

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
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "'next' of the page before",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "series",
            in = ParameterIn.QUERY,
            description = "Whether heart rate, track and steps by the minute are shown as well",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Uni<RecordPage> page(@Parameter(hidden = true) @Context UriInfo asked) {
        UUID asking = user.id();
        RecordQuestion question = RecordQuestion.read(asked.getQueryParameters());
        // One more than asked tells whether there is a next page.
        return transactions
                .read(() ->
                        pages.page(
                                asking, question.range(), question.after(), question.limit() + 1))
                // Unpacking long series would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> page(found, question));
    }

    private static RecordPage page(List<Entry> found, RecordQuestion question) {
        List<Entry> shown = found.subList(0, Math.min(question.limit(), fitting(found)));
        String next = found.size() > shown.size() ? RecordMark.of(shown.getLast().place()) : null;
        return new RecordPage(
                shown.stream().map(entry -> json(entry.kept(), question.series())).toList(), next);
    }

    private static int fitting(List<Entry> found) {
        long bytes = 0;
        for (int entry = 0; entry < found.size(); entry++) {
            bytes += found.get(entry).kept().content().bytes();
            if (bytes > MOST_BYTES) {
                return Math.max(1, entry);
            }
        }
        return found.size();
    }

    private static JsonNode json(KeptMetric kept, boolean series) {
        ObjectNode json = (ObjectNode) kept.json();
        return series ? json : json.without(seriesOf(kept.recordType()));
    }

    private static Set<String> seriesOf(String recordType) {
        return switch (recordType) {
            case RecordType.ACTIVITY -> Set.of("heartRate", "track");
            case RecordType.HEART_RATE -> Set.of("heartRate");
            case RecordType.STEPS -> Set.of("stepsPerMinute");
            default -> Set.of();
        };
    }
}
