package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Special;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The night in which the clocks change, and the flight into another zone. */
class ClockChangeTest {

    @ParameterizedTest
    @CsvSource({"2026-03-25T09:00:00Z,1380,23", "2026-10-21T09:00:00Z,1500,25"})
    void aDayHasAsManyHoursAsTheSunSays(String begin, int minutes, int slots) {
        try (Lived lived = Lived.of(begin, 12, 7, 3, Duration.ofDays(7))) {
            Life life = lived.with(Special.DST_NIGHT);
            LocalDate date = changing(life);
            ZoneId zone = life.whereabouts().zoneOn(date);
            JsonNode steps =
                    lived.phone(life)
                            .json("/1/user/-/activities/steps/date/" + date + "/1d/1min.json")
                            .at("/activities-steps-intraday/dataset");
            JsonNode heart =
                    lived.phone(life)
                            .json("/1/user/-/activities/heart/date/" + date + "/1d/1sec.json")
                            .at("/activities-heart-intraday/dataset");
            List<Instant> beats = Lived.placed(date, zone, heart);
            List<JsonNode> truth = lived.truth(life, "heart-rate", date);

            assertThat(steps).hasSize(minutes);
            assertThat(lived.truth(life, "steps", date)).hasSize(slots);
            assertThat(truth).hasSize(slots);
            assertThat(beats).isSorted().hasSize(samplesOf(truth));
            assertThat(beats.getFirst().toEpochMilli())
                    .isEqualTo(truth.getFirst().at("/heartRate/startEpochMillis").asLong());
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25T09:00:00Z,1", "2026-10-21T09:00:00Z,-1"})
    void theLengthOfASleepIsTrueThoughItsWallTimesAreNot(String begin, int skippedHours) {
        try (Lived lived = Lived.of(begin, 12, 7, 3, Duration.ofDays(7))) {
            Life life = lived.with(Special.DST_NIGHT);
            LocalDate date = changing(life);
            JsonNode log =
                    lived.phone(life)
                            .json("/1.2/user/-/sleep/date/" + date + ".json")
                            .path("sleep")
                            .valueStream()
                            .filter(one -> one.path("isMainSleep").asBoolean())
                            .findFirst()
                            .orElseThrow();
            Duration shown =
                    Duration.between(
                            LocalDateTime.parse(log.path("startTime").asText()),
                            LocalDateTime.parse(log.path("endTime").asText()));

            assertThat(shown)
                    .isEqualTo(
                            Duration.ofMillis(log.path("duration").asLong())
                                    .plusHours(skippedHours));
        }
    }

    @Test
    void theDoubledHourMayBeMerged() {
        try (Lived lived = Lived.of("2026-10-21T09:00:00Z", 12, 7, 3, Duration.ofDays(7))) {
            Life life = lived.with(Special.DST_NIGHT);
            lived.simulator().turnOn(Switch.DOUBLED_HOUR_MERGED);
            JsonNode steps =
                    lived.phone(life)
                            .json(
                                    "/1/user/-/activities/steps/date/"
                                            + changing(life)
                                            + "/1d/1min.json")
                            .at("/activities-steps-intraday/dataset");

            assertThat(steps).hasSize(1440);
        }
    }

    @Test
    void aTravellersProfileMovesWithTheDate() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 12, 6, 5, Duration.ofDays(2))) {
            Life life = lived.with(Special.ZONE_CHANGE);
            LocalDate moving = LocalDate.of(2026, 3, 13);
            assertThat(zone(lived, life)).isEqualTo("Europe/Berlin");
            lived.simulator().advance(Duration.ofDays(4));

            assertThat(zone(lived, life)).isEqualTo("America/New_York");
            assertThat(lived.truth(life, "sleep", moving)).isEmpty();
            assertThat(lived.truth(life, "steps", moving.minusDays(1))).hasSize(24);
            assertThat(start(lived.truth(life, "steps", moving).getFirst()))
                    .isEqualTo(Instant.parse("2026-03-13T04:00:00Z"));
            assertThat(start(lived.truth(life, "steps", moving.minusDays(1)).getFirst()))
                    .isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
        }
    }

    private static String zone(Lived lived, Life life) {
        return lived.phone(life).json("/1/user/-/profile.json").at("/user/timezone").asText();
    }

    private static Instant start(JsonNode line) {
        return Instant.ofEpochMilli(line.path("startEpochMillis").asLong());
    }

    private static LocalDate changing(Life life) {
        return life.firstDate()
                .datesUntil(life.firstDate().plusDays(8))
                .filter(date -> life.whereabouts().minutesOf(date) != 1440)
                .findFirst()
                .orElseThrow();
    }

    private static int samplesOf(List<JsonNode> slots) {
        return slots.stream().mapToInt(slot -> slot.at("/heartRate/beatsPerMinute").size()).sum();
    }
}
