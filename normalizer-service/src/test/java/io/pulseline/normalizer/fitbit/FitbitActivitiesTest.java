package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitActivitiesTest {
    @Test
    void aWholeRunBecomesTheGoldenRecord() throws Exception {
        Activity activity = map(Payloads.eveningRun());

        JsonNode golden =
                new ObjectMapper().readTree(Payloads.resource("evening-run.activity.json"));
        assertThat(new ObjectMapper().readTree(RecordJson.write(activity))).isEqualTo(golden);
    }

    @Test
    void theSamePayloadGivesTheSameBytes() {
        byte[] first = RecordJson.write(map(Payloads.eveningRun()));
        byte[] second = RecordJson.write(map(Payloads.eveningRun()));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void idRevisionAndHashFollowTheContracts() {
        Activity activity = map(Payloads.eveningRun());

        UUID user = UUID.fromString(Payloads.USER);
        assertThat(activity.getRecordId())
                .isEqualTo(Ids.record(user, "activity", "FITBIT:88120407315").toString());
        assertThat(activity.getRevision()).isEqualTo(Revision.of(Payloads.CAPTURED, 1));
        assertThat(activity.getContentHash()).isEqualTo(ContentHash.of(activity));
    }

    @Test
    void anEventHappensWhenTheActivityEnds() {
        assertThat(Mapped.of(Payloads.eveningRun()).records().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2026-05-14T16:35:20Z"));
    }

    @Test
    void whatALogDoesNotHaveIsNull() {
        Activity activity =
                map(Payloads.of().log("{\"startTime\":\"2026-05-14T18:03:20.000Z\"}").build());

        JsonNode json = RecordJson.tree(activity, java.util.Set.of());
        assertThat(
                        List.of(
                                "title",
                                "providerActivityTypeId",
                                "providerActivityTypeName",
                                "elapsedMilliseconds",
                                "activeMilliseconds",
                                "distanceMetres",
                                "energyKilocalories",
                                "steps",
                                "elevationGainMetres",
                                "averageHeartRateBeatsPerMinute",
                                "heartRate",
                                "heartRateZones",
                                "track",
                                "laps",
                                "description"))
                .allMatch(field -> json.get(field).isNull());
        assertThat(activity.getActivityType()).isEqualTo(ActivityType.OTHER);
        assertThat(activity.getStartOffsetSeconds()).isZero();
        JsonNode provenance = json.get("provenance");
        assertThat(
                        List.of(
                                "providerRecordId",
                                "recordingMethod",
                                "deviceId",
                                "deviceName",
                                "application"))
                .allMatch(field -> provenance.get(field).isNull());
    }

    @Test
    void minusOneAndAHeartRateOfZeroMeanNoValueButOtherZeroesStay() {
        Activity activity =
                map(
                        withFields(
                                """
                                "calories": -1, "steps": 0, "elevationGain": 0, "distance": 0,
                                "distanceUnit": "Kilometer", "averageHeartRate": 0, "activeDuration": -1\
                                """));

        assertThat(activity.getEnergyKilocalories()).isNull();
        assertThat(activity.getActiveMilliseconds()).isNull();
        assertThat(activity.getAverageHeartRateBeatsPerMinute()).isNull();
        assertThat(activity.getSteps()).isZero();
        assertThat(activity.getElevationGainMetres()).isZero();
        assertThat(activity.getDistanceMetres()).isZero();
    }

    @Test
    void numbersMayBeTextsAndIdsMayExceedThirtyTwoBits() {
        Activity activity =
                map(
                        withFields(
                                "\"logId\": 18446744073709551615, \"calories\": \"97.6\", \"steps\": 12.0"));

        assertThat(activity.getProvenance().getProviderRecordId())
                .isEqualTo("18446744073709551615");
        assertThat(activity.getEnergyKilocalories()).isEqualTo(97.6);
        assertThat(activity.getSteps()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "Kilometer, 5.502559, 5502.559, 54.864",
        "kilometer, 1, 1000.0, 54.864",
        "Mile, 2, 3218.688, 16.723",
    })
    void distanceAndElevationFollowTheUnitOfTheLog(
            String unit, double distance, double metres, double elevation) {
        Activity activity =
                map(
                        withFields(
                                "\"distance\": %s, \"distanceUnit\": \"%s\", \"elevationGain\": 54.864"
                                        .formatted(distance, unit)));

        assertThat(activity.getDistanceMetres()).isEqualTo(metres);
        assertThat(activity.getElevationGainMetres()).isEqualTo(elevation);
    }

    @Test
    void elevationIsInFeetWhereUnitsOfTheUnitedStatesWereAskedFor() {
        PayloadCaptured payload =
                Payloads.of()
                        .logIn(
                                "en_US",
                                "{\"startTime\":\"2026-05-14T18:03:20Z\",\"elevationGain\":10}")
                        .build();

        assertThat(map(payload).getElevationGainMetres()).isEqualTo(3.048);
    }

    @Test
    void anUnknownDistanceUnitIsRefusedByName() {
        assertThatThrownBy(() -> map(withFields("\"distance\": 3, \"distanceUnit\": \"Furlong\"")))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("Furlong");
    }

    @Test
    void zonesAreSortedAndMayLackMinutes() {
        Activity activity =
                map(
                        withFields(
                                """
                                "heartRateZones": [{"name": "心拍", "min": 120, "max": 150},
                                  {"name": "B", "min": 30, "max": 120, "minutes": 7}]\
                                """));

        assertThat(activity.getHeartRateZones())
                .containsExactly(
                        new HeartRateZone("B", 30, 120, 7.0, null),
                        new HeartRateZone("心拍", 120, 150, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "manual, MANUAL",
        "auto_detected, SENSED",
        "tracker, SENSED",
        "mobile_run, SENSED",
        "fitstar,",
        "something_new,",
    })
    void theLogTypeTellsTheRecordingMethod(String logType, String method) {
        Activity activity = map(withFields("\"logType\": \"" + logType + "\""));

        assertThat(activity.getProvenance().getRecordingMethod()).isEqualTo(method);
    }

    @Test
    void anAppIsNoDevice() {
        Activity activity =
                map(
                        withFields(
                                """
                                "logType": "manual", "source": {"id": "99ZZZ", "name": "Some App",
                                  "type": "app"}\
                                """));

        assertThat(activity.getProvenance().getApplication()).isEqualTo("Some App");
        assertThat(activity.getProvenance().getDeviceName()).isNull();
        assertThat(activity.getProvenance().getRecordingMethod()).isEqualTo(RecordingMethod.MANUAL);
    }

    @Test
    void withoutASourceTheTcxNamesTheDevice() {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:03:20.000+02:00"))
                        .tcx(Payloads.resource("evening-run.tcx"))
                        .build();

        assertThat(map(payload).getProvenance().getDeviceName()).isEqualTo("Fitbit Charge 6");
    }

    @Test
    void aVanishedActivityIsADeletedRecordWithTheSameId() {
        Activity deleted = map(Payloads.of().vanished().build());

        assertThat(deleted.getDeleted()).isTrue();
        assertThat(deleted.getRecordId()).isEqualTo(map(Payloads.eveningRun()).getRecordId());
        assertThat(deleted.getStartEpochMillis()).isNull();
        assertThat(deleted.getContentHash()).isEqualTo(ContentHash.of(deleted));
    }

    @Test
    void completenessAndAcquisitionArePassedOn() {
        PayloadCaptured payload = Payloads.eveningRun();
        payload.setCompleteness("PARTIAL");
        payload.setMissingParts(List.of("heart-rate"));
        payload.setAcquisition("LATE");

        Activity activity = map(payload);

        assertThat(activity.getCompleteness()).isEqualTo("PARTIAL");
        assertThat(activity.getMissingParts()).containsExactly("heart-rate");
        assertThat(activity.getAcquisition()).isEqualTo("LATE");
    }

    @Test
    void aPartThatWasAnsweredWithAnErrorSaysNothing() {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:03:20Z"))
                        .part("heart-rate", "/x", null, null, 403, "{\"errors\":[]}")
                        .part("tcx", "/x", null, null, 204, "")
                        .build();

        Activity activity = map(payload);

        assertThat(activity.getHeartRate()).isNull();
        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getLaps()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"startTime\": \"2026-05-1",
                "[]",
                "<html>Bad Gateway</html>",
                "{\"logId\": 7}",
                "{\"startTime\": \"yesterday\"}",
                "{\"errors\":[{\"errorType\":\"request\"}],\"success\":false}",
                "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}",
                "{\"startTime\": \"2026-05-14T18:03:20.000\"}"
            })
    void aLogThatCannotBeReadIsRefusedWithoutQuotingIt(String log) {
        assertThatThrownBy(() -> map(Payloads.of().log(log).build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessageNotContaining("yesterday")
                .hasMessageNotContaining("Gateway");
    }

    @Test
    void aStartWithoutOffsetIsReadInTheZoneOfItsDate() {
        PayloadCaptured payload =
                Payloads.of()
                        .zone(null, "Asia/Kathmandu")
                        .zone("2026-06-01", "Europe/Berlin")
                        .log(Payloads.hourFrom("2026-05-14T18:03:20.000"))
                        .build();

        assertThat(map(payload).getStartOffsetSeconds()).isEqualTo((5 * 60 + 45) * 60);
    }

    @Test
    void aPayloadWithoutUserThingOrCaptureTimeIsRefused() {
        PayloadCaptured nobody = Payloads.eveningRun();
        nobody.setUser("anna");
        PayloadCaptured nothing = Payloads.eveningRun();
        nothing.setThingKey("");
        PayloadCaptured never = Payloads.eveningRun();
        never.setCapturedEpochMillis(0);

        for (PayloadCaptured payload : List.of(nobody, nothing, never)) {
            assertThatThrownBy(() -> map(payload)).isInstanceOf(UnmappableException.class);
        }
    }

    @Test
    void aPartThatIsLargerThanItDeclaresIsRefused() {
        PayloadCaptured payload = Payloads.eveningRun();
        payload.getParts().getFirst().setUncompressedBytes(10);

        assertThatThrownBy(() -> map(payload)).isInstanceOf(UndecodableException.class);
    }

    private Activity map(PayloadCaptured payload) {
        return Mapped.activity(payload);
    }

    private static PayloadCaptured withFields(String fields) {
        return Payloads.of()
                .log("{\"startTime\": \"2026-05-14T18:03:20.000+02:00\", " + fields + "}")
                .build();
    }
}
