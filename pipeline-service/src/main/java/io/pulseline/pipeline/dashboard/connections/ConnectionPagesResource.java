package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Connections as people see them; another user's is not there. */
@Path("/connections")
@Produces(MediaType.TEXT_HTML)
class ConnectionPagesResource {
    private final Connections connections;
    private final Shells shells;
    private final Transactions transactions;

    ConnectionPagesResource(Connections connections, Shells shells, Transactions transactions) {
        this.connections = connections;
        this.shells = shells;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance connections(Shell shell, List<ShownConnection> all);

        static native TemplateInstance connection(Shell shell, ShownConnection one);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> all() {
        UUID user = shells.user();
        return transactions.read(() ->
                shells.of(Section.CONNECTIONS)
                        .chain(shell ->
                                connections
                                        .ofUser(user)
                                        .map(found ->
                                                found.stream()
                                                        .map(one ->
                                                                ShownConnection.of(
                                                                        one, shell.reader()))
                                                        .toList())
                                        .map(shown -> Templates.connections(shell, shown))));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@PathParam("id") UUID id) {
        UUID user = shells.user();
        return transactions.read(() ->
                shells.of(Section.CONNECTIONS)
                        .chain(shell ->
                                connections
                                        .one(user, id)
                                        .map(found ->
                                                found.orElseThrow(() ->
                                                        new NotFoundException(
                                                                "no such connection")))
                                        .map(one ->
                                                Templates.connection(
                                                        shell,
                                                        ShownConnection.of(one, shell.reader())))));
    }
}
