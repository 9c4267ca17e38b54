package io.pulseline.pipeline.dashboard.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.pulseline.contracts.Topics;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees in the browser. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class OperatorPageTest {
    private static final String LETTERS = Topics.deadLettersOf(Topics.HEALTH_STEPS);

    private final Street oskar = Street.of("oskar", "operates");

    @AfterEach
    void tidy() {
        oskar.close();
    }

    private ValidatableResponse page(String path) {
        return oskar.logged()
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void theStreetStandsInTables() {
        page("/operator")
                .body(containsString("href=\"/operator\" aria-current=\"page\""))
                .body(containsString("Connections by state"))
                .body(containsString("Consumer lag"))
                .body(containsString("href=\"/operator/dead-letters/" + LETTERS + "\""))
                .body(not(containsString("Kafka did not answer")));
    }

    @Test
    void deadLettersHaveButtonsUntilSomebodyDecides() {
        String key = UUID.randomUUID().toString();
        oskar.kafka()
                .produce(
                        LETTERS,
                        key,
                        "somebody's steps".getBytes(UTF_8),
                        Map.of("dead-letter-reason", "seen on a page"));
        ConsumerRecord<String, byte[]> letter =
                oskar.kafka()
                        .await(LETTERS, entry -> key.equals(entry.key()), 1, Street.LIMIT)
                        .getFirst();
        String path = LETTERS + "/" + letter.partition() + "/" + letter.offset();

        page("/operator/dead-letters/" + LETTERS)
                .body(containsString("seen on a page"))
                .body(containsString("POST /api/operator/dead-letters/" + path + "/redrive"))
                .body(containsString("POST /api/operator/dead-letters/" + path + "/discard"))
                .body(not(containsString("somebody's steps")));

        oskar.asks()
                .body("{\"reason\": \"seen & done\"}")
                .post("/api/operator/dead-letters/" + path + "/discard")
                .then()
                .statusCode(200);

        page("/operator/dead-letters/" + LETTERS)
                .body(containsString("seen &amp; done"))
                .body(not(containsString(path + "/redrive")));
        await().atMost(Street.LIMIT)
                .untilAsserted(() ->
                        page("/operator")
                                .body(
                                        containsString(
                                                "POST /api/operator/dead-letters/{topic}/{partition}"
                                                        + "/{offset}/discard")));
        page("/operator/audit?limit=1").body(containsString("href=\"/operator/audit?after="));
    }

    @Test
    void othersGetAPageThatSaysSo() {
        try (Street hugo = Street.reader("hugo")) {
            hugo.logged()
                    .accept("text/html")
                    .get("/operator")
                    .then()
                    .statusCode(403)
                    .contentType(containsString("text/html"))
                    .body(containsString("This page is for operators."));
        }
    }

    @Test
    void whatIsNoTopicOfDeadLettersIsNotThere() {
        oskar.logged()
                .accept("text/html")
                .get("/operator/dead-letters/" + Topics.HEALTH_STEPS)
                .then()
                .statusCode(404);
    }
}
