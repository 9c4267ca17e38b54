package io.pulseline.pipeline.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.testing.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What tokens may do, at every endpoint that there is: one that is written later is met here too.
 */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class TokenScopesTest {
    private static final String NOTHING = new UUID(0, 0).toString();

    /**
     * Of the API, where no token works, with all below them. Whoever adds an endpoint gives it a
     * scope in {@code ScopeRules}, or names it here.
     */
    private static final List<String> REFUSED =
            List.of(
                    // Tokens, exports, erasure, shares, audit: of the person alone.
                    "/api/me",
                    "/api/care",
                    "/api/operator",
                    "/api/audit",
                    "/api/users",
                    "/api/preferences",
                    "/api/tier",
                    // Consents at other places.
                    "/api/target-grants");

    private final List<Endpoint> endpoints = endpoints();
    private final OwnTokens tokens = new OwnTokens(Street.reader("gwen"));

    @AfterEach
    void removeTokens() {
        tokens.close();
    }

    private static boolean isRefused(Endpoint endpoint) {
        return REFUSED.stream()
                .anyMatch(path ->
                        endpoint.template().equals(path)
                                || endpoint.template().startsWith(path + "/"));
    }

    private static Optional<Scope> needed(Endpoint endpoint) {
        return ScopeRules.of(endpoint.method(), endpoint.path(NOTHING));
    }

    private static List<Endpoint> endpoints() {
        return Endpoint.of(
                CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .<Class<?>>map(Bean::getBeanClass)
                        .filter(type -> type.getName().startsWith("io.pulseline."))
                        .filter(type -> type.isAnnotationPresent(Path.class)));
    }

    private static Response send(String token, Endpoint endpoint) {
        RequestSpecification request =
                given().auth().preemptive().oauth2(token).redirects().follow(false);
        if (!endpoint.method().equals("GET")) {
            request = request.contentType(endpoint.mediaType());
        }
        return request.request(endpoint.method(), endpoint.path(NOTHING));
    }

    @Test
    void everyEndpointOfTheApiHasAScopeOrIsRefusedForAReason() {
        SoftAssertions found = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            boolean api = endpoint.template().startsWith("/api/");
            found.assertThat(needed(endpoint).isPresent())
                    .as("%s has a scope", endpoint)
                    .isEqualTo(api && !isRefused(endpoint));
        }
        found.assertAll();
        assertThat(endpoints).hasSizeGreaterThan(50);
    }

    @Test
    void everyScopeOpensSomething() {
        assertThat(endpoints.stream().flatMap(endpoint -> needed(endpoint).stream()).distinct())
                .containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void aTokenWithAllScopesEntersWhereOneIsEnoughAndNowhereElse() {
        String token = tokens.make(Scope.words());
        SoftAssertions found = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            Response answer = send(token, endpoint);
            found.assertThat(answer.statusCode() == 403)
                    .as("%s with all scopes: %s", endpoint, answer.statusCode())
                    .isEqualTo(needed(endpoint).isEmpty());
            found.assertThat(answer.statusCode()).as(endpoint.toString()).isNotEqualTo(401);
        }
        found.assertAll();
    }

    @Test
    void aScopeThatATokenLacksIsNamed() {
        SoftAssertions found = new SoftAssertions();
        for (Scope one : Scope.values()) {
            String token = tokens.make(List.of(one.word()));
            for (Endpoint endpoint : endpoints) {
                Scope needed = needed(endpoint).orElse(one);
                if (needed == one) {
                    continue;
                }
                Response answer = send(token, endpoint);
                found.assertThat(answer.statusCode())
                        .as("%s with %s", endpoint, one)
                        .isEqualTo(403);
                found.assertThat(answer.contentType()).startsWith("application/problem+json");
                found.assertThat(answer.jsonPath().getString("detail"))
                        .isEqualTo("This token lacks the scope " + needed.word() + ".");
                found.assertThat(answer.header("WWW-Authenticate"))
                        .contains("insufficient_scope", needed.word());
            }
        }
        found.assertAll();
    }

    @Test
    void anotherSpellingOfAPathOpensNothing() {
        assertThat(ScopeRules.of("GET", "/api/records/")).isEmpty();
        assertThat(ScopeRules.of("GET", "/API/records")).isEmpty();
        assertThat(ScopeRules.of("GET", "/api/runs/a/b")).isEmpty();
        assertThat(ScopeRules.of("GET", "/api/records;x=/api/me/tokens")).isEmpty();
        assertThat(ScopeRules.of("OPTIONS", "/api/records")).isEmpty();
        assertThat(ScopeRules.of("HEAD", "/api/records")).contains(Scope.RECORDS_READ);
    }
}
