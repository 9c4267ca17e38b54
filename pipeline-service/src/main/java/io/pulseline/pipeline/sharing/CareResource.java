package io.pulseline.pipeline.sharing;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who shares with a member of the care team, and what the member hands out for that. */
@Path("/api/care")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CARE_TEAM)
@Tag(name = "care team")
class CareResource {
    private final CareTeam team;
    private final Shares shares;
    private final Transactions transactions;
    private final CurrentUser user;
    private final SecurityIdentity identity;
    private final Clock clock;

    CareResource(
            CareTeam team,
            Shares shares,
            Transactions transactions,
            CurrentUser user,
            SecurityIdentity identity,
            Clock clock) {
        this.team = team;
        this.shares = shares;
        this.transactions = transactions;
        this.user = user;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Somebody who shares.
     *
     * @param label as they want to be seen
     * @param until the last day of it where they are
     */
    record CareUser(UUID userId, String label, LocalDate until, Instant endsAt, Instant sharedAt) {
        static CareUser of(Share share) {
            return new CareUser(
                    share.user(), share.label(), share.until(), share.endsAt(), share.sharedAt());
        }
    }

    @GET
    @Path("code")
    @Operation(summary = "Your code, which users enter to share with you")
    @APIResponse(responseCode = "200", description = "It holds for another day at least.")
    @APIResponse(responseCode = "404", description = "There is none; ask for one with POST.")
    public Uni<CareCode> code() {
        UUID member = user.id();
        return transactions
                .read(() -> team.current(member, clock.instant()))
                .map(found ->
                        found.orElseThrow(
                                () -> new NotFoundException("No code; ask for one with POST.")));
    }

    @POST
    @Path("code")
    @Operation(
            summary = "Have a code; the one that you have, if it holds for another day",
            description = "It holds for three days, for any number of users.")
    public Uni<CareCode> makeCode() {
        CareTeam.Member member = new CareTeam.Member(user.id(), identity.getPrincipal().getName());
        return transactions.write(() -> team.code(member, clock.instant()));
    }

    @GET
    @Path("users")
    @Operation(summary = "Who shares with you, and until when")
    public Uni<List<CareUser>> users() {
        UUID member = user.id();
        return transactions
                .read(() -> shares.ofMember(member, clock.instant()))
                .map(all -> all.stream().map(CareUser::of).toList());
    }
}
