package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityHeartRateTest {
    @Test
    void rowsBeforeTheStartTimeBelongToTheEndDate() {
        assertThat(
                        instants(
                                Payloads.of()
                                        .zone(null, "Europe/Berlin")
                                        .log(Payloads.hourFrom("2026-05-14T23:30:00.000+02:00"))
                                        .heartRateRows(
                                                "2026-05-14",
                                                "2026-05-15",
                                                "23:30:00",
                                                "23:30:00=90",
                                                "23:59:59=120",
                                                "00:00:00=121",
                                                "00:30:00=99")))
                .containsExactly(
                        Instant.parse("2026-05-14T21:30:00Z"),
                        Instant.parse("2026-05-14T21:59:59Z"),
                        Instant.parse("2026-05-14T22:00:00Z"),
                        Instant.parse("2026-05-14T22:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, +05:30, 2026-05-14T12:30:05Z",
        "Asia/Kathmandu, +05:45, 2026-05-14T12:15:05Z",
        "America/St_Johns, -02:30, 2026-05-14T20:30:05Z",
    })
    void offsetsMayHaveHalfAndQuarterHours(String zone, String offset, Instant expected) {
        assertThat(
                        instants(
                                Payloads.of()
                                        .zone(null, zone)
                                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000" + offset))
                                        .heartRateRows(
                                                "2026-05-14",
                                                "2026-05-14",
                                                "18:00:00",
                                                "18:00:05=101")))
                .containsExactly(expected);
    }

    @Test
    void inTheDoubledHourTheRowsThemselvesTellWhenItRepeats() {
        // Berlin, 25 October 2026: 03:00 summer time is followed by 02:00.
        assertThat(
                        instants(
                                Payloads.of()
                                        .zone(null, "Europe/Berlin")
                                        .log(log("2026-10-25T01:50:00.000+02:00", 5_400_000))
                                        .heartRateRows(
                                                "2026-10-25",
                                                "2026-10-25",
                                                "01:50:00",
                                                "01:50:00=90",
                                                "02:30:00=91",
                                                "02:59:00=92",
                                                "02:00:00=93",
                                                "02:15:00=94")))
                .containsExactly(
                        Instant.parse("2026-10-24T23:50:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T00:59:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T01:15:00Z"));
    }

    @Test
    void anActivityOfTheSecondPassIsNotPutIntoTheFirst() {
        PayloadCaptured payload =
                Payloads.of()
                        .zone(null, "Europe/Berlin")
                        .log(Payloads.hourFrom("2026-10-25T02:10:00.000+01:00"))
                        .heartRateRows(
                                "2026-10-25",
                                "2026-10-25",
                                "02:10:00",
                                "02:10:00=90",
                                "03:05:00=95")
                        .build();

        Mapping mapped = Mapped.of(payload);

        assertThat(instants(mapped))
                .containsExactly(
                        Instant.parse("2026-10-25T01:10:00Z"),
                        Instant.parse("2026-10-25T02:05:00Z"));
        assertThat(mapped.oddities()).containsEntry(Oddity.TIME_AMBIGUOUS, 1);
    }

    @Test
    void theMissingHourIsNoGapInTheRecord() {
        // Berlin, 29 March 2026: 02:00 winter time is followed by 03:00.
        assertThat(
                        instants(
                                Payloads.of()
                                        .zone(null, "Europe/Berlin")
                                        .log(Payloads.hourFrom("2026-03-29T01:30:00.000+01:00"))
                                        .heartRateRows(
                                                "2026-03-29",
                                                "2026-03-29",
                                                "01:30:00",
                                                "01:59:59=90",
                                                "03:00:00=91",
                                                "03:20:00=92")))
                .containsExactly(
                        Instant.parse("2026-03-29T00:59:59Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:20:00Z"));
    }

    @Test
    void aTimeThatNeverWasIsReadWithTheOffsetBeforeAndCounted() {
        PayloadCaptured payload =
                Payloads.of()
                        .zone(null, "Europe/Berlin")
                        .log(Payloads.hourFrom("2026-03-29T01:30:00.000+01:00"))
                        .heartRateRows(
                                "2026-03-29",
                                "2026-03-29",
                                "01:30:00",
                                "01:59:59=90",
                                "02:10:00=91")
                        .build();

        Mapping mapped = Mapped.of(payload);

        assertThat(instants(mapped)).contains(Instant.parse("2026-03-29T01:10:00Z"));
        assertThat(mapped.oddities()).containsEntry(Oddity.TIME_SKIPPED_BY_CLOCKS, 1);
    }

    @Test
    void aTravellersOwnOffsetOutweighsAProfileThatLagsBehind() {
        assertThat(
                        instants(
                                Payloads.of()
                                        .zone(null, "America/New_York")
                                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000+09:00"))
                                        .heartRateRows(
                                                "2026-05-14",
                                                "2026-05-14",
                                                "18:00:00",
                                                "18:00:05=101")))
                .containsExactly(Instant.parse("2026-05-14T09:00:05Z"));
    }

    @Test
    void splitWindowsAreJoinedAndOneInstantCountsOnce() {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .heartRateRows(
                                "2026-05-14",
                                "2026-05-14",
                                "18:20:00",
                                "18:20:00=120",
                                "18:40:00=121")
                        .heartRateRows(
                                "2026-05-14",
                                "2026-05-14",
                                "18:00:00",
                                "18:00:00=100",
                                "18:20:00=99")
                        .build();

        Mapping mapped = Mapped.of(payload);

        HeartRateSamples samples = Mapped.only(mapped, Activity.class).getHeartRate();
        assertThat(samples.getOffsetMilliseconds()).containsExactly(0, 1_200_000, 2_400_000);
        assertThat(samples.getBeatsPerMinute()).containsExactly(100, 120, 121);
        assertThat(mapped.oddities()).containsEntry(Oddity.SAME_TIME_TWICE, 1);
    }

    @Test
    void whatLiesOutsideTheActivityOrThePossibleIsLeftOutAndCounted() {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:30.453Z"))
                        .heartRateRows(
                                "2026-05-14",
                                "2026-05-14",
                                "18:00",
                                "18:00:10=80",
                                "18:00:30=81",
                                "18:10:00=0",
                                "18:11:00=-1",
                                "18:12:00=301",
                                "18:13:00=99.6",
                                "19:00:31=90")
                        .build();

        Mapping mapped = Mapped.of(payload);

        assertThat(Mapped.only(mapped, Activity.class).getHeartRate().getBeatsPerMinute())
                .containsExactly(81, 100);
        assertThat(mapped.oddities())
                .containsEntry(Oddity.HEART_RATE_OUT_OF_RANGE, 3)
                .containsEntry(Oddity.HEART_RATE_OUTSIDE_ACTIVITY, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"activities-heart":[{"dateTime":"today","value":{"customHeartRateZones":[],
                 "heartRateZones":[{"min":30,"max":95,"minutes":3,"name":"x"}],"restingHeartRate":59}}],
                 "activities-heart-intraday":{"dataset":[{"time":"18:00:05","value":101}],
                 "datasetInterval":1,"datasetType":"second"}}\
                """,
                """
                {"activities-heart":[{"customHeartRateZones":[],"dateTime":"2026-05-14",
                 "heartRateZones":[],"value":"64.2"}],
                 "activities-heart-intraday":{"datasetInterval":1,"datasetType":"minute",
                 "dataset":[{"value":"101","time":"18:00:05","more":{"time":"00:00:00"}}]}}\
                """,
                "\uFEFF{\"activities-heart-intraday\":{\"dataset\":[{\"time\":\"18:00:05\",\"value\":101.0},"
                        + "{\"time\":\"18:00:06\"},{\"value\":7},null,5,[1]]}}"
            })
    void bothShapesOfTheAnswerAndAByteOrderMarkAreRead(String document) {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .heartRate("2026-05-14", "2026-05-14", "18:00:00", document)
                        .build();

        assertThat(Mapped.activity(payload).getHeartRate().getBeatsPerMinute())
                .containsExactly(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"activities-heart\":[]}",
                "{\"activities-heart-intraday\":{\"dataset\":[]}}",
                "{\"activities-heart-intraday\":null}"
            })
    void noRowsAreNoHeartRate(String document) {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .heartRate("2026-05-14", "2026-05-14", "18:00:00", document)
                        .build();

        assertThat(Mapped.activity(payload).getHeartRate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"activities-heart-intraday\":{\"dataset\":[{\"time\":\"18:00:05\"",
                "{\"activities-heart-intraday\":{\"dataset\":[]}} trailing",
                "{\"errors\":[{\"errorType\":\"expired_token\"}],\"success\":false}",
                "{\"status\":200,\"data\":{}}",
                "[]",
                "<html/>"
            })
    void whatIsNoHeartRateAnswerIsRefused(String document) {
        PayloadCaptured payload =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .heartRate("2026-05-14", "2026-05-14", "18:00:00", document)
                        .build();

        assertThatThrownBy(() -> Mapped.of(payload))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("heart-rate part");
    }

    @Test
    void rowsThatCannotBeDatedAreRefused() {
        PayloadCaptured noStart =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .part(
                                "heart-rate",
                                "/1/user/-/activities/heart/date/a/b/1sec.json",
                                "2026-05-14",
                                "2026-05-15",
                                200,
                                "{\"activities-heart\":[]}")
                        .build();
        PayloadCaptured tooLong =
                Payloads.of()
                        .log(Payloads.hourFrom("2026-05-14T18:00:00.000Z"))
                        .heartRate(
                                "2026-05-14", "2026-05-16", "18:00:00", "{\"activities-heart\":[]}")
                        .build();

        for (PayloadCaptured payload : List.of(noStart, tooLong)) {
            assertThatThrownBy(() -> Mapped.of(payload))
                    .isInstanceOf(UnmappableException.class)
                    .hasMessageContaining("date");
        }
    }

    @Test
    void theTcxsHeartRateIsTakenOnlyWhereThereIsNoOther() {
        String log = Payloads.hourFrom("2026-05-14T18:03:20.000+02:00");
        String tcx = Payloads.resource("evening-run.tcx");

        HeartRateSamples fromTcx =
                Mapped.activity(Payloads.of().log(log).tcx(tcx).build()).getHeartRate();
        HeartRateSamples intraday =
                Mapped.activity(
                                Payloads.of()
                                        .log(log)
                                        .heartRateRows(
                                                "2026-05-14",
                                                "2026-05-14",
                                                "18:03:20",
                                                "18:10:00=133")
                                        .tcx(tcx)
                                        .build())
                        .getHeartRate();

        assertThat(fromTcx.getBeatsPerMinute()).containsExactly(95);
        assertThat(intraday.getBeatsPerMinute()).containsExactly(133);
    }

    private static String log(String start, long duration) {
        return "{\"startTime\":\"%s\",\"duration\":%d}".formatted(start, duration);
    }

    private static List<Instant> instants(Payloads payload) {
        return instants(Mapped.of(payload.build()));
    }

    private static List<Instant> instants(Mapping mapped) {
        HeartRateSamples samples = Mapped.only(mapped, Activity.class).getHeartRate();
        return IntStream.range(0, samples.getBeatsPerMinute().size())
                .mapToObj(row ->
                        Instant.ofEpochMilli(
                                samples.getStartEpochMillis()
                                        + samples.getOffsetMilliseconds().get(row)))
                .toList();
    }
}
