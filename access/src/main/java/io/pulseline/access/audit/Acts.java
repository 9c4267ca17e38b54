package io.pulseline.access.audit;

import io.pulseline.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds among answered requests those that are noted: every change that an API took, and every one
 * that a login was not allowed. What was refused before the login was known (another site's script,
 * no login at all) is nobody's act and is counted elsewhere.
 */
public final class Acts {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ROLES = List.of(Roles.OPERATOR, Roles.CARE_TEAM, Roles.USER);
    private static final int FORBIDDEN = 403;
    private static final int FIRST_FAILURE = 400;

    private final Set<String> asking;
    private final Function<SecurityIdentity, UUID> userOf;
    private final Clock clock;
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    /**
     * For one service.
     *
     * @param asking addresses, as the API describes them, that are sent by POST because of what
     *     they take, and change nothing
     * @param userOf our id of who is logged in
     */
    public Acts(Set<String> asking, Function<SecurityIdentity, UUID> userOf, Clock clock) {
        this.asking = Set.copyOf(asking);
        this.userOf = userOf;
        this.clock = clock;
    }

    /**
     * The act behind an answer; empty where it was none.
     *
     * @param request as a {@link ContainerResponseFilter} gets it
     * @param status of the answer
     */
    public Optional<Act> of(ContainerRequestContext request, int status) {
        ServerRequestContext context =
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        @Nullable ResourceInfo resource = context.getResteasyReactiveResourceInfo();
        boolean counts = status < FIRST_FAILURE || status == FORBIDDEN;
        // Without a resource nothing has this address.
        if (!counts || resource == null || !CHANGING.contains(request.getMethod())) {
            return Optional.empty();
        }
        CalledPath path =
                CalledPath.of(
                        templates.computeIfAbsent(
                                resource.getResourceMethod(),
                                method -> CalledPath.template(resource.getResourceClass(), method)),
                        request.getUriInfo().getPathParameters());
        return path.isOfApi() && !asking.contains(path.template())
                ? login(context).map(identity -> act(request, path, status, identity))
                : Optional.empty();
    }

    /**
     * Who is logged in; empty if nobody is. Not by injection: where a request has waited for other
     * threads, its scope may be over for this one when its answer is there.
     */
    private static Optional<SecurityIdentity> login(ServerRequestContext context) {
        RoutingContext routing =
                ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class);
        return routing.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity())
                        .filter(identity -> !identity.isAnonymous())
                : Optional.empty();
    }

    private Act act(
            ContainerRequestContext request,
            CalledPath path,
            int status,
            SecurityIdentity identity) {
        return new Act(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                userOf.apply(identity),
                identity.getPrincipal().getName(),
                ROLES.stream().filter(identity::hasRole).toList(),
                request.getMethod(),
                path.template(),
                path.objectIds(),
                path.aboutUser(),
                status,
                client(request.getHeaderString("Authorization")));
    }

    /** Only the word before the credentials is looked at. */
    private static String client(@Nullable String authorization) {
        if (authorization == null) {
            return "session";
        }
        String scheme = authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return Stream.of("basic", "bearer").filter(scheme::equals).findFirst().orElse("session");
    }
}
