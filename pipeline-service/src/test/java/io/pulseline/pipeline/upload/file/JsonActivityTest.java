package io.pulseline.pipeline.upload.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonActivityTest {
    @Test
    void theSampleOfTheContractsIsTakenAsItIs() throws IOException {
        byte[] sample;
        try (InputStream in = Activity.class.getResourceAsStream("/samples/Activity.json")) {
            sample = Objects.requireNonNull(in).readAllBytes();
        }

        Activity activity = JsonActivity.read(sample, null);

        assertThat(activity.getThingKey()).isEqualTo("FILE:FITBIT:90210045113");
        assertThat(activity.getProvenance().getProvider()).isEqualTo("FILE");
        assertThat(activity.getProvenance().getPayloadId()).isNull();
        assertThat(activity.getProvenance().getDeviceName()).isEqualTo("Charge 6");
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(88, 104, 111);
        assertThat(activity.getTrack().getLatitudeDegrees())
                .containsExactly(27.7172, null, 27.7175);
        assertThat(activity.getStartOffsetSeconds()).isEqualTo(20_700);
        assertThat(activity.getSteps()).isEqualTo(2630);
    }

    @Test
    void whatWeGaveOutMayComeBackUnderItsKey() {
        Activity first = read("{\"thingKey\": \"mine-1\"}");

        Activity again = JsonActivity.read(RecordJson.write(first), null);

        assertThat(first.getThingKey()).isEqualTo("FILE:mine-1");
        assertThat(again.getThingKey()).isEqualTo("FILE:mine-1");
    }

    @Test
    void withoutAKeyTheBytesAreTheKey() {
        assertThat(read("{}").getThingKey()).matches("FILE:sha256:[0-9a-f]{64}");
        assertThat(read("{}").getThingKey()).isEqualTo(read("{}").getThingKey());
        assertThat(read("{}").getThingKey()).isNotEqualTo(read("{ }").getThingKey());
    }

    @Test
    void theZoneHoldsOnlyWhereTheOffsetIsNull() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        String told = "{\"startEpochMillis\": 1790990860000, \"startOffsetSeconds\": -3600}";
        String silent = "{\"startEpochMillis\": 1790990860000}";

        assertThat(JsonActivity.read(told.getBytes(UTF_8), berlin).getStartOffsetSeconds())
                .isEqualTo(-3600);
        assertThat(JsonActivity.read(silent.getBytes(UTF_8), berlin).getStartOffsetSeconds())
                .isEqualTo(7200);
        assertThat(read(silent).getStartOffsetSeconds()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"titel\": \"x\"} | titel",
                "{\"track\": {\"speed\": []}} | track.speed",
                "{\"laps\": [{}, {\"metres\": 1}]} | laps[1].metres",
                "{\"title\": \"a\\u0000b\"} | title",
                "{\"missingParts\": [\"\\u0000\"]} | missingParts[0]",
                "{\"deleted\": true} | deleted",
                "{\"activityType\": \"RUNNING\"} | activityType",
                "{\"completeness\": \"HALF\"} | completeness",
                "{\"provenance\": {\"recordingMethod\": \"GUESSED\"}} | provenance.recordingMethod",
                "{\"startOffsetSeconds\": 64801} | startOffsetSeconds",
                "{\"activeMilliseconds\": -1} | activeMilliseconds",
                "{\"distanceMetres\": -0.5} | distanceMetres",
                "{\"distanceMetres\": 1e999} | distanceMetres",
                "{\"energyKilocalories\": -1} | energyKilocalories",
                "{\"steps\": -1} | steps",
                "{\"elevationGainMetres\": -1} | elevationGainMetres",
                "{\"averageHeartRateBeatsPerMinute\": 0} | averageHeartRateBeatsPerMinute",
                "{\"heartRate\": {\"offsetMilliseconds\": [0], \"beatsPerMinute\": []}} | heartRate.beatsPerMinute",
                "{\"heartRate\": {\"offsetMilliseconds\": [0], \"beatsPerMinute\": [301]}} | heartRate.beatsPerMinute",
                "{\"heartRate\": {\"offsetMilliseconds\": [5, 5], \"beatsPerMinute\": [60, 60]}} | heartRate.offsetMilliseconds",
                "{\"heartRate\": {\"offsetMilliseconds\": [-1], \"beatsPerMinute\": [60]}} | heartRate.offsetMilliseconds",
                "{\"track\": {\"offsetMilliseconds\": [2, 1], \"latitudeDegrees\": [1, 1], \"longitudeDegrees\": [1, 1], \"altitudeMetres\": [1, 1], \"distanceMetres\": [1, 1]}} | track.offsetMilliseconds",
                "{\"track\": {\"offsetMilliseconds\": [2], \"latitudeDegrees\": [91], \"longitudeDegrees\": [1], \"altitudeMetres\": [1], \"distanceMetres\": [1]}} | track.latitudeDegrees",
                "{\"track\": {\"offsetMilliseconds\": [2], \"latitudeDegrees\": [null], \"longitudeDegrees\": [181], \"altitudeMetres\": [1], \"distanceMetres\": [1]}} | track.longitudeDegrees",
                "{\"track\": {\"offsetMilliseconds\": [2], \"latitudeDegrees\": [null], \"longitudeDegrees\": [null], \"altitudeMetres\": [], \"distanceMetres\": [1]}} | track.altitudeMetres",
                "{\"track\": {\"offsetMilliseconds\": [1, 2, 3], \"latitudeDegrees\": [1, 1, 1], \"longitudeDegrees\": [1, 1, 1], \"altitudeMetres\": [1, 1, 1], \"distanceMetres\": [5, null, 4]}} | track.distanceMetres",
                "{\"startEpochMillis\": 1790990860000, \"heartRate\": {\"startEpochMillis\": 7}} | heartRate.startEpochMillis",
                "{\"startEpochMillis\": 1790990860000, \"track\": {\"startEpochMillis\": 7}} | track.startEpochMillis",
                "{\"laps\": [{\"durationMilliseconds\": -1}]} | laps[0].durationMilliseconds",
            })
    void everyWrongFieldIsNamed(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        InvalidFormException.class,
                        wrong ->
                                assertThat(wrong.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"track\": {\"offsetMilliseconds\": [\"soon\"]}}",
                "{\"steps\": 1.5}",
                "{\"title\": 7}",
                "{\"track\": []}",
                "{\"activityType\": null}",
                "not json",
                "{\"title\": ",
            })
    void valuesOfAnotherKindAreRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageNotContaining("soon");
    }

    private static Activity read(String json) {
        return JsonActivity.read(json.getBytes(UTF_8), null);
    }
}
