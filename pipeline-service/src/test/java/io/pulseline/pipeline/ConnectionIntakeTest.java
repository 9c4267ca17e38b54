package io.pulseline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ingest tells of connections, and what is kept of it. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class ConnectionIntakeTest {
    @Inject Connections connections;
    @Inject Transactions transactions;

    private final UUID user = UUID.randomUUID();
    private final KafkaProbe kafka =
            new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers());
    private final AvroCodec<ConnectionChanged> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.SOURCE_CONNECTIONS,
                    ConnectionChanged.class);
    private final ConnectionChanged told = ToldConnections.sample(user);

    @AfterEach
    void tidy() {
        kafka.close();
        codec.close();
    }

    private void publish(ConnectionChanged message) {
        kafka.produce(
                Topics.SOURCE_CONNECTIONS,
                message.getConnectionId(),
                codec.encode(message),
                Map.of());
    }

    private void publish(String key, byte[] value) {
        kafka.produce(Topics.SOURCE_CONNECTIONS, key, value, Map.of());
    }

    private List<Connection> kept() {
        return transactions.writeAndWait(() -> connections.ofUser(user));
    }

    private Optional<Connection> one(UUID asking, String id) {
        return transactions.writeAndWait(() -> connections.one(asking, UUID.fromString(id)));
    }

    /** Of the same partition as {@code told}: what is published before it has been taken, then. */
    private void awaitTaken() {
        ConnectionChanged last = ToldConnections.sample(user);
        last.setConnectionId(told.getConnectionId());
        last.setChangedEpochMillis(told.getChangedEpochMillis() + 3_600_000);
        last.setReason("the last one");
        publish(last);
        await().atMost(Street.LIMIT)
                .until(() ->
                        one(user, told.getConnectionId())
                                .filter(found -> "the last one".equals(found.reason()))
                                .isPresent());
    }

    @Test
    void allThatIsToldIsKept() {
        publish(told);

        await().atMost(Street.LIMIT).until(() -> !kept().isEmpty());
        Connection kept = kept().getFirst();
        Instant changed = Instant.ofEpochMilli(1790992600000L);
        assertThat(kept.id()).hasToString(told.getConnectionId());
        assertThat(kept.user()).isEqualTo(user);
        assertThat(kept.provider()).isEqualTo("FITBIT");
        assertThat(kept.state()).isEqualTo("NEEDS_REAUTHORIZATION");
        assertThat(kept.needsReauthorization()).isTrue();
        assertThat(kept.reason())
                .isEqualTo("Fitbit no longer accepts our permission; connect again.");
        assertThat(kept.since()).isEqualTo(changed);
        assertThat(kept.changedAt()).isEqualTo(changed);
        assertThat(kept.scopes())
                .containsExactlyInAnyOrder("activity", "heartrate", "profile", "settings");
        assertThat(kept.condition("MISSING_SCOPES"))
                .hasValueSatisfying(condition ->
                        assertThat(condition.message()).startsWith("Without the location"));
        assertThat(kept.devices()).hasSize(2);
        assertThat(kept.trackers())
                .singleElement()
                .isEqualTo(
                        new Connection.Device(
                                "771205",
                                "Charge 6",
                                "TRACKER",
                                62,
                                Instant.ofEpochMilli(1790992500000L)));
        assertThat(kept.kind("steps"))
                .contains(
                        new Connection.Freshness(
                                "steps",
                                Instant.ofEpochMilli(1790992528002L),
                                null,
                                LocalDate.of(2026, 10, 3)));
        assertThat(kept.requestsLeft()).isEqualTo(112);
        assertThat(kept.backfill())
                .isEqualTo(
                        new Connection.Backfill(
                                "STOPPED",
                                LocalDate.of(2026, 9, 3),
                                LocalDate.of(2026, 10, 2),
                                41,
                                90,
                                57,
                                null));
        assertThat(kept.zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void anOlderStateChangesNothing() {
        ConnectionChanged older = ToldConnections.sample(user);
        older.setConnectionId(told.getConnectionId());
        older.setState("CONNECTED");
        older.setChangedEpochMillis(told.getChangedEpochMillis() - 1);

        publish(told);
        publish(older);
        awaitTaken();

        Connection kept = one(user, told.getConnectionId()).orElseThrow();
        assertThat(kept.state()).isEqualTo("NEEDS_REAUTHORIZATION");
        assertThat(kept.since())
                .as("since the first one, which no other state interrupted")
                .isEqualTo(Instant.ofEpochMilli(told.getChangedEpochMillis()));
    }

    @Test
    void freshnessOfTheSameStateIsTaken() {
        ConnectionChanged fresher = ToldConnections.sample(user);
        fresher.setConnectionId(told.getConnectionId());
        fresher.setRequestsLeft(7);

        publish(told);
        publish(fresher);

        await().atMost(Street.LIMIT)
                .until(() ->
                        one(user, told.getConnectionId())
                                .filter(found -> Integer.valueOf(7).equals(found.requestsLeft()))
                                .isPresent());
    }

    @Test
    void anotherStateBeginsWhenItChanged() {
        ConnectionChanged later = ToldConnections.sample(user);
        later.setConnectionId(told.getConnectionId());
        later.setState("CONNECTED");
        later.setReason(null);
        later.setChangedEpochMillis(told.getChangedEpochMillis() + 1000);

        publish(told);
        publish(later);

        await().atMost(Street.LIMIT)
                .until(() ->
                        one(user, told.getConnectionId())
                                .filter(Connection::connected)
                                .isPresent());
        Connection kept = one(user, told.getConnectionId()).orElseThrow();
        assertThat(kept.since()).isEqualTo(Instant.ofEpochMilli(later.getChangedEpochMillis()));
        assertThat(kept.reason()).isNull();
    }

    @Test
    void aTombstoneTakesItAway() {
        publish(told);
        await().atMost(Street.LIMIT).until(() -> !kept().isEmpty());

        kafka.produce(Topics.SOURCE_CONNECTIONS, told.getConnectionId(), null, Map.of());

        await().atMost(Street.LIMIT).until(() -> kept().isEmpty());
    }

    @Test
    void anotherUsersConnectionIsNotThere() {
        publish(told);
        await().atMost(Street.LIMIT).until(() -> !kept().isEmpty());

        assertThat(one(UUID.randomUUID(), told.getConnectionId())).isEmpty();
        assertThat(one(user, told.getConnectionId())).isPresent();
    }

    @Test
    void connectionsAreCountedByState() {
        told.setState("A state of " + user);
        publish(told);
        await().atMost(Street.LIMIT).until(() -> !kept().isEmpty());

        Map<String, Long> counts = transactions.writeAndWait(connections::countsByState);

        assertThat(counts).containsEntry("A state of " + user, 1L);
    }

    @Test
    void poisonIsDeadLetteredAndTheRestIsKept() {
        String key = told.getConnectionId();
        ConnectionChanged nobodys = ToldConnections.sample(user);
        nobodys.setUser("42");
        nobodys.setConnectionId(key);
        ConnectionChanged another = ToldConnections.sample(user);

        publish(key, "no connection, test poison".getBytes(UTF_8));
        publish(nobodys);
        publish(key, codec.encode(another));
        publish(told);

        await().atMost(Street.LIMIT).until(() -> one(user, key).isPresent());
        var letters =
                kafka.await(
                        Topics.deadLettersOf(Topics.SOURCE_CONNECTIONS),
                        letter -> key.equals(letter.key()),
                        3,
                        Street.LIMIT);
        assertThat(letters)
                .extracting(letter -> KafkaProbe.headersOf(letter).get("dead-letter-reason"))
                .containsExactly(
                        "value of source.connections.v1 does not start with the Confluent wire"
                                + " format's magic byte",
                        "user is not a UUID",
                        "key is not the connectionId");
    }
}
