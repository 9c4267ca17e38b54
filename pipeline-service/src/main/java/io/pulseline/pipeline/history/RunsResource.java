package io.pulseline.pipeline.history;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.RunReads;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The user's Activity History. */
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs")
class RunsResource {
    private static final int MOST = 200;

    private final RunReads runs;
    private final DeliveryLedger ledger;
    private final Transactions transactions;
    private final CurrentUser user;

    RunsResource(
            RunReads runs, DeliveryLedger ledger, Transactions transactions, CurrentUser user) {
        this.runs = runs;
        this.ledger = ledger;
        this.transactions = transactions;
        this.user = user;
    }

    /**
     * A page of runs, latest first.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    record RunPage(List<RunView> runs, @Nullable String next) {}

    @GET
    @Operation(summary = "Runs with their steps, latest first")
    public Uni<RunPage> page(
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        UUID asking = user.id();
        if (limit < 1 || limit > MOST) {
            throw new InvalidFormException(
                    List.of(new FieldError("limit", "must be 1 to " + MOST)));
        }
        Optional<RunReads.Before> before = Optional.ofNullable(after).map(PageMark::read);
        // One more than asked tells whether there is a next page.
        return transactions.read(() ->
                runs.page(asking, before, limit + 1)
                        .chain(found -> {
                            List<Run> shown = found.subList(0, Math.min(limit, found.size()));
                            String next =
                                    found.size() > limit ? PageMark.after(shown.getLast()) : null;
                            return views(shown).map(views -> new RunPage(views, next));
                        }));
    }

    @GET
    @Path("{runId}")
    @Operation(summary = "One run with its steps")
    public Uni<RunView> one(@PathParam("runId") UUID runId) {
        UUID asking = user.id();
        return transactions.read(() ->
                runs.one(asking, runId)
                        .chain(found -> {
                            Run run =
                                    found.orElseThrow(
                                            () -> new NotFoundException("no run " + runId));
                            return views(List.of(run)).map(List::getFirst);
                        }));
    }

    private Uni<List<RunView>> views(List<Run> shown) {
        return ledger.ofRuns(shown.stream().map(Run::id).toList())
                .map(deliveries -> shown.stream().map(run -> RunView.of(run, deliveries)).toList());
    }
}
