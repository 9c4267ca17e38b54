package io.pulseline.pipeline.dashboard.entry;

import io.pulseline.access.ReturnPath;
import io.pulseline.access.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Logging in and out. The password itself goes to Quarkus' form authentication. */
@Path("/")
class EntryResource {
    private final Sessions sessions;
    private final SecurityIdentity identity;
    private final boolean openId;

    EntryResource(
            Sessions sessions,
            SecurityIdentity identity,
            @ConfigProperty(name = "pulseline.oidc.enabled", defaultValue = "false")
                    boolean openId) {
        this.sessions = sessions;
        this.identity = identity;
        this.openId = openId;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance login(
                String next, String check, boolean wrong, boolean openId);
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance login(
            @QueryParam("next") @Nullable String next, @QueryParam("wrong") boolean wrong) {
        ReturnPath then = ReturnPath.of(next);
        return Templates.login(then.path(), then.check(), wrong, openId);
    }

    /** Where the form leads whose password was right. */
    @GET
    @Path("login/done")
    @Operation(hidden = true)
    public Response done(@QueryParam("next") @Nullable String next) {
        return Response.seeOther(URI.create(ReturnPath.of(next).path())).build();
    }

    @POST
    @Path("logout")
    @Operation(hidden = true)
    public Uni<Response> logout(@Context RoutingContext context) {
        return sessions.end(context, identity).map(next -> Response.seeOther(next).build());
    }
}
