package io.pulseline.ingest.backfill;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.backfill.BackfillRequests.Answer;
import io.pulseline.ingest.backfill.BackfillRequests.Wanted;
import io.pulseline.ingest.connection.BackfillState;
import io.pulseline.ingest.connection.BackfillStates;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.LoggedInUser;
import io.pulseline.ingest.connection.SentJson;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The history of the user's own connections; another user's does not exist. */
@Path("/api/connections/{id}/backfill")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "Your consents at providers, and what is read by them.")
@APIResponse(responseCode = "401", description = "Log in first.")
class BackfillResource {
    private static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("first", "last", "kinds", "stop"));

    /** As it is sent; for the description of the API. */
    @Schema(name = "BackfillRequest", description = "What to read; may be left out, and each part.")
    record BackfillWish(
            @Schema(description = "First local date; null: as far as the provider goes back.")
                    @Nullable LocalDate first,
            @Schema(description = "Last local date; null: until where live data begin.")
                    @Nullable LocalDate last,
            @Schema(description = "Kinds of data; none: all.") List<String> kinds,
            @Schema(description = "Read no further; the rest says nothing then.") boolean stop) {}

    private final ConnectionStore connections;
    private final BackfillRequests requests;
    private final BackfillStates states;
    private final LoggedInUser user;

    BackfillResource(
            ConnectionStore connections,
            BackfillRequests requests,
            BackfillStates states,
            LoggedInUser user) {
        this.connections = connections;
        this.requests = requests;
        this.states = states;
        this.user = user;
    }

    @GET
    @Operation(summary = "How far history is read")
    @APIResponse(responseCode = "200", description = "The newest backfill.")
    @APIResponse(responseCode = "404", description = "No such connection, or no backfill.")
    public BackfillState progress(@PathParam("id") UUID id) {
        return state(own(id));
    }

    @POST
    @Operation(
            summary = "Read history, or stop reading it",
            description =
                    "{\"first\": \"2026-01-01\", \"last\": \"2026-03-31\", \"kinds\": [\"sleep\"]},"
                            + " all of it optional: without first as far as the provider goes back,"
                            + " without last until where live data begin, without kinds all. The same"
                            + " again, or an empty body, goes on where it stopped; another range"
                            + " replaces the one before. {\"stop\": true} stops.")
    @APIResponse(
            responseCode = "202",
            description = "How far it is.",
            content = @Content(schema = @Schema(implementation = BackfillState.class)))
    @APIResponse(responseCode = "400", description = "A field of the body cannot be taken.")
    @APIResponse(responseCode = "404", description = "No such connection, or another user's.")
    @APIResponse(responseCode = "409", description = "Not connected: nothing can be read.")
    public Response ask(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = BackfillWish.class)))
                    byte @Nullable [] body) {
        Connection connection = own(id);
        SentJson request = SentJson.read(body, FIELDS);
        @Nullable LocalDate first = request.date("first");
        @Nullable LocalDate last = request.date("last");
        Wanted wanted = new Wanted(first, last, request.words("kinds", PayloadKind.all()));
        boolean stop = request.flag("stop");
        if (first != null && last != null && last.isBefore(first)) {
            request.wrong("last", "must not lie before first");
        }
        request.check();
        if (stop) {
            requests.stop(connection);
        } else {
            begin(connection, wanted, request);
        }
        return Response.accepted(state(connection)).build();
    }

    private void begin(Connection connection, Wanted wanted, SentJson request) {
        if (!connection.isConnected()) {
            throw new ClientErrorException(
                    "The connection is " + connection.state() + "; connect again first.",
                    Response.Status.CONFLICT);
        }
        if (requests.begin(connection, wanted) == Answer.NOTHING_OLDER) {
            request.wrong("first", "must lie before live data begin");
            request.check();
        }
    }

    private BackfillState state(Connection connection) {
        return states.backfill(connection)
                .orElseThrow(() -> new NotFoundException("no history was asked for"));
    }

    private Connection own(UUID id) {
        UUID asking = user.id();
        return connections
                .find(id)
                .filter(connection -> connection.user().equals(asking))
                .orElseThrow(() -> new NotFoundException("no such connection"));
    }
}
