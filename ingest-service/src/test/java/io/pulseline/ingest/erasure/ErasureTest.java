package io.pulseline.ingest.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.erasure.ErasureMetrics.Outcome;
import io.pulseline.ingest.erasure.UserTables.UserTable;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two users with what was read of them, of whom one wants to be forgotten. */
@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ErasureTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String OTTO = Ids.user(Ids.BUILT_IN_ISSUER, "otto").toString();

    @Inject AvroCodec<UserErased> codec;
    @Inject ErasureRules rules;
    @Inject Tombstones tombstones;
    @Inject Statements statements;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private static UserErased erased(Instant at) {
        return new UserErased(OTTO, at.toEpochMilli(), UUID.randomUUID().toString());
    }

    /** A connection with one activity in its ledger. */
    private String withARun(String login, SimulatedUser wearer) {
        String id = People.connects(login, wearer);
        SimulatedFitbit.awaitQuiet();
        fitbit.hasRun(wearer, Duration.ofMinutes(32));
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
        streams.awaitPayloads(id, 1);
        SimulatedFitbit.awaitQuiet();
        return id;
    }

    private long rows(UserTable table, String whose) {
        return statements
                .rows(
                        "SELECT count(*) FROM " + table.name() + " WHERE " + table.theirs(),
                        UUID.fromString(whose))
                .getFirst()
                .getLong(0);
    }

    private long rows(String connection) {
        return UserTables.ofConnections().stream()
                .mapToLong(table -> rows(table, connection))
                .sum();
    }

    private long revocations(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().contains("/oauth2/revoke"))
                .filter(request -> request.status() < 300)
                .count();
    }

    private void awaitTombstone(String connection) {
        var _ =
                streams.probe()
                        .await(
                                Topics.SOURCE_CONNECTIONS,
                                entry -> connection.equals(entry.key()) && entry.value() == null,
                                1,
                                WITHIN);
    }

    @Test
    void nothingIsLeftOfWhoIsErasedAndTheOtherKeepsEverything() {
        SimulatedUser leaving = People.wearer();
        String gone = withARun("otto", leaving);
        String kept = withARun("ben", People.wearer());
        var _ = People.startsToConnect("otto");

        streams.probe()
                .produce(
                        Topics.SOURCE_USERS,
                        OTTO,
                        codec.encode(erased(fitbit.now().plusSeconds(1))),
                        Map.of());

        awaitTombstone(gone);
        assertThat(rows(gone)).isZero();
        await().atMost(WITHIN)
                .untilAsserted(() ->
                        UserTables.ofUsers()
                                .forEach(table -> assertThat(rows(table, OTTO)).isZero()));
        assertNamedNowhere(OTTO, leaving.id());
        assertThat(revocations(leaving)).isEqualTo(1);
        People.looksAt("otto", gone).then().statusCode(404);
        assertThat(People.looksAt("ben", kept).<String>path("state")).isEqualTo("CONNECTED");
        assertThat(rows(kept)).isGreaterThan(UserTables.ofConnections().size());
    }

    /** Whatever the table and the column. */
    private void assertNamedNowhere(String... words) {
        for (UserTable table : UserTables.ofConnections()) {
            for (String word : words) {
                assertThat(
                                statements.rows(
                                        "SELECT 1 FROM "
                                                + table.name()
                                                + " whole WHERE CAST(whole AS text) LIKE $1",
                                        "%" + word + "%"))
                        .as(table.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void aConsentThatIsNewerThanTheErasureStaysWithoutWhatWasReadBefore() {
        String connection = withARun("otto", People.wearer());
        UserErased old = erased(fitbit.now().minus(Duration.ofDays(3)));

        assertThat(rules.apply(old)).isEqualTo(Outcome.NOTHING);

        assertThat(People.looksAt("otto", connection).<String>path("state")).isEqualTo("CONNECTED");
        assertThat(rows(connection)).isPositive();
    }

    @Test
    void aProviderThatDoesNotAnswerKeepsNobody() {
        String connection = People.connects("otto", People.wearer());
        SimulatedFitbit.awaitQuiet();
        fitbit.failNext(Fault.serverError(503).onPath("/1/user/-/apiSubscriptions.json"));
        fitbit.failNext(Fault.hang().onPath("/oauth2/revoke"));
        UserErased erased = erased(fitbit.now().plusSeconds(1));

        assertThat(rules.apply(erased)).isEqualTo(Outcome.ERASED);
        assertThat(rules.apply(erased)).isEqualTo(Outcome.NOTHING);

        assertThat(rows(connection)).isZero();
        awaitTombstone(connection);
    }

    @Test
    void itIsToldOnceMoreAndThenForgottenUnlessTheAccountIsBack() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("otto", wearer);
        String other = People.connects("otto", People.wearer());
        SimulatedFitbit.awaitQuiet();
        rules.apply(erased(fitbit.now().plusSeconds(1)));
        awaitTombstone(connection);
        awaitTombstone(other);
        await().atMost(WITHIN).until(() -> noted(connection) == 1 && noted(other) == 1);

        assertThat(People.connects("otto", wearer)).isEqualTo(connection);
        SimulatedFitbit.awaitQuiet();
        tombstones.tellDue(Instant.now().plus(Duration.ofMinutes(2)));

        assertThat(noted(connection)).isEqualTo(-1);
        assertThat(noted(other)).isEqualTo(-1);
        assertThat(tombstonesOf(connection)).isEqualTo(1);
        assertThat(tombstonesOf(other)).isEqualTo(2);
        assertThat(People.looksAt("otto", connection).<String>path("state")).isEqualTo("CONNECTED");
    }

    /** How often it was told; -1 if there is nothing to tell any more. */
    private int noted(String connection) {
        return statements
                .rows(
                        "SELECT told FROM connection_tombstone WHERE connection_id = $1",
                        UUID.fromString(connection))
                .stream()
                .map(row -> row.getInteger("told"))
                .findFirst()
                .orElse(-1);
    }

    private long tombstonesOf(String connection) {
        return streams.probe().everythingIn(Topics.SOURCE_CONNECTIONS).stream()
                .filter(entry -> connection.equals(entry.key()) && entry.value() == null)
                .count();
    }
}
