package io.pulseline.pipeline.history;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.RunReads;
import io.pulseline.pipeline.run.RunStatus;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The user's Activity History. */
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs")
class RunsResource {
    private final RunReads runs;
    private final RunTraces traces;
    private final DeliveryLedger ledger;
    private final Transactions transactions;
    private final CurrentUser user;
    private final List<String> targetTypes;

    RunsResource(
            RunReads runs,
            RunTraces traces,
            DeliveryLedger ledger,
            Transactions transactions,
            CurrentUser user,
            Targets targets) {
        this.runs = runs;
        this.traces = traces;
        this.ledger = ledger;
        this.transactions = transactions;
        this.user = user;
        this.targetTypes = targets.all().stream().map(Target::id).toList();
    }

    /**
     * A page of runs, latest first.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    record RunPage(List<RunView> runs, @Nullable String next) {}

    @GET
    @Operation(summary = "Runs with their steps, latest first; a run must fit every filter")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "limit")
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    @Parameter(
            name = "record",
            in = ParameterIn.QUERY,
            description =
                    "Kind of the record: activities, all metrics, or one type of them. Runs of"
                            + " metrics are kept for 7 days",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {
                                "activity",
                                "metric",
                                "heart-rate",
                                "heart-rate-variability",
                                "steps",
                                "respiratory-rate",
                                "oxygen-saturation",
                                "sleep",
                                "daily-summary"
                            },
                            defaultValue = "activity"))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Any of these; repeat it for several",
            schema = @Schema(type = SchemaType.ARRAY, implementation = RunStatus.class))
    @Parameter(
            name = "activityType",
            in = ParameterIn.QUERY,
            description = "Type of the activity after the boosters",
            schema = @Schema(implementation = String.class, examples = "TREADMILL_RUN"))
    @Parameter(
            name = "target",
            in = ParameterIn.QUERY,
            description = "Kind or id of a target that the run has sent something to, or will",
            schema = @Schema(implementation = String.class, examples = "webhook"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Started then or later",
            schema = @Schema(implementation = OffsetDateTime.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Started before then",
            schema = @Schema(implementation = OffsetDateTime.class))
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "Part of the title, in whatever case",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    public Uni<RunPage> page(@Parameter(hidden = true) @Context UriInfo asked) {
        UUID asking = user.id();
        RunQuestion question = RunQuestion.read(asked.getQueryParameters(), targetTypes);
        int limit = question.limit();
        // One more than asked tells whether there is a next page.
        return transactions.read(() ->
                runs.page(asking, question.filter(), question.before(), limit + 1)
                        .chain(found -> {
                            List<Run> shown = found.subList(0, Math.min(limit, found.size()));
                            String next =
                                    found.size() > limit ? PageMark.after(shown.getLast()) : null;
                            return views(shown).map(views -> new RunPage(views, next));
                        }));
    }

    @GET
    @Path("{runId}")
    @Operation(summary = "One run with its steps, deliveries and attempts")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "The user has no such run")
    public Uni<RunTrace> one(@PathParam("runId") UUID runId) {
        UUID asking = user.id();
        return transactions
                .read(() -> traces.one(asking, runId))
                .map(found -> found.orElseThrow(() -> new NotFoundException("no run " + runId)));
    }

    private Uni<List<RunView>> views(List<Run> shown) {
        return ledger.ofRuns(shown.stream().map(Run::id).toList())
                .map(deliveries -> shown.stream().map(run -> RunView.of(run, deliveries)).toList());
    }
}
