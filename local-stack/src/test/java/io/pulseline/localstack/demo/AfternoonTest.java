package io.pulseline.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AfternoonTest {
    @Test
    void somewhereItIsAfternoonAtEveryQuarterOfAnHourOfAYear() {
        Instant end = Instant.parse("2028-01-01T00:00:00Z");
        for (Instant moment = Instant.parse("2027-01-01T00:00:00Z");
                moment.isBefore(end);
                moment = moment.plus(Duration.ofMinutes(15))) {
            int hour = moment.atZone(Afternoon.at(moment)).getHour();
            assertThat(hour).as("local hour at %s", moment).isBetween(13, 20);
        }
    }

    @Test
    void inEuropesAfternoonItIsEurope() {
        assertThat(Afternoon.at(Instant.parse("2026-11-25T14:00:00Z")).getId())
                .isEqualTo("Europe/Berlin");
    }
}
