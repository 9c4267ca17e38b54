package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.KindFreshness;
import io.pulseline.ingest.budget.RequestBudget;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ConnectionLifeTest {
    private static final Duration WITHIN = Duration.ofSeconds(15);

    @Inject RequestBudget budget;
    @Inject ConnectionStore connections;
    @Inject ConnectionNotes notes;
    @Inject ConnectionUpkeep upkeep;
    @Inject AuthorizedCalls calls;
    @Inject Transactions transactions;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private static UUID connected() {
        UUID id = UUID.fromString(People.connects("anna", People.wearer()));
        SimulatedFitbit.awaitQuiet();
        return id;
    }

    private Connection connection(UUID id) {
        return connections.find(id).orElseThrow();
    }

    private static boolean has(ConnectionChanged told, String condition) {
        return told.getConditions().stream().anyMatch(one -> one.getType().equals(condition));
    }

    private Condition backfilling(String message) {
        return new Condition(Condition.BACKFILLING, fitbit.now(), "RUNNING", message);
    }

    @Test
    void aConditionIsToldOnceAndItsEndAsWell() {
        UUID id = connected();
        connections.hold(id, backfilling("3 of 30 days"));
        ConnectionChanged told =
                streams.awaitConnection(id.toString(), one -> has(one, Condition.BACKFILLING));

        connections.hold(id, backfilling("3 of 30 days"));

        Condition held = connection(id).conditions().getFirst();
        assertThat(held.since().toEpochMilli())
                .isEqualTo(told.getConditions().getFirst().getSinceEpochMillis());
        assertThat(connection(id).changedAt().toEpochMilli())
                .isEqualTo(told.getChangedEpochMillis());
        connections.clear(id, Condition.BACKFILLING, fitbit.now());
        long version = connection(id).version();
        connections.clear(id, Condition.BACKFILLING, fitbit.now());
        assertThat(connection(id).version()).isEqualTo(version);
        streams.awaitConnection(id.toString(), one -> !has(one, Condition.BACKFILLING));
    }

    @Test
    void aRateLimitSaysUntilWhenAndEndsByItself() {
        UUID id = connected();
        Instant until = fitbit.now().plus(Duration.ofMinutes(10));

        calls.call(
                id,
                _ -> {
                    budget.refused("Fitbit", until);
                    return new ProviderAnswer.RateLimited<>(until);
                });

        People.looksAt("anna", id.toString())
                .then()
                .body("conditions.type", equalTo(List.of("RATE_LIMITED")))
                .body("conditions[0].until", notNullValue())
                .body("conditions[0].message", startsWith("Postponed until"));
        fitbit.advance(Duration.ofMinutes(12));
        People.looksAt("anna", id.toString()).then().body("conditions", empty());
        upkeep.keepUp(connection(id));
        assertThat(connection(id).conditions()).isEmpty();
    }

    @Test
    void aTrackerThatDoesNotSyncIsToldApartFromAProviderThatDoesNotAnswer() {
        UUID id = connected();
        Instant longAgo = fitbit.now().minus(Duration.ofHours(37));
        Device silent = new Device("7", "Charge 6", Device.TRACKER, 3, longAgo);

        notes.devicesRead(id, List.of(silent), fitbit.now());

        People.looksAt("anna", id.toString())
                .then()
                .body("conditions.type", equalTo(List.of("DEVICE_SILENT")))
                .body("devices[0].batteryPercent", equalTo(3));
        notes.devicesRead(
                id, List.of(new Device("7", null, Device.TRACKER, 90, fitbit.now())), fitbit.now());
        People.looksAt("anna", id.toString()).then().body("conditions", empty());
    }

    @Test
    void whereNothingCouldBeReadForLongTheConnectionIsStaleUntilSomethingIs() {
        UUID id = connected();
        Instant then = fitbit.now().minus(Duration.ofHours(4));
        update("UPDATE due SET last_success_at = :then WHERE connection_id = :id", id, then);
        update("UPDATE connection SET connected_at = :then WHERE id = :id", id, then);

        upkeep.passed(id);

        streams.awaitConnection(id.toString(), told -> has(told, Condition.STALE));
        People.loggedIn("anna").post("/api/connections/" + id + "/sync").then().statusCode(202);
        await().atMost(WITHIN).until(() -> !connection(id).holds(Condition.STALE, fitbit.now()));
    }

    private void update(String sql, UUID id, Instant then) {
        transactions.run(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(sql)
                                        .setParameter("then", then)
                                        .setParameter("id", id)
                                        .executeUpdate()));
    }

    @Test
    void zoneAndDevicesAreToldWithTheFirstState() {
        UUID id = connected();

        ConnectionChanged told =
                streams.awaitConnection(id.toString(), one -> one.getZone() != null);

        assertThat(told.getZone()).isEqualTo("Europe/Berlin");
        assertThat(told.getDevices())
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.getModel()).isEqualTo("Charge 6");
                    assertThat(device.getDeviceType()).isEqualTo("TRACKER");
                    assertThat(device.getLastSyncEpochMillis()).isNotNull();
                });
        assertThat(told.getBackfill()).isNull();
        assertThat(told.getRequestsLeft()).isPositive();
        People.looksAt("anna", id.toString())
                .then()
                .body("zone", equalTo("Europe/Berlin"))
                .body("devices[0].measures", hasItem("sleep"));
    }

    @Test
    void howFreshTheDataIsIsToldOnceAMinute() {
        UUID id = connected();
        ConnectionChanged first = streams.awaitState(id.toString(), "CONNECTED");

        fitbit.advance(Duration.ofMinutes(2));

        ConnectionChanged told =
                streams.awaitConnection(
                        id.toString(),
                        one ->
                                one.getKinds().stream()
                                        .map(KindFreshness::getLastSuccessEpochMillis)
                                        .anyMatch(read -> read != null));
        assertThat(told.getChangedEpochMillis()).isEqualTo(first.getChangedEpochMillis());
        assertThat(told.getKinds()).extracting(KindFreshness::getKind).contains("activity");
        assertThat(told.getKinds().getFirst().getReadUntilLocalDate()).isNotNull();
        long version = connection(id).version();
        upkeep.passed(id);
        upkeep.passed(id);
        await().during(Duration.ofSeconds(1))
                .atMost(WITHIN)
                .until(() -> connection(id).version() == version);
    }
}
