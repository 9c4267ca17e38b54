package io.pulseline.pipeline.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.zone.UserZones;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** With whom of the care team the user shares. */
@Path("/api/me/shares")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
class SharesResource {
    private final Shares shares;
    private final CareTeam team;
    private final UserZones zones;
    private final Transactions transactions;
    private final CurrentUser user;
    private final SecurityIdentity identity;
    private final Clock clock;

    SharesResource(
            Shares shares,
            CareTeam team,
            UserZones zones,
            Transactions transactions,
            CurrentUser user,
            SecurityIdentity identity,
            Clock clock) {
        this.shares = shares;
        this.team = team;
        this.zones = zones;
        this.transactions = transactions;
        this.user = user;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = ShareWish.Sent.class)))
    @Operation(
            summary = "Let a member of the care team read what is kept of you",
            description =
                    "To the end of that day, where you are now. There is one share for each member:"
                            + " sharing again takes its place.")
    @APIResponse(
            responseCode = "201",
            description = "It is shared.",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name.")
    public Uni<RestResponse<ShareView>> share(byte[] body) throws JsonProcessingException {
        UUID asking = user.id();
        String name = identity.getPrincipal().getName();
        ShareWish wish = ShareWish.read(body);
        // What is kept and what is answered is the same to the microsecond.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .write(() ->
                        zones.of(asking)
                                .invoke(zone ->
                                        wish.refuseUnlessAhead(LocalDate.ofInstant(now, zone)))
                                .chain(zone ->
                                        named(asking, wish, now)
                                                .map(member ->
                                                        share(
                                                                asking, name, member, wish, zone,
                                                                now)))
                                .chain(share -> shares.put(share, now)))
                .map(share ->
                        RestResponse.ResponseBuilder.<ShareView>created(
                                        URI.create("/api/me/shares/" + share.id()))
                                .entity(ShareView.of(share, List.of(), now))
                                .build());
    }

    private Uni<CareTeam.Member> named(UUID asking, ShareWish wish, Instant now) {
        return team.named(wish.with(), now)
                .map(found -> {
                    CareTeam.Member member =
                            found.orElseThrow(() ->
                                    ShareWish.refused(
                                            "with",
                                            "names nobody of the care team; codes expire, ask for"
                                                    + " another one"));
                    if (member.id().equals(asking)) {
                        throw ShareWish.refused("with", "must not be you");
                    }
                    return member;
                });
    }

    private static Share share(
            UUID user,
            String name,
            CareTeam.Member member,
            ShareWish wish,
            ZoneId zone,
            Instant now) {
        return new Share(
                UUID.randomUUID(),
                user,
                member.id(),
                member.name(),
                wish.label().orElse(name),
                wish.until(),
                zone,
                Share.endOf(wish.until(), zone),
                now);
    }

    @GET
    @Operation(
            summary = "With whom you share, until when, and on which days they looked",
            description = "Those that ended stay for a year.")
    public Uni<List<ShareView>> all() {
        UUID asking = user.id();
        Instant now = clock.instant();
        return transactions.read(() ->
                shares.ofUser(asking)
                        .chain(all ->
                                shares.looksOfUser(asking)
                                        .map(looks ->
                                                all.stream()
                                                        .map(share ->
                                                                ShareView.of(
                                                                        share,
                                                                        looks.getOrDefault(
                                                                                share.id(),
                                                                                List.of()),
                                                                        now))
                                                        .toList())));
    }

    @DELETE
    @Path("{shareId}")
    @Operation(summary = "End a share at once; does nothing to one that has ended")
    @APIResponse(responseCode = "204", description = "It has ended.")
    @APIResponse(responseCode = "404", description = "You have no such share.")
    public Uni<Void> end(@PathParam("shareId") UUID shareId) {
        UUID asking = user.id();
        return transactions
                .write(() -> shares.end(asking, shareId, clock.instant()))
                .invoke(ended -> {
                    if (!ended) {
                        throw new NotFoundException("no share " + shareId);
                    }
                })
                .replaceWithVoid();
    }
}
