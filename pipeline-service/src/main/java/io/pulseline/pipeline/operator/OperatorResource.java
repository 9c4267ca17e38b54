package io.pulseline.pipeline.operator;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the street stands, for operators. */
@Path("/api/operator")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@APIResponse(responseCode = "200", description = "As it stands now")
@APIResponse(responseCode = "403", description = "For operators only")
class OperatorResource {
    private static final int MOST_EXHAUSTED = 50;

    private final Overviews overviews;
    private final WorkReads work;
    private final Transactions transactions;

    OperatorResource(Overviews overviews, WorkReads work, Transactions transactions) {
        this.overviews = overviews;
        this.work = work;
        this.transactions = transactions;
    }

    @GET
    @Path("overview")
    @Operation(
            summary = "Connections, due work, tiers, lag and dead letters of all users (operators)",
            description =
                    "Lag and dead letters are null where Kafka did not answer within 2 s. A topic"
                            + " that is not there has null dead letters.")
    public Uni<Overview> overview() {
        return transactions.read(overviews::now).chain(overviews::withKafka);
    }

    @GET
    @Path("exhausted-deliveries")
    @Operation(summary = "The latest 50 deliveries that were given up, of all users (operators)")
    public Uni<List<ExhaustedDelivery>> exhausted() {
        return transactions.read(() -> work.exhausted(MOST_EXHAUSTED));
    }
}
