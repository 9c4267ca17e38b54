package io.pulseline.ingest.connection;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user's own connections. */
@Path("/api/connections")
@Produces(MediaType.APPLICATION_JSON)
class ConnectionsResource {
    private final ConnectionStore connections;
    private final LoggedInUser user;

    ConnectionsResource(ConnectionStore connections, LoggedInUser user) {
        this.connections = connections;
        this.user = user;
    }

    /**
     * A connection as the API shows it.
     *
     * @param state open set: CONNECTED, NEEDS_REAUTHORIZATION, REVOKED, DISCONNECTED
     * @param reason why, for people; null when all is well
     * @param changedAt when state, reason, scopes or conditions last changed
     */
    record ShownConnection(
            UUID connectionId,
            String provider,
            String providerUserId,
            String state,
            @Nullable String reason,
            List<String> grantedScopes,
            List<Condition> conditions,
            Instant changedAt) {
        static ShownConnection of(Connection connection) {
            return new ShownConnection(
                    connection.id(),
                    connection.provider(),
                    connection.providerUserId(),
                    connection.state(),
                    connection.reason(),
                    List.copyOf(new TreeSet<>(connection.grantedScopes())),
                    connection.conditions(),
                    connection.changedAt());
        }
    }

    /** Oldest first. */
    @GET
    public List<ShownConnection> all() {
        return connections.ofUser(user.id()).stream().map(ShownConnection::of).toList();
    }

    /** 404 also for another user's. */
    @GET
    @Path("/{id}")
    public ShownConnection one(@PathParam("id") UUID id) {
        return connections
                .find(id)
                .filter(connection -> connection.user().equals(user.id()))
                .map(ShownConnection::of)
                .orElseThrow(() -> new NotFoundException("no such connection"));
    }
}
