package io.pulseline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class HistoryTest {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration RUN = Duration.ofMinutes(32);

    @Inject AvroCodec<PayloadCaptured> codec;
    @Inject BackfillStore store;
    @Inject Statements statements;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private SimulatedActivity hasRun(SimulatedUser wearer, int daysAgo) {
        return fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN)
                        .endingAt(fitbit.now().minus(Duration.ofDays(daysAgo)))
                        .build());
    }

    private LocalDate daysAgo(SimulatedUser wearer, int days) {
        return fitbit.now().atZone(wearer.zone()).toLocalDate().minusDays(days);
    }

    private static ValidatableResponse asks(String connection, String body) {
        return People.loggedIn("anna")
                .contentType("application/json")
                .body(body)
                .post("/api/connections/" + connection + "/backfill")
                .then();
    }

    private static String state(String connection) {
        return People.loggedIn("anna")
                .get("/api/connections/" + connection + "/backfill")
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private static void awaitState(String connection, String state) {
        await().atMost(WITHIN).until(() -> state(connection).equals(state));
    }

    private List<PayloadCaptured> history(String connection) {
        return streams.probe().everythingIn(Topics.SOURCE_BACKFILL).stream()
                .map(entry -> codec.decode(entry.value()))
                .filter(payload -> payload.getConnectionId().equals(connection))
                .toList();
    }

    private String range(SimulatedUser wearer, int days) {
        return "{\"kinds\": [\"activity\"], \"first\": \"" + daysAgo(wearer, days) + "\"}";
    }

    @Test
    void whatLiesBeforeLiveDataIsReadOnceAndGoesToItsOwnTopic() {
        SimulatedUser wearer = People.wearer();
        SimulatedActivity older = hasRun(wearer, 12);
        SimulatedActivity newer = hasRun(wearer, 4);
        hasRun(wearer, 40);
        String connection = People.connects("anna", wearer);

        asks(connection, range(wearer, 20)).statusCode(202).body("total", greaterThan(15));
        awaitState(connection, Backfill.DONE);

        assertThat(history(connection))
                .allSatisfy(payload ->
                        assertThat(payload.getAcquisition()).isEqualTo(Acquisition.BACKFILL))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("FITBIT:" + newer.logId(), "FITBIT:" + older.logId());
        assertThat(streams.payloadsOf(connection, PayloadKind.ACTIVITY)).isEmpty();
        asks(connection, range(wearer, 20)).statusCode(202);
        awaitState(connection, Backfill.DONE);
        assertThat(history(connection)).hasSize(2);
        People.looksAt("anna", connection)
                .then()
                .body("backfill.state", equalTo("DONE"))
                .body("backfill.requestsSpent", greaterThan(0))
                .body("conditions.type", equalTo(List.of()));
    }

    @Test
    void aSpentShareOfTheQuotaPostponesHistoryAndLeavesLiveDataAlone() {
        SimulatedFitbit.awayFromTheFullHour();
        SimulatedUser wearer = People.wearer();
        hasRun(wearer, 5);
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        statements.rows(
                "UPDATE rate_budget SET used = 76 WHERE connection_id = $1",
                UUID.fromString(connection));

        asks(connection, range(wearer, 20)).statusCode(202);
        await().atMost(WITHIN)
                .until(() ->
                        store.find(UUID.fromString(connection))
                                .map(Backfill::reason)
                                .filter("Fitbit quota spent"::equals)
                                .isPresent());

        People.looksAt("anna", connection)
                .then()
                .body("conditions.type", equalTo(List.of("BACKFILLING")))
                .body("backfill.state", equalTo("RUNNING"));
        fitbit.hasRun(wearer, RUN);
        fitbit.ringsFor(wearer, "activities", daysAgo(wearer, 0));
        streams.awaitPayloads(connection, 1);
        assertThat(history(connection)).isEmpty();
        fitbit.advance(Duration.ofHours(1).plusSeconds(10));
        awaitState(connection, Backfill.DONE);
        assertThat(history(connection)).hasSize(1);
    }

    @Test
    void itStopsAndGoesOnWhereItStopped() {
        SimulatedFitbit.awayFromTheFullHour();
        SimulatedUser wearer = People.wearer();
        hasRun(wearer, 5);
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        UUID id = UUID.fromString(connection);
        statements.rows("UPDATE rate_budget SET used = 76 WHERE connection_id = $1", id);
        asks(connection, range(wearer, 20)).statusCode(202);

        asks(connection, "{\"stop\": true}").statusCode(202).body("state", equalTo("STOPPED"));
        statements.rows("UPDATE rate_budget SET used = 0 WHERE connection_id = $1", id);
        SimulatedFitbit.awaitQuiet();
        assertThat(history(connection)).isEmpty();
        assertThat(state(connection)).isEqualTo(Backfill.STOPPED);

        asks(connection, "").statusCode(202).body("state", equalTo("RUNNING"));
        awaitState(connection, Backfill.DONE);
        assertThat(history(connection)).hasSize(1);
    }

    @Test
    void aKindTheUserDidNotConsentToIsLeftOut() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer, "activity profile settings");

        asks(connection, "{\"kinds\": [\"sleep\"], \"first\": \"" + daysAgo(wearer, 9) + "\"}")
                .statusCode(202);

        awaitState(connection, Backfill.DONE);
        assertThat(store.find(UUID.fromString(connection)).orElseThrow().kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.refused()).contains("not consent"));
    }

    @Test
    void aLongRangeBeginsWithTheUsersFirstDayAtTheProvider() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);

        asks(connection, "{\"kinds\": [\"sleep\"]}").statusCode(202);

        await().atMost(WITHIN)
                .untilAsserted(() ->
                        assertThat(store.find(UUID.fromString(connection)).orElseThrow().first())
                                .isEqualTo(wearer.memberSince()));
        asks(connection, "{\"stop\": true}").statusCode(202);
    }

    @Test
    void ofManyReplicasOneWorksOnABackfill() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        UUID id = UUID.fromString(connection);
        Instant later = fitbit.now().plus(Duration.ofDays(900));
        store.begin(id, daysAgo(wearer, 9), daysAgo(wearer, 3), List.of(PayloadKind.SLEEP), later);
        Instant leaseNow = Instant.EPOCH;
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        assertThat(store.claim(first, later, leaseNow, leaseNow.plusSeconds(30), 99)).contains(id);
        assertThat(store.claim(second, later, leaseNow, leaseNow.plusSeconds(30), 99))
                .doesNotContain(id);
        assertThat(
                        store.claim(
                                second,
                                later,
                                leaseNow.plusSeconds(30),
                                leaseNow.plusSeconds(60),
                                99))
                .contains(id);
        assertThat(store.extend(id, first, leaseNow.plusSeconds(90))).isFalse();
        assertThat(store.stepped(id, first, PayloadKind.SLEEP, daysAgo(wearer, 9), null, 5, later))
                .isFalse();
        assertThat(store.stop(id, "test", later)).isTrue();
    }

    @Test
    void wrongFieldsAreNamedAndAnothersHistoryDoesNotExist() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);

        asks(connection, "{\"first\": \"soon\", \"kinds\": [\"x\"], \"stop\": 1}")
                .statusCode(400)
                .body("errors.field", equalTo(List.of("first", "kinds[0]", "stop")));
        asks(connection, "{\"first\": \"" + daysAgo(wearer, 0) + "\"}")
                .statusCode(400)
                .body("errors[0].reason", containsString("before live data begin"));
        People.loggedIn("ben")
                .get("/api/connections/" + connection + "/backfill")
                .then()
                .statusCode(404);
    }
}
