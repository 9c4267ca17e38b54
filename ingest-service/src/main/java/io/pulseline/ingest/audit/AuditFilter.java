package io.pulseline.ingest.audit;

import io.pulseline.access.audit.Acts;
import io.pulseline.ingest.connection.LoggedInUser;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Tells what was done through this service's API. */
class AuditFilter {
    private final AuditLog log;
    private final Acts acts;

    AuditFilter(AuditLog log, Clock clock) {
        this.log = log;
        this.acts = new Acts(Set.of(), LoggedInUser::idOf, clock);
    }

    @ServerResponseFilter
    void answered(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        acts.of(request, response.getStatus(), resource).ifPresent(log::note);
    }
}
