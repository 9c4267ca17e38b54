package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Special;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/**
 * Nothing can be read before the tracker has handed it over, and what is worked out comes later.
 */
class LateSyncTest {

    @Test
    void aTrackerThatIsSilentForTwentyDaysHidesThemAll() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 12, 14, 5, Duration.ofDays(20))) {
            Life life = lived.with(Special.LATE_SYNC_20);
            LocalDate date = LocalDate.of(2026, 3, 20);
            String steps = "/1/user/-/activities/steps/date/" + date + "/1d.json";
            String sleep = "/1.2/user/-/sleep/date/" + date + ".json";
            Phone phone = lived.phone(life);

            assertThat(phone.json(steps).at("/activities-steps/0/value").asText()).isEqualTo("0");
            assertThat(phone.json(sleep).path("sleep")).isEmpty();
            assertThat(lastSync(phone)).isBefore("2026-03-15T00:00:00");
            assertThat(lived.truth(life, "steps", date)).isEmpty();

            lived.simulator().advance(Duration.ofDays(9));
            Phone later = lived.phone(life);

            assertThat(later.json(steps).at("/activities-steps/0/value").asInt())
                    .isGreaterThan(500);
            assertThat(lastSync(later)).isAfter("2026-04-03T00:00:00");
            assertThat(lived.truth(life, "steps", date)).hasSize(24);
        }
    }

    @Test
    void whatIsWorkedOutOfANightComesMinutesAfterTheSync() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 16, 5, 8, Duration.ofDays(1))) {
            Life life = lived.ordinary();
            lived.simulator().limitsTo(10_000);
            Phone phone = lived.phone(life);
            int behind = 0;
            for (int step = 0; step < 36 * 12; step++) {
                lived.simulator().advance(Duration.ofMinutes(5));
                phone = step % 80 == 0 ? lived.phone(life) : phone;
                behind += nights(phone) > variabilities(phone) ? 1 : 0;
            }

            assertThat(behind).isBetween(1, 20);
        }
    }

    @Test
    void theRunningHourIsToldUpToTheLastSync() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 1, 5, 8, Duration.ofHours(40))) {
            Life life = lived.lives().getFirst();
            Instant synced = life.lastSync(lived.simulator().now());
            JsonNode last = lived.truth(life, "steps").getLast();
            JsonNode minutes = last.path("stepsPerMinute");

            assertThat(last.path("coveredUntilEpochMillis").asLong())
                    .isEqualTo(synced.toEpochMilli())
                    .isLessThan(last.path("endEpochMillis").asLong());
            assertThat(minutes).hasSize(60);
            assertThat(minutes.get(59).isNull()).isTrue();
            assertThat(minutes.get(0).isInt()).isTrue();
        }
    }

    @Test
    void aDeletedNapIsGoneAndTold() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 12, 10, 5, Duration.ofDays(10))) {
            Life life = lived.with(Special.NAP_DELETED);

            assertThat(lived.truth(life, "sleep"))
                    .anySatisfy(line -> assertThat(line.path("deleted").asBoolean()).isTrue());
        }
    }

    @Test
    void aRoughlyScoredNightTurnsIntoStagesUnderItsNumber() {
        try (Lived lived = Lived.of("2026-03-10T09:00:00Z", 12, 10, 5, Duration.ZERO)) {
            Life life = lived.with(Special.CLASSIC_THEN_STAGES);
            Phone phone = lived.phone(life);
            lived.simulator().limitsTo(10_000);
            String roughly = "";
            for (int hour = 0; hour < 10 * 24; hour++) {
                lived.simulator().advance(Duration.ofHours(1));
                phone = hour % 7 == 0 ? lived.phone(life) : phone;
                for (JsonNode log : sleeps(phone)) {
                    if (log.path("infoCode").asInt() == 3) {
                        roughly = log.path("logId").asText();
                    }
                }
            }
            String number = roughly;

            assertThat(number).isNotEmpty();
            assertThat(lived.truth(life, "sleep"))
                    .anySatisfy(line -> {
                        assertThat(line.path("logId").asText()).isEqualTo(number);
                        assertThat(line.path("scoring").asText()).isEqualTo("STAGES");
                    });
        }
    }

    private static int nights(Phone phone) {
        return (int)
                sleeps(phone)
                        .valueStream()
                        .filter(log -> log.path("isMainSleep").asBoolean())
                        .count();
    }

    private static int variabilities(Phone phone) {
        return phone.json("/1/user/-/hrv/date/2026-03-09/2026-03-18.json").path("hrv").size();
    }

    private static JsonNode sleeps(Phone phone) {
        return phone.json("/1.2/user/-/sleep/date/2026-03-09/2026-03-25.json").path("sleep");
    }

    private static LocalDateTime lastSync(Phone phone) {
        return LocalDateTime.parse(
                phone.json("/1/user/-/devices.json").at("/0/lastSyncTime").asText());
    }
}
