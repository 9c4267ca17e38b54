package io.pulseline.ingest.migration;

import io.pulseline.access.Roles;
import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.connection.ConnectInvites;
import io.pulseline.ingest.connection.ConnectInvites.Invite;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.migration.ShownMigration.Page;
import io.pulseline.ingest.migration.ShownMigration.Reminder;
import io.pulseline.ingest.problem.FieldError;
import io.pulseline.ingest.problem.InvalidRequestException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is still on Fitbit, who has moved, who was reminded: for operators. */
@Path("/api/migration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Migration", description = "Moving people from Fitbit to Google Health (operators).")
@APIResponse(responseCode = "401", description = "Log in first.")
@APIResponse(responseCode = "403", description = "For operators only.")
class MigrationResource {
    private static final Logger LOG = Logger.getLogger(MigrationResource.class);

    private static final int LONGEST_PAGE = 200;

    private final Migrations migrations;
    private final ConnectionStore connections;
    private final ConnectInvites invites;
    private final Clock clock;

    MigrationResource(
            Migrations migrations,
            ConnectionStore connections,
            ConnectInvites invites,
            Clock clock) {
        this.migrations = migrations;
        this.connections = connections;
        this.invites = invites;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Where people stand, by user id",
            description = "The counts are of all users, whatever the filter.")
    @APIResponse(responseCode = "200", description = "Some users.")
    @APIResponse(responseCode = "400", description = "A parameter cannot be taken.")
    public Page page(
            @Parameter(description = "FITBIT_ONLY, MOVED or GOOGLE_ONLY; left out: all.")
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "limit")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after") @QueryParam("after")
                    @Nullable String after) {
        List<FieldError> errors = new ArrayList<>();
        @Nullable MoveStatus wanted = status(status, errors);
        int most = limit(limit, errors);
        @Nullable UUID last = last(after, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        // One more than asked tells whether there is a next page.
        return Page.of(
                migrations.counts(),
                migrations.page(wanted, last, most + 1, clock.instant()),
                most);
    }

    private static @Nullable MoveStatus status(@Nullable String status, List<FieldError> errors) {
        for (MoveStatus known : MoveStatus.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        if (status != null) {
            errors.add(new FieldError("status", "must be FITBIT_ONLY, MOVED or GOOGLE_ONLY"));
        }
        return null;
    }

    private static int limit(String text, List<FieldError> errors) {
        // Nine digits are no more than an int holds.
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < 1 || value > LONGEST_PAGE) {
            errors.add(new FieldError("limit", "must be a number from 1 to " + LONGEST_PAGE));
        }
        return value;
    }

    private static @Nullable UUID last(@Nullable String after, List<FieldError> errors) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            errors.add(new FieldError("after", "must be 'next' of the page before"));
            return null;
        }
    }

    @POST
    @Path("/{userId}/reminders")
    @Operation(
            summary = "Make a link by which the user connects Google Health without a login",
            description =
                    "The link can be used once, until it expires. The Fitbit connection gets the"
                            + " condition MOVE_TO_GOOGLE_HEALTH, which everybody who reads"
                            + " source.connections.v1 hears of; it tells until when, never the link."
                            + " Send the link to the user, and to nobody else.")
    @APIResponse(
            responseCode = "201",
            description = "The link.",
            content = @Content(schema = @Schema(implementation = Reminder.class)))
    @APIResponse(responseCode = "404", description = "No such user, or never connected to Fitbit.")
    @APIResponse(responseCode = "409", description = "The user has moved already.")
    public Response remind(@PathParam("userId") UUID userId) {
        List<Connection> held = connections.ofUser(userId);
        Connection former =
                at(OpenSets.Provider.FITBIT, held)
                        .max(
                                Comparator.comparing(Connection::isConnected)
                                        .thenComparing(Connection::connectedAt))
                        .orElseThrow(() ->
                                new NotFoundException("no user of this id has connected Fitbit"));
        if (at(OpenSets.Provider.GOOGLE_HEALTH, held).anyMatch(Connection::isConnected)) {
            throw new ClientErrorException(
                    "The user has connected Google Health already; there is nothing to remind of.",
                    Response.Status.CONFLICT);
        }
        Invite invite = invites.make(former);
        LOG.infof("reminded: user=%s until=%s", userId, invite.expiresAt());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(
                        new Reminder(
                                userId,
                                invite.link().toString(),
                                invite.expiresAt(),
                                invite.madeAt()))
                .build();
    }

    private static Stream<Connection> at(String provider, List<Connection> held) {
        return held.stream().filter(connection -> connection.provider().equals(provider));
    }
}
