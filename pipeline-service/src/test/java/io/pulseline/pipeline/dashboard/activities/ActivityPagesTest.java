package io.pulseline.pipeline.dashboard.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.WebhookReceiver;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Activity History and the page of one run. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class ActivityPagesTest {
    private final Street dana = Street.reader("dana");

    @AfterEach
    void tidy() {
        dana.removePipelines();
        dana.close();
    }

    private ValidatableResponse page(String path) {
        return dana.logged().accept("text/html").get(path).then();
    }

    private UUID wentThrough(JsonPath pipeline, String title, String status) {
        Activity run =
                Activities.renamed(
                        Activities.run(
                                dana.user(),
                                UUID.randomUUID().toString(),
                                Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS)),
                        title);
        UUID runId = Ids.run(pipeline.getUUID("pipelineId"), UUID.fromString(run.getRecordId()));
        dana.publish(run);
        dana.awaitStatus(runId, status);
        return runId;
    }

    @Test
    void aRunShowsItsFiguresChartBoostersAndDeliveries() {
        UUID runId = wentThrough(dana.pipeline(Street.kafkaTarget()), "By the canal", "SYNCED");

        page("/activities/" + runId)
                .statusCode(200)
                .body(containsString("<h1>By the canal</h1>"))
                .body(containsString("5.12 km"))
                .body(containsString("data-chart=\"{&quot;title&quot;:&quot;Heart rate&quot;"))
                .body(containsString("140–169 bpm"))
                .body(containsString("Heart rate zones"))
                .body(containsString("Kafka topic"))
                .body(containsString("delivered"))
                .body(containsString("<h2 id=\"route\">Route</h2>\n<p class=\"notice\">"));
    }

    @Test
    void aRefusedDeliveryShowsItsAttemptsAndCanBeTriedAgain() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.answerNext(410);
            JsonPath pipeline = dana.pipeline(Street.webhook(receiver));
            UUID runId = wentThrough(pipeline, "Refused", "FAILED");

            page("/activities/" + runId)
                    .statusCode(200)
                    .body(containsString("410"))
                    .body(containsString("Attempt 1"))
                    .body(
                            containsString(
                                    "data-api=\"POST /api/runs/"
                                            + runId
                                            + "/targets/"
                                            + pipeline.getString("targets[0].targetId")
                                            + "/retry\""));
        }
    }

    @Test
    void anotherUsersRunIsNotThere() {
        UUID runId = wentThrough(dana.pipeline(Street.kafkaTarget()), "Mine", "SYNCED");

        try (Street ben = Street.ben()) {
            ben.logged().accept("text/html").get("/activities/" + runId).then().statusCode(404);
        }
        page("/activities/" + UUID.randomUUID())
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<h1>There is no such page, or it is not yours</h1>"));
        dana.asks()
                .get("/api/runs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void theHistoryIsFilteredAndPagedByKey() {
        JsonPath pipeline = dana.pipeline(Street.kafkaTarget());
        String word = "Loop " + UUID.randomUUID();
        UUID first = wentThrough(pipeline, word + " one", "SYNCED");
        UUID second = wentThrough(pipeline, word + " <two>", "SYNCED");

        String page =
                dana.logged()
                        .accept("text/html")
                        .queryParam("limit", 1)
                        .queryParam("status", "")
                        .queryParam("text", word)
                        .get("/activities")
                        .then()
                        .statusCode(200)
                        .body(containsString(second.toString()))
                        .body(containsString("&lt;two&gt;"))
                        .body(not(containsString(first.toString())))
                        .extract()
                        .asString();
        Matcher more = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(page);
        assertThat(more.find()).isTrue();
        dana.logged()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(more.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .body(containsString(first.toString()))
                .body(not(containsString(second.toString())));
    }

    @Test
    void aFilterThatCannotBeTakenSaysSoInItsForm() {
        page("/activities?from=yesterday")
                .statusCode(200)
                .body(containsString("from must be a date like 2026-11-29"));
        page("/activities?from=2026-11-29&to=2026-11-01")
                .statusCode(200)
                .body(containsString("to must be later than from"));
    }
}
