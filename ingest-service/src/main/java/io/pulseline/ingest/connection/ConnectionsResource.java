package io.pulseline.ingest.connection;

import io.pulseline.access.Roles;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ShownConnection.ShownWindow;
import io.pulseline.ingest.problem.InvalidRequestException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The user's own connections; another user's does not exist. */
@Path("/api/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "Your consents at providers, and what is read by them.")
@APIResponse(responseCode = "401", description = "Log in first.")
class ConnectionsResource {
    /** What {@link #sync} takes. */
    @Schema(name = "SyncRequest", description = "What to read now; may be left out.")
    record SyncWish(
            @Schema(description = "Kinds of data; none: all.", examples = "[\"sleep\"]")
                    List<String> kinds,
            @Schema(
                            description =
                                    "First local date to read again; null: what is due anyway. Of"
                                            + " heart rate and steps a few dates are read at once and"
                                            + " the rest within the next hours. Dates before the"
                                            + " consent are history, which is read by backfill.",
                            examples = "2026-11-20")
                    @Nullable LocalDate from) {}

    private final ConnectionStore connections;
    private final ConnectionNotes notes;
    private final ConnectionView view;
    private final Disconnecting disconnecting;
    private final KindSchedule schedule;
    private final LoggedInUser user;
    private final Clock clock;

    ConnectionsResource(
            ConnectionStore connections,
            ConnectionNotes notes,
            ConnectionView view,
            Disconnecting disconnecting,
            KindSchedule schedule,
            LoggedInUser user,
            Clock clock) {
        this.connections = connections;
        this.notes = notes;
        this.view = view;
        this.disconnecting = disconnecting;
        this.schedule = schedule;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Your connections, oldest first")
    @APIResponse(responseCode = "200", description = "All of them.")
    public List<ShownConnection> all() {
        return connections.ofUser(user.id()).stream().map(view::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One connection: state, conditions, devices, and how far each kind is read")
    @APIResponse(responseCode = "200", description = "The connection.")
    @APIResponse(responseCode = "404", description = "No such connection, or another user's.")
    public ShownConnection one(@PathParam("id") UUID id) {
        return view.of(own(id));
    }

    @POST
    @Path("/{id}/sync")
    @Operation(
            summary = "Read now",
            description = "Makes kinds due now; what the provider has postponed stays postponed.")
    @APIResponse(responseCode = "202", description = "It is due.")
    @APIResponse(responseCode = "400", description = "A field of the body cannot be taken.")
    @APIResponse(responseCode = "404", description = "No such connection, or another user's.")
    @APIResponse(responseCode = "409", description = "Not connected: nothing can be read.")
    public Response sync(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SyncWish.class)))
                    byte @Nullable [] body) {
        Connection connection = own(id);
        SentJson request = SentJson.read(body, fields("kinds", "from"));
        Set<String> kinds = request.words("kinds", PayloadKind.all());
        @Nullable LocalDate from = request.date("from");
        if (from != null && from.isAfter(connection.today(clock.instant()))) {
            request.wrong("from", "must not lie in the future");
        }
        request.check();
        if (!connection.isConnected()) {
            throw new ClientErrorException(
                    "The connection is " + connection.state() + "; connect again first.",
                    Response.Status.CONFLICT);
        }
        schedule.dueNow(id, kinds, from, clock.instant());
        return Response.accepted().build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Disconnect",
            description =
                    "Ends the notifications, gives the consent back to the provider and deletes the"
                            + " tokens, whether or not the provider answers.")
    @APIResponse(responseCode = "200", description = "The connection as it is now.")
    @APIResponse(responseCode = "400", description = "data is neither keep nor erase.")
    @APIResponse(responseCode = "404", description = "No such connection, or another user's.")
    public ShownConnection disconnect(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "keep: what was read stays known, so that connecting again goes"
                                            + " on where it stopped; erase: all that is kept of it"
                                            + " here is deleted.")
                    @QueryParam("data")
                    @DefaultValue("keep")
                    String data) {
        Connection connection = own(id);
        if (!Set.of("keep", "erase").contains(data)) {
            throw new InvalidRequestException("data", "must be keep or erase");
        }
        disconnecting.disconnect(connection, data.equals("erase"));
        return view.of(own(id));
    }

    @PUT
    @Path("/{id}/study-window")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Set the local dates that may be read (operators, any user's connection)",
            description =
                    "Nothing is asked about a date outside. {\"first\": \"2026-01-01\", \"last\":"
                            + " \"2026-06-30\"}; an end that is null or left out is no limit, and"
                            + " null instead of the object takes both away.")
    @APIResponse(responseCode = "200", description = "The window as it is now.")
    @APIResponse(responseCode = "400", description = "A field of the body cannot be taken.")
    @APIResponse(responseCode = "403", description = "For operators only.")
    @APIResponse(responseCode = "404", description = "No such connection.")
    public ShownWindow studyWindow(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ShownWindow.class)))
                    byte @Nullable [] body) {
        Connection connection = existing(id);
        SentJson request = SentJson.read(body, fields("first", "last"));
        @Nullable LocalDate first = request.date("first");
        @Nullable LocalDate last = request.date("last");
        if (first != null && last != null && last.isBefore(first)) {
            request.wrong("last", "must not lie before first");
        }
        request.check();
        StudyWindow window = new StudyWindow(first, last);
        notes.studyWindow(connection.id(), window);
        // What rested outside the old window may be inside this one.
        schedule.dueNow(connection.id(), Set.of(), null, clock.instant());
        return ShownWindow.of(window);
    }

    private static Set<String> fields(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    private Connection own(UUID id) {
        UUID asking = user.id();
        Connection connection = existing(id);
        if (!connection.user().equals(asking)) {
            throw new NotFoundException("no such connection");
        }
        return connection;
    }

    private Connection existing(UUID id) {
        return connections.find(id).orElseThrow(() -> new NotFoundException("no such connection"));
    }
}
