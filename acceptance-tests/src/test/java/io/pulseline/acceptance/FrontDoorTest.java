package io.pulseline.acceptance;

import static io.restassured.RestAssured.given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers meet at the one origin. */
class FrontDoorTest {
    private final RunningStack stack = RunningStack.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/connections",
                "/api/catalogue",
                "/api/pipelines",
                "/api/runs",
                "/connect/fitbit",
                "/api/activities/3f0e7c1e-0000-5000-8000-000000000000",
                "/api/connections/x"
            })
    void nothingIsShownWithoutALogin(String path) {
        given().baseUri(stack.address()).redirects().follow(false).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/runs/3f0e7c1e-0000-5000-8000-000000000000",
        "/api/activities/3f0e7c1e-0000-5000-8000-000000000000"
    })
    void whatIsNotOursIsNotFound(String path) {
        stack.asUser().get(path).then().statusCode(404);
    }

    @Test
    void aNotificationWithAWrongSignatureIsNotFound() {
        given().baseUri(stack.address())
                .contentType("application/json")
                .header("X-Fitbit-Signature", "bm90IGl0")
                .body("[]")
                .post("/webhooks/fitbit")
                .then()
                .statusCode(404);
    }

    @Test
    void aWrongVerificationCodeIsNotFound() {
        given().baseUri(stack.address())
                .queryParam("verify", "wrong")
                .get("/webhooks/fitbit")
                .then()
                .statusCode(404);
    }
}
