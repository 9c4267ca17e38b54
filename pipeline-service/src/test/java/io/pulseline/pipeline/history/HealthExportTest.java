package io.pulseline.pipeline.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.Records;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics of many dates as a file. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class HealthExportTest {
    /** Of which no other test writes. */
    private static final LocalDate DATE = LocalDate.of(2019, 10, 27);

    @Inject Records records;
    @Inject Transactions transactions;

    private final Street elsa = Street.reader("elsa");
    private final Street finn = Street.reader("finn");
    private final MetricDays days = new MetricDays(elsa.user(), ZoneId.of("Europe/Berlin"));
    private final MetricDays finns = new MetricDays(finn.user(), ZoneId.of("Europe/Berlin"));

    @AfterEach
    void tidy() {
        elsa.close();
        finn.close();
    }

    private void kept(List<? extends SpecificRecord> metrics) {
        var _ =
                transactions.writeAndWait(() ->
                        records.keepAll(
                                metrics.stream().map(MetricDays::received).toList(),
                                Instant.now()));
    }

    private static ValidatableResponse asked(Street of, String question) {
        return of.logged().get("/api/health/" + question).then();
    }

    private static List<String> lines(ValidatableResponse answer) {
        return List.of(answer.statusCode(200).extract().asString().split("\r\n"));
    }

    @Test
    void aTableHasLocalDatesTimesWithOffsetsAndUnitsInTheNamesOfItsColumns() {
        // Half past two by the clock, once in summer time and an hour later in winter time.
        kept(
                List.of(
                        days.hour(DATE, 3, List.of(1_800_000), List.of(61)),
                        days.hour(DATE, 2, List.of(1_800_000), List.of(60)),
                        days.hour(DATE.plusDays(1), 0, List.of(0), List.of(62)),
                        finns.hour(DATE, 2, List.of(0), List.of(99))));
        String question = "heart-rate?format=csv&from=%s&to=%s".formatted(DATE, DATE.plusDays(1));

        ValidatableResponse answer = asked(elsa, question);

        answer.header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        equalTo(
                                "attachment;"
                                        + " filename=\"pulseline-heart-rate-2019-10-27-2019-10-28.csv\""));
        assertThat(lines(answer))
                .containsExactly(
                        "local_date,time,heart_rate_beats_per_minute",
                        "2019-10-27,2019-10-27T02:30:00+02:00,60",
                        "2019-10-27,2019-10-27T02:30:00+01:00,61",
                        "2019-10-28,2019-10-28T00:00:00+01:00,62");
        assertThat(lines(asked(finn, question)))
                .containsExactly(
                        "local_date,time,heart_rate_beats_per_minute",
                        "2019-10-27,2019-10-27T02:00:00+02:00,99");
    }

    @Test
    void whatIsAbsentIsEmptyAndWhatASpreadsheetWouldCalculateIsText() {
        LocalDate date = LocalDate.of(2019, 5, 1);
        kept(
                List.of(
                        days.steps(date, 8, Arrays.asList(12, null, 0)),
                        days.night(date, "STAGES", List.of("=1+1", "DEEP, \"deep\""))));

        assertThat(lines(asked(elsa, "steps?format=csv&from=2019-05-01&to=2019-05-01")))
                .containsExactly(
                        "local_date,time,steps_in_minute",
                        "2019-05-01,2019-05-01T08:00:00+02:00,12",
                        "2019-05-01,2019-05-01T08:01:00+02:00,",
                        "2019-05-01,2019-05-01T08:02:00+02:00,0");
        assertThat(lines(asked(elsa, "sleep?format=csv&from=2019-05-01&to=2019-05-01")))
                .anyMatch(line -> line.contains(",'=1+1,"))
                .anyMatch(line -> line.contains(",\"DEEP, \"\"deep\"\"\","));
    }

    @Test
    void ourJsonHasTheRecordsAsTheyAreInOrderOfTimeAndOnlyOnesOwn() {
        LocalDate first = LocalDate.of(2018, 1, 1);
        kept(
                List.of(
                        days.respiration(first.plusDays(200), 15.5),
                        days.respiration(first, 14.5),
                        days.respiration(first.plusDays(365), 16.5),
                        days.respiration(first.plusDays(366), 17.5),
                        finns.respiration(first, 99)));
        String question = "respiratory-rate?from=2018-01-01&to=2019-01-01";

        asked(elsa, question)
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"))
                .body("breathsPerMinute", contains(14.5f, 15.5f, 16.5f))
                .body("[0].localDate", equalTo("2018-01-01"))
                .body("[0].containsKey('deepSleepBreathsPerMinute')", equalTo(true));
        asked(finn, question).body("breathsPerMinute", contains(99f));
        asked(finn, "sleep?from=2018-01-01&to=2018-12-31").statusCode(200).body("$", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01, to",
        "to=2026-01-01, from",
        "from=1.1.2026&to=2026-01-01, from",
        "from=2026-02-01&to=2026-02-30, to",
        "from=2026-02-01&to=2026-01-31, to",
        "from=2025-01-01&to=2026-01-02, to",
        "from=2026-01-01&to=2026-01-01&format=xml, format",
        "from=2026-01-01&to=2026-01-01&user=finn, user",
        "from=2026-01-01&to=2026-01-01&to=2026-01-02, to",
        "from=%2B12026-01-01&to=2026-01-01, from",
    })
    void whatIsWrongIsNamed(String question, String field) {
        asked(elsa, "sleep?" + question)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder(field));
    }

    @Test
    void aMetricThatIsNoneIsNotFoundAndNobodyReadsWithoutALogin() {
        asked(elsa, "activity?from=2026-01-01&to=2026-01-01").statusCode(404);
        given().get("/api/health/sleep?from=2026-01-01&to=2026-01-01").then().statusCode(401);
    }
}
