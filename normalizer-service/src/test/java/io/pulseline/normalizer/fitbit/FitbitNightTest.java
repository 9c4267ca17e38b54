package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of a night: variability, breathing, oxygen. */
class FitbitNightTest {
    private static final String DATE = "2026-05-14";

    @Test
    void variabilityHasTheNightItsDeepSleepAndItsIntervals() {
        // When
        Mapping mapping =
                Mapped.of(
                        variability()
                                .answered(
                                        PartKind.HRV_SUMMARY,
                                        """
                                        {"value":{"dailyRmssd":34.9,"deepRmssd":31.5},"dateTime":"2026-05-14"}\
                                        """)
                                .answered(
                                        PartKind.HRV_INTRADAY,
                                        """
                                        {"minutes":[
                                        {"minute":"2026-05-13T23:55:00.000","value":{"rmssd":26.6,"coverage":0.93,"hf":126.5,"lf":471.9}},
                                        {"minute":"2026-05-14T00:00:00.000","value":{"rmssd":0,"coverage":0.4,"hf":"12.5"}},
                                        {"minute":"soon","value":{"rmssd":1}}],"dateTime":"2026-05-14"}\
                                        """)
                                .build());

        // Then
        HeartRateVariability night = Mapped.only(mapping, HeartRateVariability.class);
        assertThat(night.getDailyRmssdMilliseconds()).isEqualTo(34.9);
        assertThat(night.getDeepSleepRmssdMilliseconds()).isEqualTo(31.5);
        assertThat(night.getIntraday().getStartEpochMillis())
                .isEqualTo(Instant.parse("2026-05-13T21:55:00Z").toEpochMilli());
        assertThat(night.getIntraday().getOffsetMilliseconds()).containsExactly(0, 300_000);
        assertThat(night.getIntraday().getRmssdMilliseconds()).containsExactly(26.6, null);
        assertThat(night.getIntraday().getCoverageRatio()).containsExactly(0.93, 0.4);
        assertThat(night.getIntraday().getHighFrequencyMillisecondsSquared())
                .containsExactly(126.5, 12.5);
        assertThat(night.getIntraday().getLowFrequencyMillisecondsSquared())
                .containsExactly(471.9, null);
        assertThat(mapping.oddities()).containsEntry(Oddity.ROW_UNREADABLE, 1);
        assertThat(mapping.records().getFirst().recordId())
                .isEqualTo(
                        Ids.record(UUID.fromString(Payloads.USER), "heart-rate-variability", DATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":{\"dailyRmssd\":0,\"deepRmssd\":-1}}",
                "{\"value\":{\"dailyRmssd\":null}}",
                "{\"dateTime\":\"2026-05-14\"}",
                "{}",
                "[]"
            })
    void aNightWithoutVariabilityIsNull(String entry) {
        Mapping mapping = Mapped.of(variability().answered(PartKind.HRV_SUMMARY, entry).build());

        HeartRateVariability night = Mapped.only(mapping, HeartRateVariability.class);
        assertThat(night.getDailyRmssdMilliseconds()).isNull();
        assertThat(night.getDeepSleepRmssdMilliseconds()).isNull();
        assertThat(night.getIntraday()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-10-25, 02:50, 02:55, 02:00, 2026-10-25T00:50:00Z",
        "America/New_York,    2026-11-01, 01:50, 01:55, 01:00, 2026-11-01T05:50:00Z",
        "Australia/Lord_Howe, 2026-04-05, 01:50, 01:55, 01:30, 2026-04-04T14:50:00Z",
    })
    void theDoubledHourOfANightIsReadInTheOrderOfItsRows(
            String zone, String date, String first, String second, String third, Instant start) {
        String row = "{\"minute\":\"%sT%s:00.000\",\"value\":{\"rmssd\":30}}";
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, date)
                                .zone(null, zone)
                                .answered(
                                        PartKind.HRV_INTRADAY,
                                        "{\"minutes\":[%s,%s,%s]}"
                                                .formatted(
                                                        row.formatted(date, first),
                                                        row.formatted(date, second),
                                                        row.formatted(date, third)))
                                .build());

        HeartRateVariability night = Mapped.only(mapping, HeartRateVariability.class);
        assertThat(Instant.ofEpochMilli(night.getIntraday().getStartEpochMillis()))
                .isEqualTo(start);
        assertThat(night.getIntraday().getOffsetMilliseconds())
                .containsExactly(0, 300_000, 600_000);
        assertThat(night.getTimePlacedByRule()).isTrue();
    }

    @Test
    void breathingMinusOneIsNone() {
        RespiratoryRate night =
                Mapped.only(
                        Mapped.of(
                                breathing()
                                        .answered(
                                                PartKind.BREATHING_RATE_STAGES,
                                                """
                                                {"value":{"deepSleepSummary":{"breathingRate":16.8},
                                                "remSleepSummary":{"breathingRate":-1},
                                                "fullSleepSummary":{"breathingRate":17.8},
                                                "lightSleepSummary":{"breathingRate":"16.9"}},
                                                "dateTime":"2026-05-14"}\
                                                """)
                                        .build()),
                        RespiratoryRate.class);

        assertThat(night.getBreathsPerMinute()).isEqualTo(17.8);
        assertThat(night.getDeepSleepBreathsPerMinute()).isEqualTo(16.8);
        assertThat(night.getLightSleepBreathsPerMinute()).isEqualTo(16.9);
        assertThat(night.getRemSleepBreathsPerMinute()).isNull();
    }

    @Test
    void theSummaryOfBreathingComesFirst() {
        RespiratoryRate night =
                Mapped.only(
                        Mapped.of(
                                breathing()
                                        .answered(
                                                PartKind.BREATHING_RATE_SUMMARY,
                                                "{\"value\":{\"breathingRate\":15}}")
                                        .answered(
                                                PartKind.BREATHING_RATE_STAGES,
                                                "{\"value\":{\"fullSleepSummary\":{\"breathingRate\":17}}}")
                                        .build()),
                        RespiratoryRate.class);

        assertThat(night.getBreathsPerMinute()).isEqualTo(15.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dateTime\":\"2026-05-14\",\"value\":{\"avg\":97.5,\"min\":94.0,\"max\":100.0}}",
                "[{\"datetime\":\"2026-05-13\",\"value\":{\"avg\":1}},"
                        + "{\"datetime\":\"2026-05-14\",\"value\":{\"avg\":97.5,\"min\":\"94\",\"max\":100}}]"
            })
    void oxygenIsReadFromAnObjectAndFromAnArray(String answer) {
        OxygenSaturation night =
                Mapped.only(
                        Mapped.of(oxygen().answered(PartKind.SPO2_SUMMARY, answer).build()),
                        OxygenSaturation.class);

        assertThat(night.getAveragePercent()).isEqualTo(97.5);
        assertThat(night.getMinimumPercent()).isEqualTo(94.0);
        assertThat(night.getMaximumPercent()).isEqualTo(100.0);
    }

    @Test
    void impossibleOxygenIsLeftOutAndCounted() {
        Mapping mapping =
                Mapped.of(
                        oxygen().answered(
                                        PartKind.SPO2_INTRADAY,
                                        """
                                        [{"dateTime":"2026-05-14","minutes":[
                                        {"value":95.4,"minute":"2026-05-14T00:11:38"},
                                        {"value":0,"minute":"2026-05-14T00:12:38"},
                                        {"value":-1,"minute":"2026-05-14T00:13:38"},
                                        {"value":100.5,"minute":"2026-05-14T00:14:38"},
                                        {"value":99.7,"minute":"2026-05-13T23:59:38"},
                                        {"minute":"2026-05-14T00:16:38"}]}]\
                                        """)
                                .build());

        OxygenSaturation night = Mapped.only(mapping, OxygenSaturation.class);
        assertThat(night.getIntraday().getPercent()).containsExactly(99.7, 95.4);
        assertThat(night.getIntraday().getOffsetMilliseconds()).containsExactly(0, 720_000);
        assertThat(mapping.oddities())
                .containsEntry(Oddity.SATURATION_OUT_OF_RANGE, 3)
                .containsEntry(Oddity.ROW_UNREADABLE, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PayloadKind.HEART_RATE_VARIABILITY,
                PayloadKind.RESPIRATORY_RATE,
                PayloadKind.OXYGEN_SATURATION,
                PayloadKind.DAILY_SUMMARY
            })
    void aDateThatVanishedIsADeletedRecord(String kind) {
        Mapping mapping = Mapped.of(Payloads.ofDate(kind, DATE).vanished().build());

        MappedRecord record = mapping.records().getFirst();
        assertThat(RecordJson.tree(record.record(), Set.of()).get("deleted").asBoolean()).isTrue();
        assertThat(record.happenedAt()).isEqualTo(Instant.ofEpochMilli(Payloads.CAPTURED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errors\":[{\"errorType\":\"system\"}]} | is an error of Fitbit",
                "{\"error\":{\"code\":403}} | is an error of Fitbit",
                "{\"value\":{},\"dateTime\":\"2026-05-13\"} | is of another date than its payload",
                "<html/> | is malformed JSON",
                "7 | is not a JSON object",
            })
    void whatIsNoEntryOfTheDateIsRefused(String document, String reason) {
        for (Payloads payload :
                new Payloads[] {
                    variability().answered(PartKind.HRV_SUMMARY, document),
                    variability().answered(PartKind.HRV_INTRADAY, document),
                    breathing().answered(PartKind.BREATHING_RATE_SUMMARY, document),
                    oxygen().answered(PartKind.SPO2_INTRADAY, document)
                }) {
            assertThatThrownBy(() -> Mapped.of(payload.build()))
                    .isInstanceOf(UnmappableException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aDayEndsWhenItsDateDoesOrWhenItIsRead() {
        Payloads over =
                Payloads.ofDate(PayloadKind.RESPIRATORY_RATE, "2026-05-13")
                        .zone(null, "Europe/Berlin")
                        .answered(PartKind.BREATHING_RATE_SUMMARY, "{}");

        assertThat(Mapped.of(over.build()).records().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2026-05-13T22:00:00Z"));
        assertThat(
                        Mapped.of(
                                        breathing()
                                                .answered(PartKind.BREATHING_RATE_SUMMARY, "{}")
                                                .build())
                                .records()
                                .getFirst()
                                .happenedAt())
                .isEqualTo(Instant.ofEpochMilli(Payloads.CAPTURED));
    }

    private static Payloads variability() {
        return Payloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, DATE)
                .zone(null, "Europe/Berlin");
    }

    private static Payloads breathing() {
        return Payloads.ofDate(PayloadKind.RESPIRATORY_RATE, DATE).zone(null, "Europe/Berlin");
    }

    private static Payloads oxygen() {
        return Payloads.ofDate(PayloadKind.OXYGEN_SATURATION, DATE).zone(null, "Europe/Berlin");
    }
}
