package io.pulseline.pipeline.progress;

import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the user's history stands; computed when it is asked for, so that nothing can be stale. */
@Path("/api/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
@APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
class ProgressResource {
    private final ProgressReads reads;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    ProgressResource(
            ProgressReads reads, Transactions transactions, CurrentUser user, Clock clock) {
        this.reads = reads;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Path("records")
    @Operation(
            summary = "Personal records: shortest times, longest distance, most climbing",
            description = "With what held each before. Types of other groups have none.")
    @APIResponse(responseCode = "200", description = "Records by group of activity types")
    @Parameter(
            name = "group",
            in = ParameterIn.QUERY,
            description =
                    "Only of RUNS, TREADMILL_RUNS, RIDES or INDOOR_RIDES; repeat it for several",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public Uni<Progress.Records> records(@Parameter(hidden = true) @Context UriInfo asked) {
        List<String> groups = ProgressQuestion.groups(asked.getQueryParameters());
        return answer(reads::workouts, progress -> progress.records(groups));
    }

    @GET
    @Path("streak")
    @Operation(
            summary = "Days in a row with a workout: the present streak, and the longest",
            description =
                    "Of the last 400 days, up to the date it is now where your last workout was."
                            + " A streak goes on until a day without a workout has passed that"
                            + " breaks it.")
    @APIResponse(responseCode = "200", description = "Both, null where there is none")
    @Parameter(
            name = "activityTypes",
            in = ParameterIn.QUERY,
            description = "Only these count; repeat it for several",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "minimumDurationMinutes",
            in = ParameterIn.QUERY,
            description = "Only workouts as long as this count, pauses included",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1440"))
    @Parameter(
            name = "restDaysPerWeek",
            in = ParameterIn.QUERY,
            description = "So many missed days in a week, Monday to Sunday, break nothing",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "6"))
    public Uni<Progress.Streak> streak(@Parameter(hidden = true) @Context UriInfo asked) {
        Booster streak = ProgressQuestion.streak(asked.getQueryParameters());
        return answer(reads::workouts, progress -> progress.streak(streak));
    }

    @GET
    @Path("distance")
    @Operation(
            summary = "Lifetime distance by sport, with the last and the next milestone",
            description =
                    "Begins where a Distance Milestones booster of an enabled pipeline begins, if"
                            + " there is one for the sport.")
    @APIResponse(responseCode = "200", description = "Each sport")
    public Uni<Progress.Distance> distance(@Parameter(hidden = true) @Context UriInfo asked) {
        ProgressQuestion.none(asked.getQueryParameters());
        return answer(reads::withPipelines, Progress::distance);
    }

    @GET
    @Path("goals")
    @Operation(summary = "How far each goal of your enabled pipelines is reached at present")
    @APIResponse(responseCode = "200", description = "Each Goals booster, in your order")
    public Uni<Progress.Goals> goals(@Parameter(hidden = true) @Context UriInfo asked) {
        ProgressQuestion.none(asked.getQueryParameters());
        return answer((owner, now) -> reads.withNames(owner, now, "goals"), Progress::goals);
    }

    @GET
    @Path("counters")
    @Operation(summary = "What number comes next in each count of your enabled pipelines")
    @APIResponse(responseCode = "200", description = "Each rule of Auto-Increment boosters")
    public Uni<Progress.Counters> counters(@Parameter(hidden = true) @Context UriInfo asked) {
        ProgressQuestion.none(asked.getQueryParameters());
        return answer(
                (owner, now) -> reads.withNames(owner, now, "auto-increment"), Progress::counters);
    }

    private <T> Uni<T> answer(
            BiFunction<UUID, Instant, Uni<ProgressReads.Kept>> read, Function<Progress, T> view) {
        UUID asking = user.id();
        Instant now = clock.instant();
        return transactions
                .read(() -> read.apply(asking, now))
                // Thousands of workouts would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(kept -> view.apply(kept.at(now)));
    }
}
