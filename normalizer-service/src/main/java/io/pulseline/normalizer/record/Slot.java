package io.pulseline.normalizer.record;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One hour of a local date.
 *
 * @param number counted from the start of the date, 0 to 24
 * @param start inclusive
 * @param end exclusive: an hour later, or the end of the date
 * @param coveredUntil the source has all there is up to here; at most the end
 * @param offset UTC offset at the start
 */
public record Slot(
        int number, Instant start, Instant end, Instant coveredUntil, ZoneOffset offset) {}
