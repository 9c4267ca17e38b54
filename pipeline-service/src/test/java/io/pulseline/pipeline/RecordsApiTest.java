package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kept records by type and date. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class RecordsApiTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();
    private final AvroCodec<HeartRateSeries> hours =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE,
                    HeartRateSeries.class);

    private final LocalDate date =
            LocalDate.parse("2004-01-01").plusDays(3L * TESTS.getAndIncrement());

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
        hours.close();
    }

    private ValidatableResponse asked(String question) {
        return anna.asks().get("/api/records?" + question).then();
    }

    private String onDate(String type) {
        return "type=%s&from=%s&to=%s".formatted(type, date, date);
    }

    private void awaitRecords(String question, int records) {
        await().atMost(Street.LIMIT)
                .until(() ->
                        asked(question).extract().jsonPath().getList("records").size() == records);
    }

    /** The hours of the date, in UTC, and the one after them. */
    private void aDayOfHeartRate() {
        for (int hour = 0; hour <= 24; hour++) {
            HeartRateSeries told =
                    MetricDays.liveHour(
                            anna.user(),
                            date.atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC),
                            60 + hour);
            anna.kafka()
                    .produce(
                            Topics.HEALTH_HEART_RATE,
                            anna.user().toString(),
                            hours.encode(told),
                            Map.of());
        }
        awaitRecords(onDate("heart-rate"), 24);
    }

    @Test
    void pagesGoBackInTimeAndMissNothing() {
        aDayOfHeartRate();
        List<Integer> slots = new ArrayList<>();
        String next = "";
        do {
            JsonPath page =
                    asked(onDate("heart-rate") + "&limit=7" + next)
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            slots.addAll(page.getList("records.slot", Integer.class));
            String mark = page.getString("next");
            next = mark == null ? "" : "&after=" + mark;
        } while (!next.isEmpty());

        assertThat(slots).hasSize(24).isSortedAccordingTo((one, other) -> other - one);
        ben.asks()
                .get("/api/records?" + onDate("heart-rate"))
                .then()
                .statusCode(200)
                .body("records", empty())
                .body("next", nullValue());
    }

    @Test
    void seriesAreShownOnlyToWhomAsksForThem() {
        aDayOfHeartRate();

        asked(onDate("heart-rate") + "&limit=1")
                .body("records[0].localDate", equalTo(date.toString()))
                .body("records[0].containsKey('heartRate')", equalTo(false))
                .body("next", notNullValue());
        asked(onDate("heart-rate") + "&series=true")
                .body("records", hasSize(24))
                .body("records[0].heartRate.beatsPerMinute[0]", equalTo(83));
    }

    @Test
    void anActivityIsOfTheDateOnWhichItStartedWhereTheUserWas() {
        // Half past eight in the evening in UTC is already the next date in Auckland.
        Activity auckland = startingAt(date, 20, 13 * 3600);
        Activity losAngeles = startingAt(date.plusDays(1), 3, -8 * 3600);
        Activity nowhere = startingAt(date, 12, 90_000);
        anna.publish(auckland);
        anna.publish(losAngeles);
        anna.publish(nowhere);

        awaitRecords(onDate("activity"), 2);
        asked(onDate("activity"))
                .body("records.recordId", contains(losAngeles.getRecordId(), nowhere.getRecordId()))
                .body("records[0].containsKey('heartRate')", equalTo(false));
        asked("type=activity&from=%s&to=%s".formatted(date.plusDays(1), date.plusDays(1)))
                .body("records.recordId", contains(auckland.getRecordId()));
        asked("type=activity&limit=1&from=%s&to=%s".formatted(date, date.plusDays(1)))
                .body("records.recordId", contains(auckland.getRecordId()))
                .body("next", notNullValue());
    }

    private Activity startingAt(LocalDate day, int hour, int offsetSeconds) {
        Activity run =
                Activities.run(
                        anna.user(),
                        UUID.randomUUID().toString(),
                        day.atTime(hour, 30).toInstant(ZoneOffset.UTC).plus(Activities.ELAPSED));
        run.setStartOffsetSeconds(offsetSeconds);
        return Activities.hashed(run);
    }

    @Test
    void aDeletedRecordIsNotShown() {
        Activity run = startingAt(date, 12, 0);
        anna.publish(run);
        awaitRecords(onDate("activity"), 1);
        Activity gone = Activities.renamed(run, "Gone");
        gone.setDeleted(true);

        anna.publish(Activities.hashed(gone));

        awaitRecords(onDate("activity"), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01, type",
        "type=dreams, type",
        "type=sleep&from=yesterday, from",
        "type=sleep&from=2026-02-01&to=2026-01-31, to",
        "type=sleep&to=+12026-01-31, to",
        "type=sleep&limit=201, limit",
        "type=heart-rate&series=true&limit=26, limit",
        "type=sleep&series=yes, series",
        "type=sleep&after=here, after",
        "type=sleep&page=2, page",
        "type=sleep&type=steps, type",
    })
    void whatIsWrongIsNamed(String question, String field) {
        asked(question).statusCode(400).body("errors.field", containsInAnyOrder(field));
    }
}
