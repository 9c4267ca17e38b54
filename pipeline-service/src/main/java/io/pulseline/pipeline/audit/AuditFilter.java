package io.pulseline.pipeline.audit;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.login.CurrentUser;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Notes every change that the API took, and every one that a login was not allowed. What was
 * refused before the login was known (another site's script, no login at all) is nobody's act and
 * is counted elsewhere.
 */
class AuditFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ROLES = List.of(Roles.OPERATOR, Roles.CARE_TEAM, Roles.USER);

    /** Sent by POST because of what it takes; it changes nothing. */
    private static final Set<String> ASKING = Set.of("/api/pipelines/preview");

    private static final int FORBIDDEN = 403;
    private static final int FIRST_FAILURE = 400;

    private final AuditLog log;
    private final CurrentUser user;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Map<Called, String> templates = new ConcurrentHashMap<>();

    AuditFilter(AuditLog log, CurrentUser user, SecurityIdentity identity, Clock clock) {
        this.log = log;
        this.user = user;
        this.identity = identity;
        this.clock = clock;
    }

    @ServerResponseFilter
    void answered(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        int status = response.getStatus();
        boolean counts = status < FIRST_FAILURE || status == FORBIDDEN;
        if (!counts || !CHANGING.contains(request.getMethod()) || identity.isAnonymous()) {
            return;
        }
        @Nullable Class<?> type = resource.getResourceClass();
        if (type == null) {
            // No resource has this path.
            return;
        }
        CalledPath path =
                CalledPath.of(
                        templates.computeIfAbsent(
                                new Called(
                                        type,
                                        resource.getMethodName(),
                                        List.of(resource.parameterTypes())),
                                Called::template),
                        request.getUriInfo().getPathParameters());
        if (path.isOfApi() && !ASKING.contains(path.template())) {
            log.note(act(request, path, status));
        }
    }

    /** A method of a resource; there are some hundred. */
    private record Called(Class<?> type, String method, List<Class<?>> parameters) {
        String template() {
            try {
                return CalledPath.template(
                        type, type.getMethod(method, parameters.toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a method that was called is not there", e);
            }
        }
    }

    private Act act(ContainerRequestContext request, CalledPath path, int status) {
        UUID actor = user.id();
        return new Act(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
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
