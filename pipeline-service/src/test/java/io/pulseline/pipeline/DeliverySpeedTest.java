package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.Zstd;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many webhooks a second go out, and what a target costs the others that never answers. The
 * receiver runs in the same process, so that the figure is a lower bound. {@code
 * -Dpulseline.deliveries=20000} makes it a measurement; by default it is short.
 */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class DeliverySpeedTest {
    private static final Logger LOG = Logger.getLogger(DeliverySpeedTest.class);
    private static final int TARGETS = 40;
    private static final int DELIVERIES = Integer.getInteger("pulseline.deliveries", 2_000);

    private static final int ROUNDS = Integer.getInteger("pulseline.rounds", 1);
    private static final int OF_THE_DEAD = 200;

    /** Far below what it does, so that a busy machine does not fail it. */
    private static final double LEAST_A_SECOND = 20;

    private static final byte[] BODY =
            ("{\"type\":\"activity.created\",\"timestamp\":\"2026-11-29T10:00:00Z\",\"data\":{\"title\":\""
                            + "a run by the sea ".repeat(100)
                            + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final String RUNS =
            """
            insert into run (run_id, pipeline_id, user_id, record_type, record_id, revision, status,
                boosts, started_at, changed_at, attempts, version)
            select cast(? as uuid), cast(? as uuid), cast(? as uuid), 'activity', gen_random_uuid(),
                1, 'RUNNING', '[]', now(), now(), 0, 1\
            """;

    private static final String DELIVERIES_OF_RUNS =
            """
            insert into delivery (delivery_id, target_id, target_type, position, run_id, record_id,
                revision, event, state, attempts, due_at, changed_at)
            select cast(? as uuid), cast(? as uuid), 'webhook', 0, run_id, record_id, 1, 'CREATED',
                'DUE', 0, ?, now() from run where run_id = cast(? as uuid)\
            """;

    private static final String CONTENTS =
            "insert into delivery_content (delivery_id, content, content_bytes)"
                    + " values (cast(? as uuid), ?, ?)";

    private final Street anna = Street.anna();
    private final Vertx vertx = Vertx.vertx();
    private final LongAdder received = new LongAdder();
    private HttpServer receiver;
    private ServerSocket silent;

    @BeforeEach
    void listens() throws IOException, ExecutionException, InterruptedException, TimeoutException {
        receiver =
                vertx.createHttpServer()
                        .requestHandler(request ->
                                request.endHandler(_ -> {
                                    request.response().setStatusCode(204).end();
                                    received.increment();
                                }))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void tidy() throws IOException, ExecutionException, InterruptedException, TimeoutException {
        anna.close();
        silent.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void manyWebhooksASecondGoOutAndADeadTargetTakesLittleOfThem() {
        List<String> targets = targets(receiver.actualPort(), TARGETS);
        List<String> dead = targets(silent.getLocalPort(), 1);
        double first = throughput(targets, DELIVERIES);
        var _ = throughput(targets, DELIVERIES);

        List<Double> alone = new ArrayList<>();
        List<Double> besideADeadOne = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(throughput(targets, DELIVERIES));
            enter(dead, OF_THE_DEAD, Duration.ZERO);
            besideADeadOne.add(throughput(targets, DELIVERIES));
            forget(dead);
        }

        LOG.infof(
                "webhooks a second: %.0f (cold %.0f; rounds %s), beside a target that never answers"
                        + " %.0f (rounds %s; ratio %.3f)",
                mean(alone),
                first,
                whole(alone),
                mean(besideADeadOne),
                whole(besideADeadOne),
                mean(besideADeadOne) / mean(alone));
        assertThat(mean(alone)).isGreaterThan(LEAST_A_SECOND);
        assertThat(mean(besideADeadOne)).isGreaterThan(LEAST_A_SECOND);
    }

    private static double mean(List<Double> rounds) {
        return rounds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Long> whole(List<Double> rounds) {
        return rounds.stream().map(Math::round).toList();
    }

    /** What waits for a target goes, so that the next round is without it. */
    private static void forget(List<String> targets) {
        try (Connection connection = connection();
                PreparedStatement forget =
                        connection.prepareStatement(
                                "delete from delivery where target_id = cast(? as uuid)")) {
            for (String target : targets) {
                forget.setString(1, target);
                forget.executeUpdate();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** They are entered first and due all at once: what is measured is how they go out. */
    private double throughput(List<String> targets, int deliveries) {
        long delivered = delivered(targets);
        long already = received.sum();
        Instant due = enter(targets, deliveries, Duration.ofMillis(2_000 + deliveries / 4));
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received.sum() >= already + deliveries);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> delivered(targets) >= delivered + deliveries);
        assertThat(Instant.now()).isAfter(due);
        return deliveries / (Duration.between(due, Instant.now()).toMillis() / 1e3);
    }

    private List<String> targets(int port, int count) {
        List<String> all = new ArrayList<>();
        for (int begun = 0; begun < count; begun += 10) {
            int first = begun;
            JsonPath pipeline =
                    anna.pipeline(
                            IntStream.range(begun, Math.min(count, begun + 10))
                                    .mapToObj(number -> webhook(port, first + "-" + number))
                                    .toArray(String[]::new));
            all.addAll(pipeline.getList("targets.targetId"));
        }
        return all;
    }

    private static String webhook(int port, String path) {
        return "{\"id\": \"webhook\", \"configuration\": {\"url\": \"http://127.0.0.1:"
                + port
                + "/"
                + path
                + "\"}}";
    }

    /** As runs would, due so far ahead; answers when that is. */
    private Instant enter(List<String> targets, int count, Duration ahead) {
        Instant due = Instant.now().plus(ahead);
        byte[] packed = Zstd.compress(BODY);
        try (Connection connection = connection();
                PreparedStatement runs = connection.prepareStatement(RUNS);
                PreparedStatement deliveries = connection.prepareStatement(DELIVERIES_OF_RUNS);
                PreparedStatement contents = connection.prepareStatement(CONTENTS)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < count; number++) {
                String run = UUID.randomUUID().toString();
                String delivery = UUID.randomUUID().toString();
                runs.setString(1, run);
                runs.setString(2, UUID.randomUUID().toString());
                runs.setString(3, anna.user().toString());
                runs.addBatch();
                deliveries.setString(1, delivery);
                deliveries.setString(2, targets.get(number % targets.size()));
                deliveries.setObject(3, due.atOffset(ZoneOffset.UTC));
                deliveries.setString(4, run);
                deliveries.addBatch();
                contents.setString(1, delivery);
                contents.setBytes(2, packed);
                contents.setInt(3, BODY.length);
                contents.addBatch();
            }
            runs.executeBatch();
            deliveries.executeBatch();
            contents.executeBatch();
            connection.commit();
            return due;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long delivered(List<String> targets) {
        String ids = targets.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        try (Connection connection = connection();
                PreparedStatement count =
                        connection.prepareStatement(
                                "select count(*) from delivery where state = 'DELIVERED'"
                                        + " and target_id in ("
                                        + ids
                                        + ")");
                ResultSet found = count.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connection() throws SQLException {
        Infrastructure.Postgres postgres = Infrastructure.shared().postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl("pipeline"), postgres.username(), postgres.password());
    }
}
