package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.beats;
import static io.pulseline.normalizer.googlehealth.Written.heartRate;
import static io.pulseline.normalizer.googlehealth.Written.listed;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleHeartRateTest {
    @Test
    void eachCoveredHourIsARecordWithItsSamplesInOrder() {
        // Given: newest first, as Google lists them.
        Mapping mapping =
                mapped(
                        page(
                                heartRate("2026-05-14T07:00:02Z", 70),
                                heartRate("2026-05-14T06:59:58Z", 69),
                                heartRate("2026-05-14T06:00:05Z", 61),
                                heartRate("2026-05-14T06:00:00Z", 60)));

        // Then
        List<HeartRateSeries> hours = GoogleMapped.all(mapping, HeartRateSeries.class);
        assertThat(hours).extracting(HeartRateSeries::getSlot).containsExactly(8, 9, 10);
        assertThat(hours.getFirst().getHeartRate().getOffsetMilliseconds())
                .containsExactly(0, 5_000, 3_598_000);
        assertThat(hours.getFirst().getHeartRate().getBeatsPerMinute()).containsExactly(60, 61, 69);
        assertThat(hours.getFirst().getSamplingSeconds()).isEqualTo(1);
        assertThat(hours.getFirst().getZone()).isEqualTo("Europe/Berlin");
        assertThat(hours.get(2).getHeartRate().getBeatsPerMinute()).isEmpty();
        assertThat(mapping.oddities()).isEmpty();
        assertThat(mapping.records().getFirst().recordId())
                .isEqualTo(
                        Ids.record(
                                UUID.fromString(GooglePayloads.USER),
                                "heart-rate",
                                "2026-05-14/8"));
    }

    @Test
    void pagesMayComeInAnyOrderAndOverlap() {
        String early = heartRate("2026-05-14T06:00:00Z", 60);
        String both = heartRate("2026-05-14T06:00:05Z", 61);
        String late = heartRate("2026-05-14T06:00:10Z", 62);

        Mapping inOrder = mapped(page(early, both), page(both, late));
        Mapping reversed = mapped(page(late, both), page(both, early));

        assertThat(first(inOrder).getHeartRate().getBeatsPerMinute()).containsExactly(60, 61, 62);
        assertThat(inOrder.oddities()).isEmpty();
        assertThat(RecordJson.write(first(reversed))).isEqualTo(RecordJson.write(first(inOrder)));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void ofSeveralSourcesOfASecondTheOneOnTheWristIsTaken(boolean wristFirst) {
        String wrist = heartRate("2026-05-14T06:00:00Z", 60);
        String phone = listed(Written.PHONE, "heartRate", beats("2026-05-14T06:00:00.400Z", 90));
        String strap =
                listed(
                        "{\"device\":{\"formFactor\":\"CHEST_STRAP\"}}",
                        "heartRate",
                        beats("2026-05-14T06:00:07Z", 64));

        Mapping mapping =
                wristFirst ? mapped(page(wrist, phone, strap)) : mapped(page(strap, phone, wrist));

        assertThat(first(mapping).getHeartRate().getBeatsPerMinute()).containsExactly(60, 64);
        assertThat(mapping.oddities()).containsOnly(Map.entry(Oddity.SOURCES_OVERLAP, 1));
    }

    @Test
    void whatAPersonWroteDownComesLast() {
        String written =
                listed(
                        "{\"recordingMethod\":\"MANUAL\",\"platform\":\"FITBIT\"}",
                        "heartRate",
                        beats("2026-05-14T06:00:00Z", 99));
        String phone = listed(Written.PHONE, "heartRate", beats("2026-05-14T06:00:00Z", 90));

        assertThat(first(mapped(page(written, phone))).getHeartRate().getBeatsPerMinute())
                .containsExactly(90);
    }

    @Test
    void ofTwoSamplesOfOneSourceInASecondTheEarlierStays() {
        Mapping mapping =
                mapped(
                        page(
                                heartRate("2026-05-14T06:00:00.700Z", 61),
                                heartRate("2026-05-14T06:00:00.200Z", 60)));

        assertThat(first(mapping).getHeartRate().getBeatsPerMinute()).containsExactly(60);
        assertThat(mapping.oddities()).containsOnlyKeys(Oddity.SAME_TIME_TWICE);
    }

    @Test
    void samplesOfOtherDatesAndBehindTheCoverageArePassedOver() {
        Mapping mapping =
                mapped(
                        page(
                                heartRate("2026-05-15T06:00:00Z", 99),
                                heartRate("2026-05-14T08:30:00Z", 98),
                                heartRate("2026-05-14T06:00:00Z", 60),
                                heartRate("2026-05-13T06:00:00Z", 97)));

        List<HeartRateSeries> hours = GoogleMapped.all(mapping, HeartRateSeries.class);
        assertThat(hours.stream().flatMap(hour -> hour.getHeartRate().getBeatsPerMinute().stream()))
                .containsExactly(60);
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void aDateWhoseClocksFallBackByHalfAnHourEndsWhereItEnds() {
        // Given: the last hour of that date has 30 minutes; the next date's samples are on the
        // page.
        Mapping mapping =
                GoogleMapped.of(
                        GooglePayloads.ofDate(PayloadKind.HEART_RATE, "2026-04-05")
                                .in("Australia/Lord_Howe")
                                .covering("2026-04-04T13:00:00Z", "2026-04-06T13:00:00Z")
                                .part(
                                        PartKind.HEART_RATE,
                                        page(
                                                heartRate("2026-04-05T13:29:00Z", 60),
                                                heartRate("2026-04-05T13:31:00Z", 61))));

        List<HeartRateSeries> hours = GoogleMapped.all(mapping, HeartRateSeries.class);
        assertThat(hours).hasSize(25);
        assertThat(hours.getLast().getHeartRate().getBeatsPerMinute()).containsExactly(60);
    }

    @Test
    void bareNumbersAndUnknownFieldsAreRead() {
        String sample =
                """
                {"heartRate":{"sampleTime":{"physicalTime":"2026-05-14T06:00:00Z"},"beatsPerMinute":60,
                 "metadata":{"sensorLocation":"WRIST","mood":"CALM"}},"tomorrow":[{}]}\
                """;

        Mapping mapping = mapped("{\"dataPoints\":[" + sample + "],\"unreachable\":{}}");

        assertThat(first(mapping).getHeartRate().getBeatsPerMinute()).containsExactly(60);
    }

    @Test
    void samplesWithoutTimeOrRateAreLeftOutAndCounted() {
        Mapping mapping =
                mapped(
                        page(
                                point("heartRate", "\"beatsPerMinute\":\"60\""),
                                point("heartRate", beats("soon", 60)),
                                point(
                                        "heartRate",
                                        Written.at("2026-05-14T06:00:00Z", "0s", "\"x\":1")),
                                point("steps", "\"count\":\"60\""),
                                heartRate("2026-05-14T06:00:01Z", 301)));

        assertThat(first(mapping).getHeartRate().getBeatsPerMinute()).isEmpty();
        assertThat(mapping.oddities())
                .containsEntry(Oddity.ROW_UNREADABLE, 4)
                .containsEntry(Oddity.HEART_RATE_OUT_OF_RANGE, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"dataPoints\":[]}", "{\"dataPoints\":[],\"nextPageToken\":\"\"}"})
    void anEmptyAnswerSaysThatNothingWasMeasured(String answer) {
        Mapping mapping = mapped(answer);

        assertThat(mapping.records()).hasSize(3);
        assertThat(first(mapping).getHeartRate().getBeatsPerMinute()).isEmpty();
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void aDateThatVanishedIsADeletedRecordForEachHour() {
        Mapping mapping =
                GoogleMapped.of(
                        GooglePayloads.ofDate(PayloadKind.HEART_RATE, "2026-05-14").vanished());

        assertThat(GoogleMapped.all(mapping, HeartRateSeries.class))
                .hasSize(24)
                .allMatch(HeartRateSeries::getDeleted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}} | is an error of Google",
                "{\"error\":\"invalid_scope\"} | is an error of Google",
                "{\"sleep\":{}} | has neither dataPoints nor rollupDataPoints nor heartRate",
                "[] | is not a JSON object",
                "{\"dataPoints\":[{]} | is malformed JSON at line 1",
                "{\"dataPoints\":[ | is malformed JSON",
                "{} {} | goes on after its end",
            })
    void whatIsNoPageIsRefused(String answer, String reason) {
        assertThatThrownBy(() -> mapped(answer))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("heart-rate part " + reason);
    }

    @Test
    void withoutAnAnswerNothingIsKnown() {
        assertThatThrownBy(() ->
                        GoogleMapped.of(
                                GooglePayloads.ofDate(PayloadKind.HEART_RATE, "2026-05-14")
                                        .covering("2026-05-14T06:00:00Z", "2026-05-14T08:00:00Z")
                                        .part(PartKind.HEART_RATE, 500, "{}")))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("payload has no heart-rate part");
    }

    /** From 8:00 to 10:15 in Berlin. */
    private static Mapping mapped(String... pages) {
        GooglePayloads payload =
                GooglePayloads.ofDate(PayloadKind.HEART_RATE, "2026-05-14")
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T08:15:00Z");
        for (String page : pages) {
            payload.part(PartKind.HEART_RATE, page);
        }
        return GoogleMapped.of(payload);
    }

    private static HeartRateSeries first(Mapping mapping) {
        return GoogleMapped.all(mapping, HeartRateSeries.class).getFirst();
    }
}
