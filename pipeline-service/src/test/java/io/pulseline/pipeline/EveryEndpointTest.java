package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.access.Roles;
import io.pulseline.testing.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Who may come in, at every endpoint that there is: one that is written later is met here too. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class EveryEndpointTest {
    /** Nobody has anything under it. */
    private static final String NOTHING = new UUID(0, 0).toString();

    /** Whoever adds one to these says why there is no login. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /login",
                    "POST /logout",
                    // State and cookie tell whose consent it is.
                    "GET /targets/strava/callback");

    /** All below these addresses are for operators. */
    private static final List<String> OF_OPERATORS =
            List.of("/api/users/", "/api/operator", "/operator");

    private final List<Endpoint> endpoints = endpoints();

    @Test
    void withoutALoginThereIsNothing() {
        SoftAssertions found = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            int status = send(given(), endpoint);
            found.assertThat(status == 401)
                    .as("%s without a login: %s", endpoint, status)
                    .isEqualTo(!OPEN.contains(endpoint.toString()));
        }
        found.assertAll();
    }

    @Test
    void whoLoadsAPageIsSentToTheLoginPage() {
        SoftAssertions found = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.method().equals("GET") && !OPEN.contains(endpoint.toString())) {
                found.assertThat(send(given().accept("text/html"), endpoint))
                        .as("%s in a browser without a login", endpoint)
                        .isEqualTo(302);
            }
        }
        found.assertAll();
    }

    @Test
    void aRoleThatOneLacksIsMissed() {
        SoftAssertions found = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.roles().isEmpty() && !endpoint.roles().contains(Roles.USER)) {
                found.assertThat(send(given().auth().preemptive().basic("anna", "run"), endpoint))
                        .as("%s for a user", endpoint)
                        .isEqualTo(403);
            }
        }
        found.assertAll();
    }

    @Test
    void whatIsForOperatorsSaysSo() {
        assertThat(endpoints)
                .filteredOn(e -> OF_OPERATORS.stream().anyMatch(e.template()::startsWith))
                .isNotEmpty()
                .allMatch(endpoint -> endpoint.roles().equals(Set.of(Roles.OPERATOR)));
    }

    @Test
    void noExceptionIsLeftOver() {
        assertThat(endpoints.stream().map(Endpoint::toString).collect(Collectors.toSet()))
                .containsAll(OPEN)
                .hasSizeGreaterThan(30);
    }

    private static int send(RequestSpecification login, Endpoint endpoint) {
        RequestSpecification request = login.redirects().follow(false);
        if (!endpoint.method().equals("GET")) {
            request = request.contentType(endpoint.mediaType());
        }
        return request.request(endpoint.method(), endpoint.path(NOTHING)).statusCode();
    }

    private static List<Endpoint> endpoints() {
        return Endpoint.of(
                CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .<Class<?>>map(Bean::getBeanClass)
                        .filter(type -> type.getName().startsWith("io.pulseline."))
                        .filter(type -> type.isAnnotationPresent(Path.class)));
    }
}
