package io.pulseline.normalizer.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.source.ZoneSince;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LocalTimesTest {
    private final Oddities oddities = new Oddities();

    @Test
    void theZoneIsTheOneOfTheDateNotTodays() {
        LocalTimes times =
                new LocalTimes(
                        List.of(
                                new ZoneSince(null, "Europe/Berlin"),
                                new ZoneSince("2026-03-01", "America/New_York"),
                                new ZoneSince("2026-04-01", "Asia/Tokyo")),
                        oddities);

        assertThat(times.zoneOn(LocalDate.parse("2019-01-01")))
                .contains(ZoneId.of("Europe/Berlin"));
        assertThat(times.zoneOn(LocalDate.parse("2026-03-01")))
                .contains(ZoneId.of("America/New_York"));
        assertThat(times.zoneOn(LocalDate.parse("2026-03-31")))
                .contains(ZoneId.of("America/New_York"));
        assertThat(times.zoneOn(LocalDate.parse("2030-01-01"))).contains(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void aDateBeforeTheHistoryOrAnUnknownZoneNameHasNoZone() {
        LocalTimes late = new LocalTimes(List.of(new ZoneSince("2026-03-01", "UTC")), oddities);
        LocalTimes strange = new LocalTimes(List.of(new ZoneSince(null, "Mars/Olympus")), oddities);

        assertThat(late.zoneOn(LocalDate.parse("2026-02-28"))).isEmpty();
        assertThat(strange.zoneOn(LocalDate.parse("2026-02-28"))).isEmpty();
        assertThat(oddities.counts()).containsEntry(Oddity.ZONE_UNKNOWN, 1);
        assertThatThrownBy(() -> late.resolve(LocalDateTime.parse("2026-02-28T10:00:00")))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("2026-02-28");
    }

    @Test
    void anUnreadableDateInTheHistoryIsRefused() {
        LocalTimes times = new LocalTimes(List.of(new ZoneSince("soon", "UTC")), oddities);

        assertThatThrownBy(() -> times.zoneOn(LocalDate.parse("2026-02-28")))
                .isInstanceOf(UnmappableException.class);
    }

    @Test
    void withoutAHistoryTheStartsOffsetStays() {
        LocalTimes.Sequence sequence =
                new LocalTimes(List.of(), oddities)
                        .from(OffsetDateTime.parse("2026-10-25T01:50:00+02:00"));

        assertThat(sequence.instantOf(LocalDateTime.parse("2026-10-25T03:50:00")))
                .isEqualTo(Instant.parse("2026-10-25T01:50:00Z"));
    }

    @Test
    void equalTimesInTheDoubledHourDoNotStartTheSecondPass() {
        LocalTimes.Sequence sequence =
                berlin().from(OffsetDateTime.parse("2026-10-25T01:50:00+02:00"));
        LocalDateTime doubled = LocalDateTime.parse("2026-10-25T02:30:00");

        assertThat(sequence.instantOf(doubled)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(sequence.instantOf(doubled)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    /**
     * What a clock on the wall showed, second by second, leads back to the same instants. Steps are
     * shorter than the shortest doubled time, half an hour at Lord Howe: at the same time of its
     * second pass nothing would tell that it has begun.
     */
    @Property(tries = 300)
    void aSequenceOfWallClockTimesLeadsBackToItsInstants(
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = 1_262_304_000L, max = 1_893_456_000L) long startSecond,
            @ForAll @IntRange(min = 1, max = 1799) int step) {
        ZoneId id = ZoneId.of(zone);
        OffsetDateTime start = Instant.ofEpochSecond(startSecond).atZone(id).toOffsetDateTime();
        LocalTimes times = new LocalTimes(List.of(new ZoneSince(null, zone)), oddities);
        LocalTimes.Sequence sequence = times.from(start);

        for (long second = startSecond; second < startSecond + 6 * 3600; second += step) {
            Instant instant = Instant.ofEpochSecond(second);
            assertThat(sequence.instantOf(LocalDateTime.ofInstant(instant, id))).isEqualTo(instant);
        }
    }

    @Property(tries = 300)
    void aTimeThatIsNotDoubledLeadsBackToItsInstantOnItsOwn(
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = 1_262_304_000L, max = 1_893_456_000L) long second) {
        ZoneId id = ZoneId.of(zone);
        Instant instant = Instant.ofEpochSecond(second);
        LocalDateTime local = LocalDateTime.ofInstant(instant, id);
        LocalTimes times = new LocalTimes(List.of(new ZoneSince(null, zone)), oddities);

        if (id.getRules().getValidOffsets(local).size() == 1) {
            assertThat(times.resolve(local).toInstant()).isEqualTo(instant);
            assertThat(times.resolve(local).toLocalDateTime()).isEqualTo(local);
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                Set.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "America/Havana",
                        "Africa/Casablanca",
                        "Pacific/Apia",
                        "UTC",
                        "+05:45"));
    }

    private LocalTimes berlin() {
        return new LocalTimes(List.of(new ZoneSince(null, "Europe/Berlin")), oddities);
    }
}
