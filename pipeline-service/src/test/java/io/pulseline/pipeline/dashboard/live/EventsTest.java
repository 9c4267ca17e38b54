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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Open pages hear that a run of their user changed. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class EventsTest {
    private static final long LIMIT_SECONDS = 20;

    /** Lines of the stream, as they come. */
    private BlockingQueue<String> watching(String name) throws Exception {
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
                                                                + "/events"))
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

    @Test
    void aPageHearsOfItsOwnUsersRunsAndOfNobodyElses() throws Exception {
        BlockingQueue<String> noras = watching("nora");
        BlockingQueue<String> hugos = watching("hugo");
        assertThat(noras.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");
        assertThat(hugos.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith(":");

        try (Street nora = Street.reader("nora")) {
            JsonPath pipeline = nora.pipeline(Street.kafkaTarget());
            Activity run =
                    Activities.run(
                            nora.user(),
                            UUID.randomUUID().toString(),
                            Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
            nora.publish(run);
            nora.awaitStatus(
                    Ids.run(pipeline.getUUID("pipelineId"), UUID.fromString(run.getRecordId())),
                    "SYNCED");
            nora.removePipelines();
        }

        assertThat(noras.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("event:changed");
        assertThat(hugos).noneMatch(line -> line.contains("changed"));
    }
}
