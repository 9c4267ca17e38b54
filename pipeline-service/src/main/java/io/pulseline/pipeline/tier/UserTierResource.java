package io.pulseline.pipeline.tier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Tier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any user's tier, for operators. */
@Path("/api/users/{userId}/tier")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "tiers")
@APIResponse(responseCode = "200", description = "As it stands now.")
@APIResponse(responseCode = "403", description = "For operators only.")
class UserTierResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TIERS = Arrays.stream(Tier.values()).map(Tier::name).toList();

    private final Tiers tiers;
    private final Transactions transactions;
    private final Clock clock;

    UserTierResource(Tiers tiers, Transactions transactions, Clock clock) {
        this.tiers = tiers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What {@link #give} takes. */
    record GivenTier(Tier tier) {}

    @GET
    @Operation(
            summary = "The tier of a user, and what it has counted (operators)",
            description = "A user nobody has heard of has the tier that everybody begins with.")
    public Uni<TierView> one(@PathParam("userId") UUID userId) {
        return transactions.read(() -> tiers.view(userId, clock.instant()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = GivenTier.class)))
    @Operation(
            summary = "Give a user a tier (operators)",
            description =
                    "Counts from the next run on, also for a user who has not been here yet. Runs"
                            + " that were blocked stay so until their user runs them again.")
    @APIResponse(responseCode = "400", description = "A field of the body cannot be taken.")
    public Uni<TierView> give(@PathParam("userId") UUID userId, byte[] body)
            throws JsonProcessingException {
        Tier given = read(body);
        Instant now = clock.instant();
        return transactions.write(
                () -> tiers.give(userId, given, now).chain(() -> tiers.view(userId, now)));
    }

    private static Tier read(byte[] body) throws JsonProcessingException {
        try {
            Form form = Form.of(JSON.readTree(body)).knowsOnly("tier");
            Tier tier = Tier.valueOf(form.choice("tier", TIERS));
            form.refuseIfWrong();
            return tier;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
