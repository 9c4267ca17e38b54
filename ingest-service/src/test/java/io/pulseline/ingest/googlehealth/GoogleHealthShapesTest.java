package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.TokenPair;
import io.pulseline.ingest.googlehealth.GoogleErrors.Said;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's small documents, as documented and as met. */
class GoogleHealthShapesTest {
    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void anErrorIsToldByItsReasonOnly() {
        Said said =
                GoogleErrors.said(
                        bytes(
                                """
                                {"error":{"code":400,"message":"secret words","status":"INVALID_ARGUMENT",
                                "details":[{"@type":"x","reason":"INVALID_TIME_RANGE"}]}}
                                """));

        assertThat(said.words()).isEqualTo("INVALID_TIME_RANGE");
        assertThat(said.status()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void theDetailedReasonMayStandInTheMetadata() {
        Said said =
                GoogleErrors.said(
                        bytes(
                                """
                                {"error":{"status":"INVALID_ARGUMENT","details":[{"reason":"OTHER","metadata":
                                {"detailedReasons":"INVALID_DATA_POINT_FILTER_SYNTAX"}}]}}
                                """));

        assertThat(said.isAboutTheFilter()).isTrue();
    }

    @Test
    void anHtmlPageSaysNothing() {
        assertThat(GoogleErrors.said(bytes("<html>Error 404</html>")).words()).isEmpty();
        assertThat(GoogleErrors.said(bytes("[]")).words()).isEmpty();
        assertThat(GoogleErrors.said(new byte[0]).words()).isEmpty();
    }

    @Test
    void theFormerFitbitIdMayBeAbsent() {
        assertThat(
                        GoogleTokens.owner(
                                bytes("{\"healthUserId\":\"251505\",\"legacyUserId\":\"A1B2C3\"}")))
                .contains(new TokenPair.Owner("251505", "A1B2C3"));
        assertThat(GoogleTokens.owner(bytes("{\"healthUserId\":\"251505\"}")))
                .contains(new TokenPair.Owner("251505", null));
        assertThat(GoogleTokens.owner(bytes("{\"name\":\"users/me/identity\"}"))).isEmpty();
        assertThat(GoogleTokens.owner(bytes("<html>"))).isEmpty();
    }

    @Test
    void devicesAreReadWithTheirLastSync() {
        ProviderAnswer<List<Device>> devices =
                GoogleDevices.read(
                        bytes(
                                """
                                {"pairedDevices":[{"name":"users/2/pairedDevices/27","deviceType":"TRACKER",
                                "deviceVersion":"Charge 6","batteryLevel":82,"lastSyncTime":"2026-11-20T11:58:03Z"},
                                {"name":"users/2/pairedDevices/28","deviceType":"SCALE","lastSyncTime":"soon"}]}
                                """));

        assertThat(devices)
                .isEqualTo(
                        new ProviderAnswer.Given<>(
                                List.of(
                                        new Device(
                                                "27",
                                                "Charge 6",
                                                "TRACKER",
                                                82,
                                                Instant.parse("2026-11-20T11:58:03Z")),
                                        new Device("28", null, "SCALE", null, null))));
    }

    @Test
    void aTrackerWithAnUnreadableSyncIsNoTrackerThatNeverSynced() {
        assertThat(
                        GoogleDevices.read(
                                bytes(
                                        "{\"pairedDevices\":[{\"deviceType\":\"TRACKER\",\"lastSyncTime\":"
                                                + "\"yesterday\"}]}")))
                .isInstanceOf(ProviderAnswer.Unavailable.class);
        assertThat(GoogleDevices.read(bytes("{\"pairedDevices\":[{\"deviceType\":\"TRACKER\"}]}")))
                .isInstanceOf(ProviderAnswer.Given.class);
        assertThat(GoogleDevices.read(bytes("{}")))
                .isEqualTo(new ProviderAnswer.Given<>(List.of()));
        assertThat(GoogleDevices.read(bytes("[]"))).isInstanceOf(ProviderAnswer.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-14400s, -04:00",
        "0s, Z",
        "-07:00, -07:00",
        "19800s, +05:30",
        "7200.000s, +02:00"
    })
    void offsetsAreReadInEverySpelling(String text, String offset) throws IOException {
        Point point =
                Point.read(
                        bytes("{\"sleep\":{\"interval\":{\"startUtcOffset\":\"" + text + "\"}}}"),
                        "sleep");

        assertThat(point.startOffset()).contains(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'heartRate':{'sampleTime':{'physicalTime':'2026-11-20T02:00:00Z'}}}",
                "{'name':'a','heartRate':{'beatsPerMinute':'61','sampleTime':{'utcOffset':'0s',"
                        + "'physicalTime':' 2026-11-20T02:00:00.5Z '}},'dataSource':{'a':[1]}}",
                "{'heartRate':{'interval':{'startTime':'2026-11-20T02:00:00Z'}}}",
                "{'heartRate':{'sampleTime':{},'interval':{'startTime':'2026-11-20T02:00:00Z'}}}",
                "{'heartRate':{'sampleTime':{'physicalTime':17},'date':{'year':2026,'month':11,"
                        + "'day':20}}}",
                "{'heartRate':{'sampleTime':{'physicalTime':'yesterday'}}}",
                "{'heartRate':{'sampleTime':'2026-11-20T02:00:00Z'}}",
                "{'heartRate':null}",
                "{'steps':{'sampleTime':{'physicalTime':'2026-11-20T02:00:00Z'}}}",
                "[]"
            })
    void theTimeOfAPointIsTheSameWhetherTheWholePointIsReadOrNot(String text) throws IOException {
        byte[] point = bytes(text.replace('\'', '"'));

        assertThat(Point.at(point, "heart-rate")).isEqualTo(Point.read(point, "heart-rate").at());
    }

    @Test
    void theTimeOfAPointIsFoundBehindOtherFields() throws IOException {
        byte[] point =
                bytes(
                        "{\"dataSource\":{\"sampleTime\":{\"physicalTime\":\"1999-01-01T00:00:00Z\"}},"
                                + "\"heartRate\":{\"beatsPerMinute\":\"61\",\"sampleTime\":"
                                + "{\"physicalTime\":\"2026-11-20T02:00:00Z\"}}}");

        assertThat(Point.at(point, "heart-rate")).contains(Instant.parse("2026-11-20T02:00:00Z"));
    }

    @Test
    void aSampleIsOfTheDateThatClocksShowedThere() throws IOException {
        Point point =
                Point.read(
                        bytes(
                                "{\"weight\":{\"sampleTime\":{\"physicalTime\":\"2026-11-20T02:00:00Z\","
                                        + "\"utcOffset\":\"-18000s\"}}}"),
                        "weight");

        assertThat(point.localDate(ZoneOffset.UTC)).contains(LocalDate.of(2026, 11, 19));
    }

    @Test
    void aWindowIsOfTheDateOnWhichItBegins() throws IOException {
        Point point =
                Point.read(
                        bytes(
                                "{\"civilStartTime\":{\"date\":{\"year\":2026,\"month\":11,\"day\":20},"
                                        + "\"time\":{}},\"totalCalories\":{\"kcalSum\":2000}}"),
                        "total-calories");

        assertThat(point.localDate(ZoneOffset.UTC)).contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aRangeOfDatesEndsBeforeTheDayAfterTheLast() {
        assertThat(GoogleDated.range(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30)))
                .isEqualTo(
                        "{\"range\":{\"start\":{\"date\":{\"year\":2026,\"month\":11,\"day\":30}},"
                                + "\"end\":{\"date\":{\"year\":2026,\"month\":12,\"day\":1}}},"
                                + "\"windowSizeDays\":1}");
    }

    @Test
    void nightSamplesReachBackToNoonOfTheDayBefore() {
        assertThat(PointQuestion.night("oxygen-saturation", LocalDate.of(2026, 11, 20)).filter())
                .isEqualTo(
                        "oxygen_saturation.sample_time.civil_time >= \"2026-11-19T12:00:00\" AND"
                                + " oxygen_saturation.sample_time.civil_time < \"2026-11-21T00:00:00\"");
    }

    @Test
    void scopesAreKeptByTheirLastPiece() {
        assertThat(
                        GoogleScopes.granted(
                                "https://www.googleapis.com/auth/googlehealth.sleep.readonly openid"))
                .containsExactlyInAnyOrder("sleep.readonly", "openid");
        assertThat(GoogleScopes.asked())
                .contains("https://www.googleapis.com/auth/googlehealth.location.readonly")
                .doesNotContain("write");
    }
}
