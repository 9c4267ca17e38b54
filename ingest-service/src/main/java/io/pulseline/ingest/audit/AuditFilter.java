package io.pulseline.ingest.audit;

import io.pulseline.access.audit.Acts;
import io.pulseline.ingest.connection.LoggedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Set;

/**
 * Tells what was done through this service's API. Filters are made before the service is
 * configured, the clock after that: hence a scope.
 */
@Provider
@ApplicationScoped
class AuditFilter implements ContainerResponseFilter {
    private final AuditLog log;
    private final Acts acts;

    AuditFilter(AuditLog log, Clock clock) {
        this.log = log;
        this.acts = new Acts(Set.of(), LoggedInUser::idOf, clock);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        acts.of(request, response.getStatus()).ifPresent(log::note);
    }
}
