package io.pulseline.ingest.connection;

import static io.pulseline.ingest.stage.People.ALL_SCOPES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What people read before and after they connect. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class PagesTest {
    private static final String NOTICE =
            "Fitbit data is wellness information and not for diagnosis or treatment.";

    @Test
    void beforeConnectingThePageSaysWhatIsAskedForAndWhy() {
        Response page = People.loggedIn("anna").get("/connect/fitbit");

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .body("html.@lang", equalTo("en"))
                .body("html.body.main.h1", equalTo("Connect Fitbit"))
                .body("html.body.main.form.@action", equalTo("/connect/fitbit/start"))
                .body("html.body.main.form.@method", equalTo("post"));
        assertThat(page.asString())
                .contains("Pulseline is not a medical device. " + NOTICE)
                .contains("<dt>oxygen saturation</dt>")
                .contains("Your nights and naps with their stages.")
                .doesNotContain("<script");
        assertThat(page.asString().split("<dt>", -1)).hasSize(ALL_SCOPES.split(" ", -1).length + 1);
    }

    @Test
    void thePagesHaveNoScriptsAndTheFormLeadsToTheConsentPageOnly() {
        People.loggedIn("anna")
                .get("/connect/fitbit")
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString(
                                "default-src 'none'; style-src 'self'; form-action 'self' https: http"))
                .header("Content-Security-Policy", containsString("/oauth2/authorize "))
                .header("Content-Security-Policy", containsString("/google/o/oauth2/v2/auth;"))
                .header("Content-Security-Policy", not(containsString("unsafe")));
        given().get("/connect/pulseline.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void afterConnectingThePageSaysWhatEachDeviceMeasures() {
        Response answer =
                People.returns(
                        People.allows(People.startsToConnect("anna"), People.wearer(), ALL_SCOPES));

        answer.then()
                .statusCode(200)
                .body("devices.model", hasItem("Charge 6"))
                .body("devices[0].measures", hasItem("heart-rate-variability"))
                .body("notGranted", empty())
                .body("notice", equalTo(NOTICE));
    }

    @Test
    void afterAPartialConsentThePageSaysWhatWasNotAllowed() {
        URI callback =
                People.allows(
                        People.startsToConnect("anna"),
                        People.wearer(),
                        "activity profile settings sleep");

        String page =
                People.returnsAsABrowser(callback).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("<h2>What you did not allow</h2>")
                .contains("<li>heartrate</li>")
                .contains("<li>Charge 6: heart rate, heart rate variability, steps")
                .contains(NOTICE)
                .doesNotContain("<li>sleep</li>");
    }

    @Test
    void aModelWeDoNotKnowIsSaidSo() {
        assertThat(new ConnectedAccount.Wearable("Air <9>", null).sentence())
                .isEqualTo("Air <9>: we do not know what this model measures.");
        assertThat(Html.paragraph("Air <9> & \"co\""))
                .isEqualTo("<p>Air &lt;9&gt; &amp; &quot;co&quot;</p>\n");
    }

    @Test
    void aProviderThatDoesNotExistIsNotFound() {
        People.loggedIn("anna").get("/connect/nobody").then().statusCode(404);
        People.loggedIn("anna").post("/connect/nobody/start").then().statusCode(404);
    }
}
