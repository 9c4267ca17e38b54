package io.pulseline.pipeline.audit;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
@APIResponse(responseCode = "200", description = "A page")
@APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
class AuditResource {
    private final AuditEntries entries;
    private final Transactions transactions;
    private final CurrentUser user;

    AuditResource(AuditEntries entries, Transactions transactions, CurrentUser user) {
        this.entries = entries;
        this.transactions = transactions;
        this.user = user;
    }

    /**
     * A page of changes, latest first.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    record AuditPage(List<AuditEntry> entries, @Nullable String next) {
        static AuditPage of(List<AuditEntry> found, int limit) {
            List<AuditEntry> shown = found.subList(0, Math.min(limit, found.size()));
            return new AuditPage(
                    List.copyOf(shown),
                    found.size() > limit ? AuditQuestion.mark(shown.getLast()) : null);
        }
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "What everybody changed, latest first (operators)",
            description =
                    "Every changing request that was taken, and every one that a role was missing"
                            + " for. No bodies, no queries, no health values.")
    @APIResponse(responseCode = "403", description = "For operators only")
    @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "limit")
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    public Uni<AuditPage> all(@Parameter(hidden = true) @Context UriInfo asked) {
        AuditQuestion question = AuditQuestion.read(asked.getQueryParameters());
        // One more than asked tells whether there is a next page.
        return transactions.read(() ->
                entries.latest(question.before(), question.limit() + 1)
                        .map(found -> AuditPage.of(found, question.limit())));
    }

    @GET
    @Path("mine")
    @Operation(summary = "What the one who asks changed, latest first")
    @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "limit")
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    public Uni<AuditPage> mine(@Parameter(hidden = true) @Context UriInfo asked) {
        UUID asking = user.id();
        AuditQuestion question = AuditQuestion.read(asked.getQueryParameters());
        return transactions.read(() ->
                entries.latestOf(asking, question.before(), question.limit() + 1)
                        .map(found -> AuditPage.of(found, question.limit())));
    }
}
