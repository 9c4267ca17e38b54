package io.pulseline.ingest.audit;

import io.pulseline.access.audit.Acts;
import io.pulseline.ingest.connection.LoggedInUser;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Tells what was done through this service's API. */
class AuditFilter {
    private final AuditLog log;
    private final LoggedInUser user;
    private final SecurityIdentity identity;
    private final Acts acts;

    AuditFilter(AuditLog log, LoggedInUser user, SecurityIdentity identity, Clock clock) {
        this.log = log;
        this.user = user;
        this.identity = identity;
        this.acts = new Acts(Set.of(), clock);
    }

    @ServerResponseFilter
    void answered(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        acts.of(request, response.getStatus(), resource, identity, user::id).ifPresent(log::note);
    }
}
