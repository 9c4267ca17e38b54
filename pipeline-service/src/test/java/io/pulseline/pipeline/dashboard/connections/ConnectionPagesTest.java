package io.pulseline.pipeline.dashboard.connections;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.BackfillProgress;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.ToldConnections;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of their connections, and of nobody else's. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class ConnectionPagesTest {
    private final Street dana = Street.reader("dana");
    private final Street elsa = Street.reader("elsa");
    private final AvroCodec<ConnectionChanged> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.SOURCE_CONNECTIONS,
                    ConnectionChanged.class);
    private final ConnectionChanged told = ToldConnections.sample(dana.user());

    /** Nothing of one test is there in the next. */
    @AfterEach
    void tidy() {
        dana.kafka().produce(Topics.SOURCE_CONNECTIONS, told.getConnectionId(), null, Map.of());
        await().atMost(Street.LIMIT).until(() -> status(path()) == 404);
        dana.close();
        elsa.close();
        codec.close();
    }

    private String path() {
        return "/connections/" + told.getConnectionId();
    }

    private int status(String path) {
        return dana.logged().accept("text/html").get(path).statusCode();
    }

    private static ValidatableResponse page(Street of, String path) {
        return of.logged().accept("text/html").get(path).then();
    }

    private void publish() {
        dana.kafka()
                .produce(
                        Topics.SOURCE_CONNECTIONS,
                        told.getConnectionId(),
                        codec.encode(told),
                        Map.of());
        await().atMost(Street.LIMIT).until(() -> status(path()) == 200);
    }

    private void connected() {
        told.setState("CONNECTED");
        told.setReason(null);
        told.setConditions(List.of());
    }

    @Test
    void whoHasNoneIsInvitedToConnectAndReadsTheNotice() {
        page(elsa, "/connections")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Nothing is connected yet"))
                .body(containsString("href=\"/connect/google-health\""))
                .body(containsString("href=\"/connect/fitbit\""))
                .body(containsString("not a medical device"))
                .body(containsString("aria-current=\"page\""));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED, Connected, good",
        "NEEDS_REAUTHORIZATION, Connection needs re-authorization, bad",
        "REVOKED, Permission withdrawn, calm",
        "DISCONNECTED, Disconnected, calm",
        "SOMETHING_NEW, SOMETHING_NEW, calm"
    })
    void eachStateIsSaidInWords(String state, String words, String tone) {
        connected();
        told.setState(state);
        publish();

        String badge = "<span class=\"badge " + tone + "\">" + words + "</span>";
        page(dana, "/connections")
                .statusCode(200)
                .body(containsString(path()))
                .body(containsString(badge));
        page(dana, path()).statusCode(200).body(containsString(badge));
    }

    @Test
    void allThatIsKnownOfOneStandsOnItsPage() {
        publish();

        page(dana, path())
                .statusCode(200)
                .body(containsString("Fitbit no longer accepts our permission; connect again."))
                .body(containsString("since Sat 3 Oct 2026, 07:41"))
                .body(containsString("Something may not be read"))
                .body(containsString("activities have no GPS track."))
                .body(containsString("Charge 6"))
                .body(containsString("heart rate variability (HRV), steps"))
                .body(containsString("62 %"))
                .body(containsString("Aria Air"))
                .body(containsString("none of the six health metrics"))
                .body(containsString("Workouts"))
                .body(containsString("112 requests left in this hour"))
                .body(containsString("Asia/Kathmandu"))
                .body(containsString("<progress value=\"41\" max=\"90\">"))
                .body(containsString("href=\"/connect/fitbit\">Reconnect</a>"));
    }

    @Test
    void whatCannotBeReadCanOnlyBeReconnectedOrEnded() {
        publish();

        page(dana, path())
                .body(not(containsString("/sync\"")))
                .body(not(containsString("data-api=\"POST")))
                .body(containsString("?data=keep\" data-confirm="))
                .body(containsString("?data=erase\" data-confirm="));
    }

    @Test
    void whatIsConnectedCanBeSyncedReadBackAndEnded() {
        connected();
        publish();

        String api = "/api/connections/" + told.getConnectionId();
        page(dana, path())
                .body(containsString("data-api=\"POST " + api + "/sync\""))
                .body(containsString("wait 10–15 minutes"))
                .body(containsString("data-api=\"POST " + api + "/backfill\""))
                .body(containsString("name=\"first\" data-type=\"nullable\""))
                .body(containsString("data-api=\"DELETE " + api + "?data=keep\""))
                .body(containsString("data-api=\"DELETE " + api + "?data=erase\""))
                .body(not(containsString("name=\"stop\"")));
    }

    @Test
    void aRunningBackfillShowsHowFarItIsAndCanBeStopped() {
        connected();
        BackfillProgress backfill = told.getBackfill();
        backfill.setState("RUNNING");
        backfill.setDone(0);
        backfill.setTotal(0);
        told.setBackfill(backfill);
        publish();

        page(dana, path())
                .body(containsString("Is being read"))
                .body(containsString("<progress value=\"0\" max=\"1\">"))
                .body(containsString("hx-trigger=\"every 10s\""))
                .body(containsString("name=\"stop\" value=\"true\" data-type=\"flag\""));
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        connected();
        told.setProvider("GOOGLE_HEALTH");
        told.setRequestsLeft(null);
        told.setBackfill(null);
        told.setDevices(List.of());
        told.setKinds(List.of());
        told.setZone(null);
        told.setGrantedScopes(List.of());
        told.setChangedEpochMillis(Instant.now().toEpochMilli());
        publish();

        page(dana, path())
                .statusCode(200)
                .body(containsString("How many requests are left is not known."))
                .body(containsString("No paired device is known."))
                .body(containsString("Nothing has been read yet."))
                .body(containsString("No permission is held."))
                .body(containsString("have not been asked for"))
                .body(containsString("href=\"/connect/google-health\""))
                .body(not(containsString("<progress")));
    }

    @Test
    void anotherUsersConnectionIsNotThere() {
        publish();

        page(elsa, path()).statusCode(404);
        page(elsa, "/connections").body(not(containsString(told.getConnectionId())));
        page(dana, "/connections/" + UUID.randomUUID()).statusCode(404);
        page(dana, "/connections/none").statusCode(404);
    }

    @Test
    void withoutALoginNothingIsShown() {
        for (String path : List.of("/connections", path())) {
            given().redirects()
                    .follow(false)
                    .accept("text/html")
                    .get(path)
                    .then()
                    .statusCode(anyOf(is(401), is(302), is(303)))
                    .body(not(containsString("Connections")));
        }
    }
}
