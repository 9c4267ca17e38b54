package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** How values of the proto messages are written as JSON (fact sheet section 1.2). */
final class Encoding {
    private static final double LARGEST_WHOLE = 1L << 53;

    private Encoding() {}

    /** An int64: a string; left out when zero. */
    static void putInt64(ObjectNode node, String name, long value) {
        if (value != 0) {
            putInt64Always(node, name, value);
        }
    }

    /** An int64 with explicit presence: a string, zero included. */
    static void putInt64Always(ObjectNode node, String name, long value) {
        node.put(name, Long.toString(value));
    }

    /** A double: a number, without a fraction when whole; left out when zero. */
    static void putDouble(ObjectNode node, String name, double value) {
        if (value != 0) {
            putDoubleAlways(node, name, value);
        }
    }

    /** A double with explicit presence. */
    static void putDoubleAlways(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.put(name, "NaN");
        } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }

    /** Seconds and an s; a fraction of three digits where there is one. */
    static String duration(Duration value) {
        return value.toMillisPart() == 0
                ? value.toSeconds() + "s"
                : String.format(Locale.ROOT, "%.3fs", value.toMillis() / 1000.0);
    }

    /** The offset from UTC that holds in that zone at that moment. */
    static String offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds() + "s";
    }

    static ObjectNode date(LocalDate date) {
        return Json.object()
                .put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    /** Parts of the time that are zero are left out: midnight is an empty object. */
    static ObjectNode civil(LocalDateTime local) {
        ObjectNode document = Json.object();
        document.set("date", date(local.toLocalDate()));
        ObjectNode time = document.putObject("time");
        putPart(time, "hours", local.getHour());
        putPart(time, "minutes", local.getMinute());
        putPart(time, "seconds", local.getSecond());
        putPart(time, "nanos", local.getNano());
        return document;
    }

    private static void putPart(ObjectNode time, String name, int value) {
        if (value != 0) {
            time.put(name, value);
        }
    }
}
