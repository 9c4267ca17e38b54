package io.pulseline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.testing.InfrastructureResource;
import io.pulseline.testing.description.ApiDescription;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the description of the API shows is there, fits, and is taken. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class OpenApiExamplesTest {
    private static final String CONNECTION = "/api/connections/{id}";

    private ApiDescription api;

    @BeforeEach
    void reads() {
        api =
                ApiDescription.of(
                        People.loggedIn("anna")
                                .accept("application/json")
                                .get("/q/openapi?format=json")
                                .asString());
    }

    @Test
    void everyOperationIsDescribedWithExamplesThatFit() {
        assertThat(api.faults()).isEmpty();
    }

    @Test
    void everyExampleOfOursIsOfSomethingThatIsThere() throws IOException {
        assertThat(api.strangersOf(getClass())).isEmpty();
    }

    @Test
    void aConnectionIsReadAsShown() {
        String path = "/api/connections/" + People.connects("anna", People.wearer());
        SimulatedFitbit.awaitQuiet();

        String sync = api.requestExample("POST " + CONNECTION + "/sync");
        asks("anna", dated(sync, "from", 2)).post(path + "/sync").then().statusCode(202);
        String history = api.requestExample("POST " + CONNECTION + "/backfill");
        asks("anna", dated(dated(history, "first", 9), "last", 5))
                .post(path + "/backfill")
                .then()
                .statusCode(202);
        asks("otto", api.requestExample("PUT " + CONNECTION + "/study-window"))
                .put(path + "/study-window")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification asks(String login, String body) {
        return People.loggedIn(login).contentType("application/json").body(body);
    }

    /** The example, with a date that is as many days ago where the wearer is. */
    private static String dated(String example, String field, int daysAgo) {
        LocalDate today = LocalDate.ofInstant(SimulatedFitbit.simulator().now(), ZoneOffset.UTC);
        return example.replace(
                JsonPath.from(example).getString(field), today.minusDays(daysAgo).toString());
    }
}
