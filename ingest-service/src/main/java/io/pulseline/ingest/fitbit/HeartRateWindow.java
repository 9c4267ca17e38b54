package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One question for heart rate at 1-second detail, in the user's wall time, less than 24 hours long.
 *
 * <p>Fitbit's intraday rows carry wall time in the profile's zone. An activity over a clock change
 * therefore has two possible ends: start + duration in the log's own offset, and the same instant
 * in the zone's new offset. The question reaches to the later one, so that no sample is left out;
 * whether the answer is whole is judged by the end in the zone.
 *
 * @param from first second asked for
 * @param to last second asked for
 */
record HeartRateWindow(LocalDateTime from, LocalDateTime to) {
    /**
     * Fitbit: "Time range should not be bigger than 24 hours". A second less, so that no time of
     * day occurs twice in one answer.
     */
    private static final Duration LONGEST = Duration.ofHours(24).minusSeconds(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /**
     * The questions that cover an activity, in order; each begins a second after the one before.
     */
    static List<HeartRateWindow> covering(ActivityLog log, ZoneHistory zones) {
        LocalDateTime from = log.start().toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime inOffset = from.plus(log.duration()).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime inZone = localEnd(log, zones);
        LocalDateTime end = inZone.isAfter(inOffset) ? inZone : inOffset;
        List<HeartRateWindow> windows = new ArrayList<>();
        LocalDateTime next = from;
        do {
            LocalDateTime to = next.plus(LONGEST);
            to = to.isBefore(end) ? to : end;
            windows.add(new HeartRateWindow(next, to));
            next = to.plusSeconds(1);
        } while (!next.isAfter(end));
        return windows;
    }

    /** Wall time at which the activity ended, by the zone if the log's offset is the zone's. */
    static LocalDateTime localEnd(ActivityLog log, ZoneHistory zones) {
        OffsetDateTime end = log.start().plus(log.duration());
        return zones.current()
                .filter(zone -> isOffsetOf(zone, log.start()))
                .map(zone -> end.atZoneSameInstant(zone).toLocalDateTime())
                .orElseGet(end::toLocalDateTime)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isOffsetOf(ZoneId zone, OffsetDateTime time) {
        return zone.getRules().getOffset(time.toInstant()).equals(time.getOffset());
    }

    LocalDate firstDate() {
        return from.toLocalDate();
    }

    LocalDate lastDate() {
        return to.toLocalDate();
    }

    String path() {
        return "/1/user/-/activities/heart/date/"
                + firstDate()
                + "/"
                + lastDate()
                + "/1sec/time/"
                + TIME.format(from)
                + "/"
                + TIME.format(to)
                + ".json";
    }
}
