package io.pulseline.pipeline.audit;

import io.pulseline.access.audit.Acts;
import io.pulseline.pipeline.login.CurrentUser;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Notes what was done through this service's API. */
class AuditFilter {
    private final AuditLog log;
    private final Acts acts;

    AuditFilter(AuditLog log, Clock clock) {
        this.log = log;
        this.acts = new Acts(Set.of("/api/pipelines/preview"), CurrentUser::idOf, clock);
    }

    @ServerResponseFilter
    void answered(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        acts.of(request, response.getStatus(), resource).ifPresent(log::note);
    }
}
