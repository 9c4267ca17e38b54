package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.audit.AuditQuestion;
import io.pulseline.pipeline.dashboard.operator.OperatorReads.AuditView;
import io.pulseline.pipeline.dashboard.operator.OperatorReads.LettersView;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.operator.DeadLetterDesk;
import io.pulseline.pipeline.operator.DeadLetterQuestion;
import io.pulseline.pipeline.operator.Overviews;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Pages for operators; everybody else is told that they are not for them. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
class OperatorPagesResource {
    private final OperatorReads reads;
    private final Overviews overviews;
    private final DeadLetterDesk desk;
    private final Transactions transactions;

    OperatorPagesResource(
            OperatorReads reads,
            Overviews overviews,
            DeadLetterDesk desk,
            Transactions transactions) {
        this.reads = reads;
        this.overviews = overviews;
        this.desk = desk;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance operator(OperatorView view);

        static native TemplateInstance deadletters(LettersView view);

        static native TemplateInstance audit(AuditView view);

        static native TemplateInstance forbidden();
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> overview() {
        return transactions
                .read(reads::view)
                .chain(view -> overviews.withKafka(view.overview()).map(view::with))
                .map(Templates::operator);
    }

    @GET
    @Path("dead-letters/{topic}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> deadLetters(
            @PathParam("topic") String topic, @Context UriInfo asked) {
        DeadLetterQuestion question = DeadLetterQuestion.read(topic, asked.getQueryParameters());
        return desk.page(question)
                .chain(page -> transactions.read(() -> reads.letters(page)))
                .map(Templates::deadletters);
    }

    @GET
    @Path("audit")
    @Operation(hidden = true)
    public Uni<TemplateInstance> audit(@Context UriInfo asked) {
        AuditQuestion question = AuditQuestion.read(asked.getQueryParameters());
        return transactions.read(() -> reads.audit(question)).map(Templates::audit);
    }

    /** A page, where the API would tell a problem. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.forbidden().render())
                .build();
    }
}
