package io.pulseline.ingest.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartRateWindowTest {
    private static ActivityLog log(String start, Duration duration) {
        return new ActivityLog("1", OffsetDateTime.parse(start), duration, true, true, false);
    }

    private static ZoneHistory in(String zone) {
        return ZoneHistory.UNKNOWN.told(ZoneId.of(zone), LocalDate.of(2026, 1, 1));
    }

    private static List<String> paths(ActivityLog log, ZoneHistory zones) {
        return HeartRateWindow.covering(log, zones).stream().map(HeartRateWindow::path).toList();
    }

    @Test
    void theWindowIsTheActivityInItsOwnOffset() {
        assertThat(
                        paths(
                                log("2022-04-27T17:19:30.000-07:00", Duration.ofSeconds(819)),
                                in("America/Los_Angeles")))
                .containsExactly(
                        "/1/user/-/activities/heart/date/2022-04-27/2022-04-27/1sec/time/17:19:30/17:33:09.json");
    }

    @Test
    void overMidnightItNamesBothDates() {
        assertThat(
                        paths(
                                log("2026-11-20T23:40:00.000+01:00", Duration.ofMinutes(45)),
                                in("Europe/Berlin")))
                .containsExactly(
                        "/1/user/-/activities/heart/date/2026-11-20/2026-11-21/1sec/time/23:40:00/00:25:00.json");
    }

    @Test
    void halfHourOffsetsStayHalfHours() {
        assertThat(
                        paths(
                                log("2026-11-20T06:15:10.000+05:30", Duration.ofMinutes(30)),
                                in("Asia/Kolkata")))
                .containsExactly(
                        "/1/user/-/activities/heart/date/2026-11-20/2026-11-20/1sec/time/06:15:10/06:45:10.json");
    }

    @Test
    void inSpringItReachesToTheEndByTheNewOffset() {
        // 01:30 +01:00 for an hour: the clock goes from 02:00 to 03:00 on 2026-03-29.
        ActivityLog log = log("2026-03-29T01:30:00.000+01:00", Duration.ofHours(1));

        assertThat(paths(log, in("Europe/Berlin")))
                .containsExactly(
                        "/1/user/-/activities/heart/date/2026-03-29/2026-03-29/1sec/time/01:30:00/03:30:00.json");
        assertThat(HeartRateWindow.localEnd(log, in("Europe/Berlin")))
                .isEqualTo(LocalDateTime.parse("2026-03-29T03:30:00"));
    }

    @Test
    void inAutumnItReachesToTheEndByTheOldOffset() {
        // 02:30 +02:00 for an hour: the clock goes from 03:00 back to 02:00 on 2026-10-25.
        ActivityLog log = log("2026-10-25T02:30:00.000+02:00", Duration.ofHours(1));

        assertThat(paths(log, in("Europe/Berlin")))
                .containsExactly(
                        "/1/user/-/activities/heart/date/2026-10-25/2026-10-25/1sec/time/02:30:00/03:30:00.json");
        assertThat(HeartRateWindow.localEnd(log, in("Europe/Berlin")))
                .isEqualTo(LocalDateTime.parse("2026-10-25T02:30:00"));
    }

    @Test
    void anUnknownOrForeignZoneChangesNothing() {
        ActivityLog log = log("2026-03-29T01:30:00.000-05:00", Duration.ofHours(1));

        assertThat(paths(log, ZoneHistory.UNKNOWN)).isEqualTo(paths(log, in("Europe/Berlin")));
    }

    @Test
    void moreThanADayIsAskedInParts() {
        List<HeartRateWindow> windows =
                HeartRateWindow.covering(
                        log("2026-11-20T10:00:00.000+01:00", Duration.ofHours(30)),
                        in("Europe/Berlin"));

        assertThat(windows)
                .containsExactly(
                        new HeartRateWindow(
                                LocalDateTime.parse("2026-11-20T10:00:00"),
                                LocalDateTime.parse("2026-11-21T09:59:59")),
                        new HeartRateWindow(
                                LocalDateTime.parse("2026-11-21T10:00:00"),
                                LocalDateTime.parse("2026-11-21T16:00:00")));
    }
}
