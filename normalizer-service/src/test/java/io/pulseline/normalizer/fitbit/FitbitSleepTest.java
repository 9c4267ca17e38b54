package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitbitSleepTest {
    private static final String THING = "FITBIT:41890012345";
    private static final String STAGES =
            """
            {"dateOfSleep":"2026-05-14","duration":3600000,"efficiency":91,"endTime":"2026-05-14T00:15:00.000",
             "infoCode":0,"isMainSleep":true,"logId":41890012345,"logType":"auto_detected",
             "minutesAfterWakeup":2,"minutesAsleep":52,"minutesAwake":8,"minutesToFallAsleep":0,
             "startTime":"2026-05-13T23:15:00.000","timeInBed":60,"type":"stages",
             "levels":{"data":[
              {"dateTime":"2026-05-13T23:15:00.000","level":"wake","seconds":330},
              {"dateTime":"2026-05-13T23:20:30.000","level":"light","seconds":1470},
              {"datetime":"2026-05-13T23:45:00.000","level":"deep","seconds":"1800"}],
             "shortData":[
              {"dateTime":"2026-05-13T23:30:00.000","level":"wake","seconds":30},
              {"dateTime":"2026-05-14T00:02:30.000","level":"wake","seconds":120}],
             "summary":{"wake":{"count":3,"minutes":8,"thirtyDayAvgMinutes":40},
              "light":{"count":2,"minutes":24},"deep":{"count":2,"minutes":28}}}}\
            """;

    @Test
    void aNightInStagesHasSegmentsShortAwakeningsAndTotals() {
        // When
        Mapping mapping = Mapped.of(berlin(STAGES).build());

        // Then
        Sleep night = Mapped.only(mapping, Sleep.class);
        assertThat(night.getLocalDate()).isEqualTo("2026-05-14");
        assertThat(night.getStartEpochMillis()).isEqualTo(millis("2026-05-13T21:15:00Z"));
        assertThat(night.getEndEpochMillis()).isEqualTo(millis("2026-05-13T22:15:00Z"));
        assertThat(night.getEndOffsetSeconds()).isEqualTo(7200);
        assertThat(night.getScoring()).isEqualTo("STAGES");
        assertThat(night.getMainSleep()).isTrue();
        assertThat(night.getEfficiencyPercent()).isEqualTo(91);
        assertThat(night.getAsleepMinutes()).isEqualTo(52);
        assertThat(night.getMinutesAfterWakeup()).isEqualTo(2);
        assertThat(night.getSegments().getOffsetMilliseconds())
                .containsExactly(0, 330_000, 1_800_000);
        assertThat(night.getSegments().getDurationMilliseconds())
                .containsExactly(330_000, 1_470_000, 1_800_000);
        assertThat(night.getSegments().getStage()).containsExactly("WAKE", "LIGHT", "DEEP");
        assertThat(night.getShortAwakenings().getStartEpochMillis())
                .isEqualTo(millis("2026-05-13T21:30:00Z"));
        assertThat(night.getShortAwakenings().getOffsetMilliseconds())
                .containsExactly(0, 1_950_000);
        assertThat(night.getStageTotals())
                .containsExactly(
                        new SleepStageTotal("DEEP", 28, 2),
                        new SleepStageTotal("LIGHT", 24, 2),
                        new SleepStageTotal("WAKE", 8, 3));
        assertThat(night.getProvenance().getProviderRecordId()).isEqualTo("41890012345");
        assertThat(night.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
        assertThat(mapping.oddities()).isEmpty();
        MappedRecord mapped = mapping.records().getFirst();
        assertThat(mapped.recordId())
                .isEqualTo(Ids.record(UUID.fromString(Payloads.USER), "sleep", THING));
        assertThat(mapped.happenedAt()).isEqualTo(Instant.parse("2026-05-13T22:15:00Z"));
    }

    @Test
    void aClassicNapHasNoShortAwakenings() {
        Sleep nap =
                Mapped.only(
                        Mapped.of(
                                berlin(
                                                """
                                                {"dateOfSleep":"2026-05-14","duration":3780000,"efficiency":100,
                                                 "isMainSleep":false,"logId":7,"logType":"manual","type":"classic",
                                                 "startTime":"2026-05-14T09:59:00.000",
                                                 "levels":{"data":[
                                                  {"dateTime":"2026-05-14T09:59:00.000","level":"asleep","seconds":3600},
                                                  {"dateTime":"2026-05-14T10:59:00.000","level":"restless","seconds":180}],
                                                 "summary":{"asleep":{"count":0,"minutes":60},"awake":{"count":0,"minutes":0},
                                                  "restless":{"count":1,"minutes":3}}}}\
                                                """)
                                        .build()),
                        Sleep.class);

        assertThat(nap.getMainSleep()).isFalse();
        assertThat(nap.getScoring()).isEqualTo("CLASSIC");
        assertThat(nap.getSegments().getStage()).containsExactly("ASLEEP", "RESTLESS");
        assertThat(nap.getShortAwakenings()).isNull();
        assertThat(nap.getStageTotals())
                .extracting(SleepStageTotal::getStage)
                .containsExactly("ASLEEP", "AWAKE", "RESTLESS");
        assertThat(nap.getProvenance().getRecordingMethod()).isEqualTo("MANUAL");
    }

    @Test
    void aLogOfTheBarestKindIsReadAndAddsNothing() {
        Mapping mapping =
                Mapped.of(
                        berlin("{\"startTime\":\"2026-05-13T23:15:00\",\"timeInBed\":60}").build());

        Sleep night = Mapped.only(mapping, Sleep.class);
        assertThat(night.getDurationMilliseconds()).isEqualTo(3_600_000);
        assertThat(night.getLocalDate()).isEqualTo("2026-05-14");
        assertThat(night.getSegments()).isNull();
        assertThat(night.getStageTotals()).isNull();
        assertThat(night.getMainSleep()).isNull();
        assertThat(night.getScoring()).isNull();
        assertThat(night.getAsleepMinutes()).isNull();
    }

    @Test
    void segmentsThatDoNotFillTheSleepAreKeptAndCounted() {
        Mapping mapping =
                Mapped.of(
                        berlin(STAGES.replace("\"duration\":3600000", "\"duration\":7200000"))
                                .build());

        assertThat(mapping.oddities()).containsEntry(Oddity.SLEEP_NOT_FILLED, 1);
        assertThat(Mapped.only(mapping, Sleep.class).getSegments().getStage()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        // Nights over a clock change: the length counts, whatever the clock shows at the end.
        "Europe/Berlin,       2026-10-24T23:00:00.000, 2026-10-25T06:00:00.000, 8, 2026-10-24T21:00:00Z, false",
        "Europe/Berlin,       2026-03-28T23:00:00.000, 2026-03-29T08:00:00.000, 8, 2026-03-28T22:00:00Z, false",
        "America/New_York,    2026-10-31T23:00:00.000, 2026-11-01T06:00:00.000, 8, 2026-11-01T03:00:00Z, false",
        "America/New_York,    2026-03-07T23:00:00.000, 2026-03-08T08:00:00.000, 8, 2026-03-08T04:00:00Z, false",
        "Australia/Lord_Howe, 2026-04-04T23:00:00.000, 2026-04-05T06:30:00.000, 8, 2026-04-04T12:00:00Z, false",
        "Australia/Lord_Howe, 2026-10-03T23:00:00.000, 2026-10-04T07:30:00.000, 8, 2026-10-03T12:30:00Z, false",
        // Fallen asleep in the doubled hour: the end tells in which of the two.
        "Europe/Berlin,       2026-10-25T02:30:00.000, 2026-10-25T06:30:00.000, 5, 2026-10-25T00:30:00Z, true",
        "Europe/Berlin,       2026-10-25T02:30:00.000, 2026-10-25T07:30:00.000, 5, 2026-10-25T01:30:00Z, true",
        "Europe/Berlin,       2026-10-25T02:30:00.000, 2026-10-25T09:30:00.000, 5, 2026-10-25T00:30:00Z, true",
    })
    void aNightOfAClockChangeLastsAsLongAsItLasted(
            String zone, String start, String end, int hours, Instant expected, boolean byRule) {
        String log =
                "{\"startTime\":\"%s\",\"endTime\":\"%s\",\"duration\":%d}"
                        .formatted(start, end, hours * 3_600_000);

        Sleep night =
                Mapped.only(
                        Mapped.of(
                                Payloads.ofKind(PayloadKind.SLEEP, THING)
                                        .zone(null, zone)
                                        .log(log)
                                        .build()),
                        Sleep.class);

        assertThat(Instant.ofEpochMilli(night.getStartEpochMillis())).isEqualTo(expected);
        assertThat(night.getEndEpochMillis() - night.getStartEpochMillis())
                .isEqualTo(hours * 3_600_000L);
        assertThat(night.getTimePlacedByRule()).isEqualTo(byRule);
    }

    @Test
    void readAgainAfterAFlightANightGivesTheSameBytes() {
        byte[] before = bytes(berlin(STAGES));
        byte[] after = bytes(berlin(STAGES).zone("2026-05-15", "America/New_York"));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aSleepThatVanishedIsADeletedRecord() {
        Sleep gone =
                Mapped.only(
                        Mapped.of(Payloads.ofKind(PayloadKind.SLEEP, THING).vanished().build()),
                        Sleep.class);

        assertThat(gone.getDeleted()).isTrue();
        assertThat(gone.getThingKey()).isEqualTo(THING);
        assertThat(gone.getStartEpochMillis()).isNull();
        assertThat(gone.getProvenance().getRecordingMethod()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"meta\":{\"retryDuration\":3000,\"state\":\"pending\"}} | sleep log is pending",
                "{\"errors\":[]} | sleep log is an error of Fitbit",
                "{\"duration\":60000} | sleep log has no startTime",
                "{\"duration\":60000,\"startTime\":\"soon\"} | sleep log has an unreadable startTime",
                "{\"startTime\":\"2026-05-13T23:15:00\"} | sleep log has neither duration nor timeInBed",
                "[] | sleep log is not a JSON object",
            })
    void whatIsNoFinishedSleepIsRefused(String log, String reason) {
        assertThatThrownBy(() -> Mapped.of(berlin(log).build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    private static Payloads berlin(String log) {
        return Payloads.ofKind(PayloadKind.SLEEP, THING).zone(null, "Europe/Berlin").log(log);
    }

    private static byte[] bytes(Payloads payload) {
        return RecordJson.write(Mapped.only(Mapped.of(payload.build()), Sleep.class));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
