package io.pulseline.normalizer.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleSleepTest {
    private static final String THING = "GOOGLE_HEALTH:5512345678901234567";
    private static final String NIGHT =
            """
            {"name":"users/me/dataTypes/sleep/dataPoints/5512345678901234567",
             "dataSource":{"recordingMethod":"DERIVED","device":{"displayName":"Charge 6"},"platform":"FITBIT"},
             "sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","startUtcOffset":"7200s",
               "endTime":"2026-05-13T22:15:00Z","endUtcOffset":"7200s"},"type":"STAGES",
              "stages":[
               {"startTime":"2026-05-13T21:45:00Z","endTime":"2026-05-13T22:15:00Z","type":"DEEP"},
               {"startTime":"2026-05-13T21:15:00Z","endTime":"2026-05-13T21:20:30Z","type":"AWAKE"},
               {"startTime":"2026-05-13T21:20:30Z","endTime":"2026-05-13T21:45:00Z","type":"LIGHT"}],
              "shortAwakenings":[
               {"startTime":"2026-05-13T21:30:00Z","endTime":"2026-05-13T21:30:30Z","type":"AWAKE"},
               {"startTime":"2026-05-13T22:02:30Z","endTime":"2026-05-13T22:04:30Z","type":"AWAKE"}],
              "metadata":{"stagesStatus":"SUCCEEDED","processed":true,"mainSleep":true},
              "summary":{"minutesInSleepPeriod":"60","minutesAfterWakeUp":"2","minutesToFallAsleep":"0",
               "minutesAsleep":"54","minutesAwake":"5","stagesSummary":[
                {"type":"AWAKE","minutes":"5","count":"1"},{"type":"LIGHT","minutes":"24","count":"1"},
                {"type":"DEEP","minutes":"30","count":"1"}]},
              "createTime":"2026-05-13T22:20:00Z","updateTime":"2026-05-14T07:00:00.123456Z"}}\
            """;
    private static final String NAP =
            """
            {"dataPointName":"users/me/dataTypes/sleep/dataPoints/7","sleep":{
              "interval":{"startTime":"2026-05-14T11:00:00Z","startUtcOffset":"7200s",
               "endTime":"2026-05-14T11:25:00Z","endUtcOffset":"7200s"},"type":"CLASSIC","stages":[
               {"startTime":"2026-05-14T11:00:00Z","endTime":"2026-05-14T11:20:00Z","type":"ASLEEP"},
               {"startTime":"2026-05-14T11:20:00Z","endTime":"2026-05-14T11:23:00Z","type":"RESTLESS"},
               {"startTime":"2026-05-14T11:23:00Z","endTime":"2026-05-14T11:25:00Z","type":"AWAKE"}],
              "metadata":{"stagesStatus":"REJECTED_NAP","processed":true,"nap":true},
              "summary":{"minutesInSleepPeriod":"25","minutesAsleep":"20","minutesAwake":"5","stagesSummary":[
               {"type":"ASLEEP","minutes":"20","count":"1"},{"type":"RESTLESS","minutes":"3","count":"1"},
               {"type":"AWAKE","minutes":"2","count":"1"}]}}}\
            """;

    @Test
    void aNightInStagesHasSegmentsShortAwakeningsAndTotals() {
        // When
        Mapping mapping = mapped(NIGHT);

        // Then
        Sleep night = GoogleMapped.only(mapping, Sleep.class);
        assertThat(night.getLocalDate()).isEqualTo("2026-05-14");
        assertThat(night.getStartEpochMillis()).isEqualTo(millis("2026-05-13T21:15:00Z"));
        assertThat(night.getEndEpochMillis()).isEqualTo(millis("2026-05-13T22:15:00Z"));
        assertThat(night.getEndOffsetSeconds()).isEqualTo(7200);
        assertThat(night.getScoring()).isEqualTo("STAGES");
        assertThat(night.getMainSleep()).isTrue();
        assertThat(night.getMinutesAfterWakeup()).isEqualTo(2);
        assertThat(night.getMinutesToFallAsleep()).isZero();
        assertThat(night.getSegments().getOffsetMilliseconds())
                .containsExactly(0, 330_000, 1_800_000);
        assertThat(night.getSegments().getStage()).containsExactly("WAKE", "LIGHT", "DEEP");
        assertThat(night.getShortAwakenings().getOffsetMilliseconds())
                .containsExactly(0, 1_950_000);
        assertThat(night.getShortAwakenings().getStage()).containsOnly("WAKE");
        assertThat(night.getTimePlacedByRule()).isFalse();
        assertThat(mapping.oddities()).isEmpty();
        MappedRecord mapped = mapping.records().getFirst();
        assertThat(mapped.recordId())
                .isEqualTo(Ids.record(UUID.fromString(GooglePayloads.USER), "sleep", THING));
        assertThat(mapped.happenedAt()).isEqualTo(Instant.parse("2026-05-13T22:15:00Z"));
    }

    @Test
    void totalsAreWorkedOutWithShortAwakeningsLaidOver() {
        Sleep night = GoogleMapped.only(mapped(NIGHT), Sleep.class);

        assertThat(night.getStageTotals())
                .containsExactly(
                        new SleepStageTotal("DEEP", 28, 2),
                        new SleepStageTotal("LIGHT", 24, 2),
                        new SleepStageTotal("REM", 0, 0),
                        new SleepStageTotal("WAKE", 8, 3));
        assertThat(night.getAsleepMinutes()).isEqualTo(52);
        assertThat(night.getAwakeMinutes()).isEqualTo(8);
        assertThat(night.getEfficiencyPercent()).isEqualTo(87);
    }

    @Test
    void whoRecordedItStandsInTheProvenance() {
        Sleep night = GoogleMapped.only(mapped(NIGHT), Sleep.class);

        assertThat(night.getProvenance().getProvider()).isEqualTo("GOOGLE_HEALTH");
        assertThat(night.getProvenance().getProviderRecordId()).isEqualTo("5512345678901234567");
        assertThat(night.getProvenance().getRecordingMethod()).isEqualTo("DERIVED");
        assertThat(night.getProvenance().getDeviceName()).isEqualTo("Charge 6");
    }

    @Test
    void aClassicNapKeepsTheSumsThatGoogleTells() {
        Sleep nap = GoogleMapped.only(mapped(NAP), Sleep.class);

        assertThat(nap.getMainSleep()).isFalse();
        assertThat(nap.getScoring()).isEqualTo("CLASSIC");
        assertThat(nap.getSegments().getStage()).containsExactly("ASLEEP", "RESTLESS", "AWAKE");
        assertThat(nap.getShortAwakenings()).isNull();
        assertThat(nap.getAsleepMinutes()).isEqualTo(20);
        assertThat(nap.getAwakeMinutes()).isEqualTo(5);
        assertThat(nap.getEfficiencyPercent()).isEqualTo(80);
        assertThat(nap.getMinutesToFallAsleep()).isNull();
        assertThat(nap.getStageTotals())
                .containsExactly(
                        new SleepStageTotal("ASLEEP", 20, 1),
                        new SleepStageTotal("AWAKE", 2, 1),
                        new SleepStageTotal("RESTLESS", 3, 1));
        assertThat(nap.getProvenance().getProviderRecordId()).isEqualTo("7");
        assertThat(nap.getProvenance().getRecordingMethod()).isNull();
    }

    @Test
    void stagesThatDoNotFillTheSleepAreKeptCountedAndNotSummedUp() {
        Mapping mapping =
                mapped(
                        NIGHT.replace(
                                "\"endTime\":\"2026-05-13T22:15:00Z\",\"endUtc",
                                "\"endTime\":\"2026-05-13T23:15:00Z\",\"endUtc"));

        Sleep night = GoogleMapped.only(mapping, Sleep.class);
        assertThat(mapping.oddities()).containsEntry(Oddity.SLEEP_NOT_FILLED, 1);
        assertThat(night.getSegments().getStage()).hasSize(3);
        assertThat(night.getAsleepMinutes()).isEqualTo(54);
        assertThat(night.getStageTotals()).contains(new SleepStageTotal("WAKE", 5, 1));
    }

    @Test
    void aStageOfTomorrowPassesAndIsNotCountedAsSleepByUs() {
        Sleep night =
                GoogleMapped.only(
                        mapped(NIGHT.replace("\"type\":\"DEEP\"", "\"type\":\"DREAM\"")),
                        Sleep.class);

        assertThat(night.getSegments().getStage()).containsExactly("WAKE", "LIGHT", "DREAM");
        assertThat(night.getAsleepMinutes()).isEqualTo(54);
        assertThat(night.getStageTotals()).contains(new SleepStageTotal("DREAM", 30, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Still asleep: no end, no summary.
                """
                {"name":"a/1","sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","startUtcOffset":"7200s"}}}\
                """,
                // Over, not summed up.
                """
                {"sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","endTime":"2026-05-13T22:15:00Z"},
                 "metadata":{"processed":true}}}\
                """,
                // Summed up, stages still being worked out: false is left out.
                """
                {"sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","endTime":"2026-05-13T22:15:00Z"},
                 "metadata":{"mainSleep":true},"summary":{"minutesAsleep":"50"}}}\
                """,
                """
                {"sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","endTime":"2026-05-13T22:15:00Z"},
                 "metadata":{"processed":false,"stagesStatus":"SUCCEEDED"},"summary":{"minutesAsleep":"50"}}}\
                """
            })
    void aSleepThatIsNotDoneGivesNoRecordAndIsCounted(String sleep) {
        Mapping mapping = mapped(sleep);

        assertThat(mapping.records()).isEmpty();
        assertThat(mapping.oddities()).containsExactly(Map.entry(Oddity.SLEEP_UNFINISHED, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sleep\":{%s}",
                "\"sleep\":{%s,\"metadata\":{\"stagesStatus\":\"REJECTED_NAP\"}}",
                "\"dataSource\":{\"recordingMethod\":\"MANUAL\"},\"sleep\":{%s,\"metadata\":{}}"
            })
    void aSleepThatNobodyScoresIsDoneWithoutBeingProcessed(String form) {
        String bare =
                """
                "interval":{"startTime":"2026-05-13T21:15:00Z","startUtcOffset":"+02:00",
                 "endTime":"2026-05-13T22:15:00Z","endUtcOffset":"+02:00"},
                "summary":{"minutesAsleep":50,"minutesAwake":10}\
                """;

        Sleep night = GoogleMapped.only(mapped("{" + form.formatted(bare) + "}"), Sleep.class);

        assertThat(night.getAsleepMinutes()).isEqualTo(50);
        assertThat(night.getLocalDate()).isEqualTo("2026-05-14");
        assertThat(night.getSegments()).isNull();
        assertThat(night.getStageTotals()).isNull();
    }

    @Test
    void aNightOverAClockChangeEndsWithTheOffsetOfItsEnd() {
        String sleep =
                """
                {"sleep":{"interval":{"startTime":"2026-10-24T21:00:00Z","startUtcOffset":"7200s",
                 "endTime":"2026-10-25T05:00:00Z","endUtcOffset":"3600s"},"summary":{}}}\
                """;

        Sleep night = GoogleMapped.only(mapped(sleep), Sleep.class);

        assertThat(night.getDurationMilliseconds()).isEqualTo(8 * 3_600_000L);
        assertThat(night.getStartOffsetSeconds()).isEqualTo(7200);
        assertThat(night.getEndOffsetSeconds()).isEqualTo(3600);
    }

    @Test
    void withoutAnOffsetTheZoneOfTheDateTellsIt() {
        String sleep =
                """
                {"sleep":{"interval":{"startTime":"2026-05-13T21:15:00Z","endTime":"2026-05-13T22:15:00Z"},
                 "summary":{}}}\
                """;

        assertThat(GoogleMapped.only(mapped(sleep), Sleep.class).getLocalDate())
                .isEqualTo("2026-05-14");
        assertThatThrownBy(() ->
                        GoogleMapped.of(
                                GooglePayloads.ofThing(PayloadKind.SLEEP, THING)
                                        .nowhere()
                                        .part(PartKind.SLEEP, sleep)))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("no time zone of the user is known");
    }

    @Test
    void aSleepThatVanishedIsADeletedRecord() {
        Sleep gone =
                GoogleMapped.only(
                        GoogleMapped.of(
                                GooglePayloads.ofThing(PayloadKind.SLEEP, THING).vanished()),
                        Sleep.class);

        assertThat(gone.getDeleted()).isTrue();
        assertThat(gone.getThingKey()).isEqualTo(THING);
        assertThat(gone.getStartEpochMillis()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"code\":404}} | sleep part is an error of Google",
                "{\"dataPoints\":[]} | sleep part is no data point with sleep",
                "{\"sleep\":{\"interval\":{\"endTime\":\"2026-05-14T05:00:00Z\"},\"summary\":{}}} | sleep part has no readable startTime",
                "{\"sleep\":{\"interval\":{\"startTime\":\"2026-05-14T06:00:00Z\",\"endTime\":\"2026-05-14T05:00:00Z\"},\"summary\":{}}} | sleep part ends before it begins",
                "[] | sleep part is not a JSON object",
            })
    void whatIsNoSleepIsRefused(String sleep, String reason) {
        assertThatThrownBy(() -> mapped(sleep))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    private static Mapping mapped(String sleep) {
        return GoogleMapped.of(
                GooglePayloads.ofThing(PayloadKind.SLEEP, THING).part(PartKind.SLEEP, sleep));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
