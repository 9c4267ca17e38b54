package io.pulseline.localstack.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a place where it is afternoon: the night is over, noon's fixed check too, and some hours
 * remain until midnight's, so that nothing but the notification makes the night's data due.
 */
final class Afternoon {
    private static final LocalTime FROM = LocalTime.of(13, 0);
    private static final LocalTime TO = LocalTime.of(20, 30);

    private static final List<ZoneId> PLACES =
            Stream.of(
                            "Europe/Berlin",
                            "America/New_York",
                            "Pacific/Honolulu",
                            "Asia/Tokyo",
                            "Asia/Kolkata")
                    .map(ZoneId::of)
                    .toList();

    private Afternoon() {}

    /** A zone whose local time at that moment lies between 13:00 and 20:30. */
    static ZoneId at(Instant moment) {
        return PLACES.stream()
                .filter(zone -> isAfternoon(moment.atZone(zone).toLocalTime()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("it is afternoon nowhere at " + moment));
    }

    private static boolean isAfternoon(LocalTime time) {
        return !time.isBefore(FROM) && time.isBefore(TO);
    }
}
