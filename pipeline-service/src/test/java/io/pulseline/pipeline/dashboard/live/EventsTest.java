package io.pulseline.pipeline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Open pages hear that a run of their user changed. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class EventsTest {
    private static final long LIMIT_SECONDS = 20;

    /** Lines of the stream, as they come. */
    private BlockingQueue<String> watching(String name) throws Exception {
        return watching(name, "");
    }

    private BlockingQueue<String> watching(String name, String question) throws Exception {
        String login =
                Base64.getEncoder()
                        .encodeToString((name + ":reads").getBytes(StandardCharsets.UTF_8));
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + RestAssured.port
                                                                + "/events"
                                                                + question))
                                        .header("Authorization", "Basic " + login)
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual()
                .start(() ->
                        new java.io.BufferedReader(
                                        new java.io.InputStreamReader(
                                                answer.body(), StandardCharsets.UTF_8))
                                .lines()
                                .filter(line -> !line.isBlank())
                                .forEach(lines::add));
        return lines;
    }

    private static void syncs(Street user) {
        JsonPath pipeline = user.pipeline(Street.kafkaTarget());
        Activity run =
                Activities.run(
                        user.user(),
                        UUID.randomUUID().toString(),
                        Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
        user.publish(run);
        user.awaitStatus(
                Ids.run(pipeline.getUUID("pipelineId"), UUID.fromString(run.getRecordId())),
                "SYNCED");
        user.removePipelines();
    }

    /** The answer begins with a sign of life; the next comes long after what is told at once. */
    private static @Nullable String afterSignOfLife(BlockingQueue<String> lines)
            throws InterruptedException {
        assertThat(lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");
        return lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aPageHearsOfItsOwnUsersRunsAndOfNobodyElses() throws Exception {
        BlockingQueue<String> noras = watching("nora");
        BlockingQueue<String> hugos = watching("hugo");
        assertThat(noras.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");
        assertThat(hugos.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");

        try (Street nora = Street.reader("nora")) {
            syncs(nora);
        }

        assertThat(noras.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("event:changed");
        assertThat(hugos).noneMatch(line -> line.contains("changed"));
    }

    @Test
    void whatChangedWhileAPageBeganToWatchIsToldAtOnce() throws Exception {
        Instant read = Instant.now();
        try (Street nora = Street.reader("nora")) {
            syncs(nora);
        }

        BlockingQueue<String> lines = watching("nora", "?since=" + read.toEpochMilli());

        assertThat(afterSignOfLife(lines)).isEqualTo("event:changed");
    }

    @Test
    void whatWasReadTooLongAgoIsReadAnew() throws Exception {
        Instant read = Instant.now().minus(Duration.ofMinutes(2));

        BlockingQueue<String> lines = watching("hugo", "?since=" + read.toEpochMilli());

        assertThat(afterSignOfLife(lines)).isEqualTo("event:changed");
    }

    @Test
    void aPageThatMissedNothingHearsNothing() throws Exception {
        BlockingQueue<String> lines = watching("hugo", "?since=" + Instant.now().toEpochMilli());

        // Anything missed is told before the second sign of life.
        assertThat(lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");
        assertThat(lines.poll(2, TimeUnit.SECONDS)).isNull();
    }
}
