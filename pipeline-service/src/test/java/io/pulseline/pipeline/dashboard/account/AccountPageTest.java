package io.pulseline.pipeline.dashboard.account;

import static org.hamcrest.Matchers.containsString;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The page of one's account. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class AccountPageTest {
    @Test
    void whatWasChosenIsSelectedAndHoldsOnAllPages() {
        try (Street hugo = Street.reader("hugo")) {
            hugo.asks()
                    .body("{\"units\": \"IMPERIAL\", \"timeZone\": \"America/Denver\"}")
                    .put("/api/preferences")
                    .then()
                    .statusCode(200);

            hugo.logged()
                    .accept("text/html")
                    .get("/account")
                    .then()
                    .statusCode(200)
                    .body(containsString("<option value=\"IMPERIAL\" selected>"))
                    .body(containsString("value=\"America/Denver\""))
                    .body(containsString(hugo.user().toString()))
                    .body(containsString("data-api=\"POST /api/me/erasure\""))
                    .body(
                            containsString(
                                    "data-path=\"POST /api/me/erasure/{erasureId}/confirmation\""));
        }
    }

    @Test
    void aZoneThatDoesNotExistIsNamed() {
        try (Street hugo = Street.reader("hugo")) {
            hugo.asks()
                    .body("{\"timeZone\": \"Mars/Base\"}")
                    .put("/api/preferences")
                    .then()
                    .statusCode(400)
                    .body(containsString("must be an IANA zone like Europe/Berlin"));
        }
    }
}
