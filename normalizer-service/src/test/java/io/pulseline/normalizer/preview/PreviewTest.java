package io.pulseline.normalizer.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PreviewTest.ServiceWithAUser.class)
class PreviewTest {
    private static final String STEPS =
            """
            {"activities-steps":[{"dateTime":"2026-05-14","value":"29"}],
             "activities-steps-intraday":{"dataset":[{"time":"00:00:00","value":17},
             {"time":"00:01:00","value":12},{"time":"nonsense","value":1}],
             "datasetInterval":1,"datasetType":"minute"}}\
            """;
    private static final String HRV =
            """
            {"hrv":[{"value":{"dailyRmssd":31.5},"dateTime":"2026-05-15"},
             {"value":{"dailyRmssd":34.9,"deepRmssd":0},"dateTime":"2026-05-14"}]}\
            """;

    @Test
    void aWholeAnswerGivesItsRecordsAndCountsWhatIsOdd() {
        UUID anna = Ids.user(Ids.BUILT_IN_ISSUER, "anna");

        asAnna("steps")
                .queryParam("date", "2026-05-14")
                .queryParam("lastSync", "2026-05-14T02:00:30+02:00")
                .body(STEPS)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Pulseline-Oddities", "row_unreadable=1")
                .body("$", hasSize(3))
                .body("user", hasItems(anna.toString()))
                .body("slot", equalTo(List.of(0, 1, 2)))
                .body("[0].stepsPerMinute[1]", is(12))
                .body("[2].stepsPerMinute[0]", nullValue());
    }

    @Test
    void anAnswerForARangeGivesARecordForEachDate() {
        asAnna("heart-rate-variability")
                .body(HRV)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(200)
                .body("localDate", equalTo(List.of("2026-05-14", "2026-05-15")))
                .body("[0].dailyRmssdMilliseconds", is(34.9f))
                .body("[0].deepSleepRmssdMilliseconds", nullValue());
    }

    @Test
    void aListOfLogsGivesARecordForEachLog() {
        asAnna("sleep")
                .body(
                        """
                        {"sleep":[{"logId":1,"startTime":"2026-05-13T23:15:00.000","duration":3600000},
                         {"logId":2,"startTime":"2026-05-14T13:00:00.000","duration":1800000}]}\
                        """)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(200)
                .body("thingKey", equalTo(List.of("FITBIT:1", "FITBIT:2")));
    }

    @Test
    void nothingIsPublished() {
        asAnna("heart-rate-variability")
                .body(HRV)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(200);

        String anna = Ids.user(Ids.BUILT_IN_ISSUER, "anna").toString();
        try (KafkaProbe kafka =
                new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers())) {
            assertThat(kafka.everythingIn(Topics.HEALTH_HEART_RATE_VARIABILITY))
                    .noneMatch(record -> anna.equals(record.key()));
        }
    }

    @Test
    void everyKindIsListedWithItsParts() {
        given().auth()
                .preemptive()
                .basic("anna", "run")
                .when()
                .get("/api/preview/kinds")
                .then()
                .statusCode(200)
                .body("kind", hasItems(PayloadKind.all().toArray(String[]::new)))
                .body("provider", hasItems("FITBIT"))
                .body(
                        "find { it.kind == 'oxygen-saturation' }.answers.part",
                        hasItems("spo2-summary", "spo2-intraday"))
                .body(
                        "find { it.kind == 'steps' }.answers[0].endpoint",
                        is("GET /1/user/-/activities/steps/date/{date}/1d/1min.json"))
                .body("find { it.kind == 'steps' }.answers[0].needsDate", is(true));
    }

    @Test
    void withoutALoginThereIsNoPreview() {
        given().body(HRV).when().post("/api/preview?provider=FITBIT").then().statusCode(401);
        given().when().get("/api/preview/kinds").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider | GARMIN | There is no mapping for kind steps of provider GARMIN",
                "provider | '' | Parameter provider is missing",
                "kind | blood-sugar | There is no mapping for kind blood-sugar",
                "kind | '' | Parameter kind is missing",
                "zone | Mars/Olympus | Parameter zone is not an IANA time zone",
                "zone | '' | Parameter zone is missing",
                "date | 14.5.2026 | Parameter date is not a date, yyyy-MM-dd",
                "lastSync | noon | Parameter lastSync is not a time with its offset",
            })
    void aWrongParameterIsNamed(String name, String value, String detail) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("provider", "FITBIT");
        parameters.put("kind", "steps");
        parameters.put("zone", "Europe/Berlin");
        parameters.put("date", "2026-05-14");
        parameters.put(name, value);

        given().auth()
                .preemptive()
                .basic("anna", "run")
                .queryParams(parameters)
                .body(STEPS)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", is(400))
                .body("detail", containsString(detail))
                .body("errors[0].field", is(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps | {\"activities-steps-intraday\":{}} | this answer says no date",
                "sleep | {\"meta\":{\"state\":\"pending\"}} | the answer is pending",
                "sleep | {\"hrv\":[]} | the answer is none of those that kind sleep is made of",
                "sleep | {\"errors\":[]} | the answer is an error of Fitbit",
                "sleep | <html/> | the answer is malformed JSON at line 1",
                "sleep | {\"sleep\":[{\"duration\":60000}]} | sleep log has no startTime",
            })
    void anAnswerThatCannotBeReadIsToldSo(String kind, String body, String detail) {
        asAnna(kind)
                .body(body)
                .when()
                .post("/api/preview")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        asAnna("steps")
                .body(" ".repeat(1025))
                .when()
                .post("/api/preview")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", is("The body has 1025 bytes; 1024 are allowed."));
    }

    private static RequestSpecification asAnna(String kind) {
        return given().auth()
                .preemptive()
                .basic("anna", "run")
                .queryParam("provider", "FITBIT")
                .queryParam("kind", kind)
                .queryParam("zone", "Europe/Berlin");
    }

    /** The usual infrastructure, somebody who may log in, and a limit that a test can reach. */
    public static final class ServiceWithAUser implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(Infrastructure.shared().properties());
            settings.put("quarkus.security.users.embedded.users.anna", "run");
            settings.put("quarkus.security.users.embedded.roles.anna", "user");
            settings.put("pulseline.preview.largest-body-bytes", "1024");
            return settings;
        }

        @Override
        public void stop() {}
    }
}
