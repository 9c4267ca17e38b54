package io.pulseline.ingest.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ConnectTest {
    private final Streams streams = new Streams();

    @Test
    void aConsentBecomesAConnectionThatOthersHearOf() {
        SimulatedUser wearer = People.wearer();

        String id = People.connects("anna", wearer);

        People.looksAt("anna", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CONNECTED"))
                .body("providerUserId", equalTo(wearer.id()))
                .body("conditions", empty());
        ConnectionChanged told = streams.awaitState(id, ConnectionState.CONNECTED);
        assertThat(told.getUser()).isEqualTo(Ids.user(Ids.BUILT_IN_ISSUER, "anna").toString());
        assertThat(told.getGrantedScopes()).contains("activity", "heartrate", "location");
        assertThat(SimulatedFitbit.simulator().requests())
                .filteredOn(request -> wearer.id().equals(request.user()))
                .extracting(request -> request.path())
                .contains(
                        "/1/user/-/activities/apiSubscriptions/" + wearer.id() + "-activities.json",
                        "/1/user/-/sleep/apiSubscriptions/" + wearer.id() + "-sleep.json",
                        "/1/user/-/userRevokedAccess/apiSubscriptions/"
                                + wearer.id()
                                + "-userRevokedAccess.json");
    }

    @Test
    void aStateIsGoodForOneWayBackOnly() {
        URI callback =
                People.allows(People.startsToConnect("anna"), People.wearer(), People.ALL_SCOPES);
        People.returns(callback).then().statusCode(200);

        People.returns(callback)
                .then()
                .statusCode(400)
                .body("detail", containsString("start again"));
    }

    @Test
    void aConsentSlippedToAnotherBrowserConnectsNothingAndStaysGoodForItsOwn() {
        URI callback =
                People.allows(People.startsToConnect("anna"), People.wearer(), People.ALL_SCOPES);

        People.returnsInAnotherBrowser(callback)
                .then()
                .statusCode(400)
                .body("detail", containsString("start again"));

        People.returns(callback).then().statusCode(200);
    }

    @Test
    void whoSaysNoReadsThatNothingWasConnected() {
        People.returns(People.denies(People.startsToConnect("anna")))
                .then()
                .statusCode(403)
                .body("detail", containsString("nothing was connected"));
    }

    @Test
    void aPartialConsentConnectsAndNamesWhatIsMissing() {
        String id = People.connects("anna", People.wearer(), "activity profile settings");

        People.looksAt("anna", id)
                .then()
                .body("state", equalTo("CONNECTED"))
                .body("conditions.type", equalTo(List.of("MISSING_SCOPES")))
                .body("conditions[0].message", containsString("heartrate"));
    }

    @Test
    void anAccountOfSomebodyElseIsRefused() {
        SimulatedUser wearer = People.wearer();
        People.connects("anna", wearer);

        People.returns(People.allows(People.startsToConnect("ben"), wearer, People.ALL_SCOPES))
                .then()
                .statusCode(409)
                .body("detail", containsString("already connected by another user"));
    }

    @Test
    void connectingAgainRestoresTheSameConnection() {
        SimulatedUser wearer = People.wearer();
        String first = People.connects("anna", wearer, "activity profile settings");

        String second = People.connects("anna", wearer);

        assertThat(second).isEqualTo(first);
        People.looksAt("anna", first).then().body("conditions", empty());
    }

    @Test
    void anotherUsersConnectionDoesNotExist() {
        String id = People.connects("anna", People.wearer());

        People.looksAt("ben", id).then().statusCode(404);
    }

    @Test
    void withoutALoginThereIsNothingToSee() {
        given().get("/api/connections").then().statusCode(401);
        given().redirects().follow(false).get("/connect/fitbit").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
