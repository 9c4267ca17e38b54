package io.pulseline.ingest.connection;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets a request with an invite through without a login; {@link ConnectResource} says whether the
 * invite is good. Every other request needs a login.
 */
@ApplicationScoped
class LoginOrInvite implements HttpSecurityPolicy {
    @Override
    public String name() {
        return "login-or-invite";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request,
            Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        if (request.queryParams().contains(ConnectResource.INVITE)) {
            return Uni.createFrom().item(CheckResult.PERMIT);
        }
        return identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
