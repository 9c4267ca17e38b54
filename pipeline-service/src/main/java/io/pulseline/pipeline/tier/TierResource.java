package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user's own tier. */
@Path("/api/tier")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tiers")
class TierResource {
    private final Tiers tiers;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    TierResource(Tiers tiers, Transactions transactions, CurrentUser user, Clock clock) {
        this.tiers = tiers;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Your tier, and how many activities of this month it has counted",
            description =
                    "'enabled' is false while the operator has tiers turned off: then everything is"
                            + " allowed and nothing is counted. A null 'monthlyLimit' is none.")
    @APIResponse(responseCode = "200", description = "As it stands now.")
    public Uni<TierView> mine() {
        UUID asking = user.id();
        return transactions.read(() -> tiers.view(asking, clock.instant()));
    }
}
