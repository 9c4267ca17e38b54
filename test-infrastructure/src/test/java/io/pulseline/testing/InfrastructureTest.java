package io.pulseline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
class InfrastructureTest {
    private final Infrastructure infrastructure = Infrastructure.shared();

    @Test
    void aRecordPassesThroughKafkaWithItsHeaders() {
        String key = UUID.randomUUID().toString();
        try (KafkaProbe probe = new KafkaProbe(infrastructure.kafka().bootstrapServers())) {
            probe.produce(
                    Topics.HEALTH_ACTIVITIES, key, new byte[] {1, 2}, Map.of("ce_id", "seven"));

            var records =
                    probe.await(
                            Topics.HEALTH_ACTIVITIES,
                            entry -> key.equals(entry.key()),
                            1,
                            Duration.ofSeconds(20));

            assertThat(records).hasSize(1);
            assertThat(records.getFirst().value()).containsExactly(1, 2);
            assertThat(KafkaProbe.headersOf(records.getFirst())).containsEntry("ce_id", "seven");
            assertThat(probe.everythingIn(Topics.HEALTH_ACTIVITIES))
                    .anyMatch(entry -> key.equals(entry.key()));
        }
    }

    @Test
    void aRecordThatNeverComesIsMissedWithinTheLimit() {
        try (KafkaProbe probe = new KafkaProbe(infrastructure.kafka().bootstrapServers())) {
            assertThatThrownBy(() ->
                            probe.await(
                                    Topics.PIPELINE_RUNS, _ -> false, 1, Duration.ofMillis(300)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(Topics.PIPELINE_RUNS);
        }
    }

    @Test
    void everyTopicHasItsSchemaInTheRegistry() throws IOException, InterruptedException {
        URI subjects = URI.create(infrastructure.registryUrl() + "/apis/ccompat/v7/subjects");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(HttpRequest.newBuilder(subjects).build(), BodyHandlers.ofString())
                            .body();

            assertThat(Topics.all())
                    .filteredOn(topic -> topic.valueSchema() != null)
                    .allSatisfy(topic -> assertThat(answer).contains(topic.valueSubject()));
        }
    }

    @Test
    void postgresComesBackAtItsPortWithItsData() throws SQLException {
        String table = "kept_" + UUID.randomUUID().toString().replace('-', '_');
        execute("pipeline", "create table " + table + " as select 7 as answer");

        infrastructure.postgres().stop();
        assertThatThrownBy(() -> execute("ingest", "select 1")).isInstanceOf(SQLException.class);
        infrastructure.postgres().start();

        try (Connection connection = connect("pipeline");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select answer from " + table)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt("answer")).isEqualTo(7);
        }
    }

    @Test
    void aPausedKafkaTakesNothingAndWorksOnWhenResumed() {
        String key = UUID.randomUUID().toString();
        try (KafkaProbe probe = new KafkaProbe(infrastructure.kafka().bootstrapServers())) {
            probe.produce(Topics.PIPELINE_RUNS, "warm-up", new byte[] {0}, Map.of());
            infrastructure.kafka().pause();
            Thread late =
                    Thread.ofVirtual()
                            .start(() ->
                                    probe.produce(
                                            Topics.PIPELINE_RUNS, key, new byte[] {1}, Map.of()));
            try {
                assertThat(late.join(Duration.ofMillis(500))).isFalse();
            } finally {
                infrastructure.kafka().resume();
            }
            assertThat(late.join(Duration.ofSeconds(20))).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anotherClassLoaderFindsTheSameInfrastructure() {
        assertThat(System.getProperty("pulseline.testing.infrastructure")).isNotEmpty();
        assertThat(new InfrastructureResource().start()).isEqualTo(infrastructure.properties());
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Infrastructure.Postgres postgres = infrastructure.postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl(database), postgres.username(), postgres.password());
    }
}
