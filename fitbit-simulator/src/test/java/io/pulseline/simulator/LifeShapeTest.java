package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.Life;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents of somebody who lives, against the fact sheet's sections 4.3 to 4.17. */
class LifeShapeTest {
    private static final String USER = "/1/user/-/";
    private static final String RANGE = "/date/2026-03-09/2026-03-15";

    private final Lived lived =
            Lived.of("2026-03-10T09:00:00Z", 6, 5, 5, Duration.ofDays(4).plusHours(8));
    private final Life life = lived.lives().getFirst();
    private final Phone phone = lived.phone(life);
    private final LocalDate date = LocalDate.of(2026, 3, 12);

    @AfterEach
    void close() {
        lived.close();
    }

    @Test
    void everyEndpointAnswers() {
        Stream.of(
                        "profile.json",
                        "devices.json",
                        "activities/date/today.json",
                        "activities/steps/date/today/7d.json",
                        "activities/tracker/steps/date/today/1w.json",
                        "activities/calories/date/2026-03-12/1d/15min.json",
                        "activities/distance/date/2026-03-12/1d/5min.json",
                        "activities/heart/date/2026-03-12/1d/1sec/time/08:00/09:59.json",
                        "activities/active-zone-minutes" + RANGE + ".json",
                        "activities/active-zone-minutes/date/2026-03-12/1d/1min.json",
                        "hrv/date/2026-03-12.json",
                        "hrv/date/2026-03-12/all.json",
                        "br" + RANGE + ".json",
                        "temp/skin" + RANGE + ".json",
                        "cardioscore/date/2026-03-12.json",
                        "body/log/weight/date/2026-03-12/1m.json")
                .forEach(path ->
                        assertThat(phone.get(USER + path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void dailySeriesHaveNumbersInStringsForEveryDate() {
        for (String resource :
                List.of(
                        "steps",
                        "distance",
                        "calories",
                        "floors",
                        "elevation",
                        "minutesSedentary")) {
            JsonNode rows =
                    phone.json(USER + "activities/" + resource + RANGE + ".json")
                            .path("activities-" + resource);

            assertThat(rows).hasSize(7);
            assertThat(rows.get(3).path("value").isTextual()).isTrue();
            assertThat(rows.get(0).path("dateTime").asText()).isEqualTo("2026-03-09");
        }
    }

    @Test
    void theWordTodayIsEchoed() {
        JsonNode series = phone.json(USER + "activities/steps/date/today/1d.json");

        assertThat(series.at("/activities-steps/0/dateTime").asText()).isEqualTo("today");
    }

    @Test
    void theGridOfStepsIsWholeAndTheWindowSumsItself() {
        JsonNode day = phone.json(USER + "activities/steps/date/today/1d/1min.json");
        JsonNode window =
                phone.json(
                        USER + "activities/steps/date/" + date + "/1d/1min/time/09:00/20:59.json");
        JsonNode rows = window.at("/activities-steps-intraday/dataset");
        int sum = rows.valueStream().mapToInt(row -> row.path("value").asInt()).sum();

        assertThat(day.at("/activities-steps-intraday/dataset")).hasSize(1440);
        assertThat(rows).hasSize(720);
        assertThat(rows.get(0).path("time").asText()).isEqualTo("09:00:00");
        assertThat(window.at("/activities-steps/0/value").asText()).isEqualTo("" + sum);
        lived.simulator().turnOn(Switch.GRID_UNTIL_NOW);
        assertThat(
                        phone.json(USER + "activities/steps/date/today/1d/1min.json")
                                .at("/activities-steps-intraday/dataset"))
                .hasSizeLessThan(1440);
    }

    @Test
    void datesWithoutDataAreLeftOutOfRanges() {
        for (String path : List.of("hrv", "br", "temp/skin", "cardioscore")) {
            JsonNode all =
                    phone.json(USER + path + "/date/2026-03-08/2026-03-14.json").elements().next();

            assertThat(all).as(path).hasSizeBetween(1, 5);
        }
        JsonNode none = phone.json(USER + "hrv/date/2025-01-01/2025-01-05.json");
        assertThat(none.path("hrv")).isEmpty();
    }

    @Test
    void oxygenIsAnObjectForADateAndAnArrayForARange() {
        JsonNode range = phone.json(USER + "spo2" + RANGE + ".json");
        String night = range.get(0).path("dateTime").asText();
        JsonNode rows = phone.json(USER + "spo2" + RANGE + "/all.json").at("/0/minutes");

        assertThat(range.isArray()).isTrue();
        assertThat(phone.json(USER + "spo2/date/" + night + ".json")).isEqualTo(range.get(0));
        assertThat(rows.get(0).path("minute").asText()).matches("2026-03-..T..:..:..");
        assertThat(phone.json(USER + "spo2/date/2025-01-01/2025-01-02.json").isArray()).isTrue();
    }

    @Test
    void aDateWithoutOxygenHasOneOfFourShapes() {
        String path = USER + "spo2/date/2025-01-01.json";

        assertThat(phone.json(path).isObject()).isTrue();
        lived.simulator().turnOn(Switch.EMPTY_SPO2_WITHOUT_VALUE);
        assertThat(phone.json(path).path("dateTime").asText()).isEqualTo("2025-01-01");
        lived.simulator().turnOn(Switch.EMPTY_SPO2_ARRAY);
        assertThat(phone.json(path).isArray()).isTrue();
        lived.simulator().turnOn(Switch.EMPTY_SPO2_NOT_FOUND);
        assertThat(phone.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void rangesThatAreTooLongAreRefused() {
        String path = USER + "hrv/date/2026-01-01/2026-01-31.json";
        HttpResponse<String> refused = phone.get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Phone.errorType(refused)).isEqualTo("validation");
        assertThat(phone.get(USER + "hrv/date/2026-01-01/2026-01-30.json").statusCode())
                .isEqualTo(200);
        assertThat(phone.get("/1.2/user/-/sleep/date/2026-01-01/2026-04-11.json").statusCode())
                .isEqualTo(400);
        assertThat(phone.get(USER + "body/log/weight/date/2026-01-01/2026-02-01.json").statusCode())
                .isEqualTo(400);
        assertThat(phone.get(USER + "cardioscore/date/2026-03-10/2026-03-20.json").statusCode())
                .isEqualTo(400);
        lived.simulator().turnOn(Switch.LONG_RANGE_UNPROCESSABLE);
        assertThat(phone.get(path).statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverLacksScopeOrRightGetsNothing() {
        Phone poor =
                new Phone(lived.simulator())
                        .as(lived.simulator().hasConsent(life.user(), Scope.ACTIVITY));
        HttpResponse<String> sleep = poor.get("/1.2/user/-/sleep/date/2026-03-12.json");

        assertThat(sleep.statusCode()).isEqualTo(403);
        assertThat(Phone.errorType(sleep)).isEqualTo("insufficient_scope");
        lived.simulator().turnOn(Switch.WITHOUT_INTRADAY_RIGHT);
        assertThat(poor.get(USER + "activities/steps/date/2026-03-12/1d/1min.json").statusCode())
                .isEqualTo(403);
        lived.simulator().turnOn(Switch.INTRADAY_KEY_MISSING);
        JsonNode plain = poor.json(USER + "activities/steps/date/2026-03-12/1d/1min.json");
        assertThat(plain.has("activities-steps-intraday")).isFalse();
    }

    @Test
    void secondsMayBeRefusedWhereMinutesAreNot() {
        lived.simulator().turnOn(Switch.WITHOUT_SECOND_DETAIL);
        String heart = USER + "activities/heart/date/2026-03-12/1d/";

        assertThat(phone.get(heart + "1sec.json").statusCode()).isEqualTo(403);
        assertThat(phone.get(heart + "1min.json").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnwornDayHasZonesWithoutMinutes() {
        JsonNode zone =
                phone.json(USER + "activities/heart/date/2026-03-01/1d.json")
                        .at("/activities-heart/0/value/heartRateZones/0");

        assertThat(zone.has("name")).isTrue();
        assertThat(zone.has("minutes")).isFalse();
    }

    @Test
    void americansGetMilesFeetPoundsAndFahrenheit() {
        Phone american = lived.phone(life).with("Accept-Language", "en_US");
        String distance = USER + "activities/distance/date/2026-03-12/1d.json";
        double kilometres = phone.json(distance).at("/activities-distance/0/value").asDouble();
        double miles = american.json(distance).at("/activities-distance/0/value").asDouble();
        String skin = USER + "temp/skin" + RANGE + ".json";
        double celsius = phone.json(skin).at("/tempSkin/0/value/nightlyRelative").asDouble();
        double fahrenheit = american.json(skin).at("/tempSkin/0/value/nightlyRelative").asDouble();

        assertThat(miles * 1.609344).isCloseTo(kilometres, within(1e-5));
        assertThat(fahrenheit).isCloseTo(celsius * 1.8, within(0.006));
    }

    @Test
    void rateHeadersMayLag() {
        int used = 150 - remaining();
        lived.simulator().turnOn(Switch.LAGGING_RATE_HEADERS);

        assertThat(150 - remaining()).isEqualTo(Math.max(0, used + 1 - 10));
    }

    @Test
    void somebodyWithoutALifeHasEmptyDocuments() {
        Phone other =
                new Phone(lived.simulator())
                        .as(
                                lived.simulator()
                                        .hasConsent(
                                                lived.simulator()
                                                        .hasUser("anna", Morning.BERLIN, 7),
                                                Phone.ALL_SCOPES));

        assertThat(other.json("/1.2/user/-/sleep/date/2026-03-12.json").path("sleep")).isEmpty();
        assertThat(other.json(USER + "hrv" + RANGE + ".json").path("hrv")).isEmpty();
        assertThat(
                        other.json(USER + "activities/date/2026-03-12.json")
                                .at("/summary/steps")
                                .asInt(-1))
                .isZero();
    }

    private int remaining() {
        return Integer.parseInt(
                phone.get(USER + "devices.json")
                        .headers()
                        .firstValue("Fitbit-Rate-Limit-Remaining")
                        .orElseThrow());
    }
}
