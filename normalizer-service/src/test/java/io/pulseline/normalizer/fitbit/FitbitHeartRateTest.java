package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitHeartRateTest {
    private static final String DATE = "2026-05-14";

    @Test
    void everyHourOfTheCoverageIsARecordAlsoAnEmptyOne() {
        // Given
        PayloadCaptured payload =
                berlin("2026-05-14T06:00:00Z", "2026-05-14T08:20:30Z")
                        .answered(
                                PartKind.HEART_RATE,
                                Intraday.heartRate(
                                        "08:00:05=61",
                                        "08:59:59=62",
                                        "10:00:00=70",
                                        "10:20:29=71",
                                        "10:20:30=99"))
                        .build();

        // When
        Mapping mapping = Mapped.of(payload);

        // Then
        List<HeartRateSeries> hours = Mapped.all(mapping, HeartRateSeries.class);
        assertThat(hours).extracting(HeartRateSeries::getSlot).containsExactly(8, 9, 10);
        assertThat(hours.get(0).getHeartRate().getStartEpochMillis())
                .isEqualTo(millis("2026-05-14T06:00:05Z"));
        assertThat(hours.get(0).getHeartRate().getOffsetMilliseconds())
                .containsExactly(0, 3_594_000);
        assertThat(hours.get(1).getHeartRate().getBeatsPerMinute()).as("not worn").isEmpty();
        assertThat(hours.get(2).getHeartRate().getBeatsPerMinute()).containsExactly(70, 71);
        assertThat(hours.get(1).getCoveredUntilEpochMillis())
                .isEqualTo(hours.get(1).getEndEpochMillis());
        assertThat(hours.get(2).getCoveredUntilEpochMillis())
                .isEqualTo(millis("2026-05-14T08:20:30Z"));
        assertThat(hours).extracting(HeartRateSeries::getZone).containsOnly("Europe/Berlin");
        assertThat(hours).extracting(HeartRateSeries::getStartOffsetSeconds).containsOnly(7200);
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void idTopicEventAndHashFollowTheContracts() {
        Mapping mapping =
                Mapped.of(
                        berlin("2026-05-14T06:00:00Z", "2026-05-14T06:30:00Z")
                                .answered(PartKind.HEART_RATE, Intraday.heartRate("08:00:05=61"))
                                .build());

        MappedRecord mapped = mapping.records().getFirst();
        HeartRateSeries hour = Mapped.only(mapping, HeartRateSeries.class);
        UUID user = UUID.fromString(Payloads.USER);
        assertThat(mapped.recordId()).isEqualTo(Ids.record(user, "heart-rate", DATE + "/8"));
        assertThat(mapped.kind().topic()).isEqualTo(Topics.HEALTH_HEART_RATE);
        assertThat(mapped.happenedAt()).isEqualTo(Instant.parse("2026-05-14T06:30:00Z"));
        assertThat(mapped.user()).isEqualTo(Payloads.USER);
        assertThat(hour.getContentHash()).isEqualTo(ContentHash.of(hour));
        assertThat(hour.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
    }

    @ParameterizedTest
    @CsvSource({"1sec, 1", "1min, 60"})
    void theSpacingThatWasAskedForStandsInTheRecord(String level, int seconds) {
        String path =
                "/1/user/-/activities/heart/date/2026-05-14/1d/" + level + "/time/08:00/23:59.json";
        PayloadCaptured payload =
                berlin("2026-05-14T06:00:00Z", "2026-05-14T06:30:00Z")
                        .part(PartKind.HEART_RATE, path, DATE, DATE, 200, Intraday.heartRate())
                        .build();

        assertThat(Mapped.only(Mapped.of(payload), HeartRateSeries.class).getSamplingSeconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,    2026-03-08, 23, false",
        "America/New_York,    2026-11-01, 25, true",
        "Europe/Berlin,       2026-03-29, 23, false",
        "Europe/Berlin,       2026-10-25, 25, true",
        "Australia/Lord_Howe, 2026-10-04, 24, false",
        "Australia/Lord_Howe, 2026-04-05, 25, true",
        "Asia/Kathmandu,      2026-05-14, 24, false",
    })
    void onADayOfAClockChangeSlotsAreHoursThatPassed(
            ZoneId zone, LocalDate date, int slots, boolean doubled) {
        // Given: the heart rate tells how many minutes of the day have passed, modulo 200.
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        PayloadCaptured payload =
                Payloads.ofDate(PayloadKind.HEART_RATE, date.toString())
                        .zone(null, zone.getId())
                        .covering(start.toString(), end.toString())
                        .answered(
                                PartKind.HEART_RATE,
                                Intraday.heartRateOf(date, zone, 60, minute -> 50 + minute % 200))
                        .build();

        // When
        List<HeartRateSeries> hours = Mapped.all(Mapped.of(payload), HeartRateSeries.class);

        // Then
        assertThat(hours).hasSize(slots);
        assertThat(hours.getLast().getEndEpochMillis()).isEqualTo(end.toEpochMilli());
        for (HeartRateSeries hour : hours) {
            List<Integer> offsets = hour.getHeartRate().getOffsetMilliseconds();
            for (int row = 0; row < offsets.size(); row++) {
                assertThat(hour.getHeartRate().getBeatsPerMinute().get(row))
                        .isEqualTo(50 + (hour.getSlot() * 60 + row) % 200);
                assertThat(offsets.get(row)).isEqualTo(row * 60_000);
            }
        }
        assertThat(hours.stream().anyMatch(HeartRateSeries::getTimePlacedByRule))
                .isEqualTo(doubled);
    }

    @Test
    void aTimeThatNeverWasIsFlagged() {
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.HEART_RATE, "2026-03-29")
                                .zone(null, "Europe/Berlin")
                                .covering("2026-03-28T23:00:00Z", "2026-03-29T03:00:00Z")
                                .answered(PartKind.HEART_RATE, Intraday.heartRate("02:10:00=60"))
                                .build());

        assertThat(Mapped.all(mapping, HeartRateSeries.class))
                .extracting(HeartRateSeries::getTimePlacedByRule)
                .containsExactly(false, false, true, false);
        assertThat(mapping.oddities()).containsEntry(Oddity.TIME_SKIPPED_BY_CLOCKS, 1);
    }

    @Test
    void readAgainAfterAFlightAnOldDateGivesTheSameBytes() {
        String answer = Intraday.heartRate("08:00:05=61", "12:30:00=88");
        Payloads before = berlin("2026-05-13T22:00:00Z", "2026-05-14T22:00:00Z");
        Payloads after =
                berlin("2026-05-13T22:00:00Z", "2026-05-14T22:00:00Z")
                        .zone("2026-05-15", "America/New_York");

        List<byte[]> old = bytes(Mapped.of(before.answered(PartKind.HEART_RATE, answer).build()));
        List<byte[]> anew = bytes(Mapped.of(after.answered(PartKind.HEART_RATE, answer).build()));

        assertThat(old).hasSize(24);
        assertThat(anew).usingElementComparator(Arrays::compare).isEqualTo(old);
    }

    @Test
    void aDateThatVanishedDeletesItsHours() {
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.HEART_RATE, DATE)
                                .zone(null, "Europe/Berlin")
                                .vanished()
                                .build());

        assertThat(Mapped.all(mapping, HeartRateSeries.class))
                .hasSize(24)
                .allMatch(HeartRateSeries::getDeleted)
                .allMatch(hour -> hour.getHeartRate().getBeatsPerMinute().isEmpty());
    }

    @Test
    void coverageOfNothingIsNoRecord() {
        Mapping mapping =
                Mapped.of(
                        berlin("2026-05-14T06:00:00Z", "2026-05-14T06:00:00Z")
                                .answered(PartKind.HEART_RATE, Intraday.heartRate("08:00:05=61"))
                                .build());

        assertThat(mapping.records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"errorType\":\"system\"}],\"success\":false}",
                "{\"activities-heart\":[]}",
                "{\"status\":200}",
                "[]",
                "<html/>"
            })
    void whatTellsNothingOfTheHoursIsRefused(String document) {
        Payloads payload =
                berlin("2026-05-14T06:00:00Z", "2026-05-14T07:00:00Z")
                        .answered(PartKind.HEART_RATE, document);

        assertThatThrownBy(() -> Mapped.of(payload.build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("heart-rate part");
    }

    @Test
    void withoutCoverageZoneOrPartThereIsNoReading() {
        String answer = Intraday.heartRate("08:00:05=61");
        Payloads noCoverage =
                Payloads.ofDate(PayloadKind.HEART_RATE, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(PartKind.HEART_RATE, answer);
        Payloads noZone =
                Payloads.ofDate(PayloadKind.HEART_RATE, DATE)
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T07:00:00Z")
                        .answered(PartKind.HEART_RATE, answer);
        Payloads noPart =
                berlin("2026-05-14T06:00:00Z", "2026-05-14T07:00:00Z")
                        .part(PartKind.HEART_RATE, "/", DATE, DATE, 403, answer);
        Payloads noDate = Payloads.ofKind(PayloadKind.HEART_RATE, DATE).vanished();

        assertRefused(noCoverage, "payload does not say what it covers");
        assertRefused(noZone, "no time zone of the user is known for 2026-05-14");
        assertRefused(noPart, "payload has no heart-rate part");
        assertRefused(noDate, "payload has no localDate");
    }

    @Test
    void anHourByTheSecondStaysUnderSixteenKilobytes() throws IOException {
        // Given: a wandering heart, a row each second, as a hard hour has it.
        Random random = new Random(11);
        int[] rate = {120};
        String[] rows = new String[3600];
        for (int second = 0; second < rows.length; second++) {
            rate[0] = Math.clamp(rate[0] + random.nextInt(5) - 2, 90, 180);
            rows[second] = "08:%02d:%02d=%d".formatted(second / 60, second % 60, rate[0]);
        }

        // When
        HeartRateSeries hour =
                Mapped.only(
                        Mapped.of(
                                berlin("2026-05-14T06:00:00Z", "2026-05-14T07:00:00Z")
                                        .answered(PartKind.HEART_RATE, Intraday.heartRate(rows))
                                        .build()),
                        HeartRateSeries.class);

        // Then
        byte[] avro = HeartRateSeries.getEncoder().encode(hour).array();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(avro);
        }
        assertThat(hour.getHeartRate().getBeatsPerMinute()).hasSize(3600);
        assertThat(packed.size()).isLessThan(16_000);
    }

    private static Payloads berlin(String from, String to) {
        return Payloads.ofDate(PayloadKind.HEART_RATE, DATE)
                .zone(null, "Europe/Berlin")
                .covering(from, to);
    }

    private static void assertRefused(Payloads payload, String reason) {
        assertThatThrownBy(() -> Mapped.of(payload.build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    private static List<byte[]> bytes(Mapping mapping) {
        return mapping.records().stream().map(mapped -> RecordJson.write(mapped.record())).toList();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
