package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.record.KeptMetric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An hour of heart rate by the minute, or what a change of clocks left of it.
 *
 * @param date of the user
 * @param zone by whose clocks it was that date
 * @param start epoch milliseconds
 * @param end exclusive
 * @param minutes those with at least one sample, in order of time
 */
record HeartHour(LocalDate date, ZoneId zone, long start, long end, List<Minute> minutes) {
    static final long MINUTE = 60_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    HeartHour {
        minutes = List.copyOf(minutes);
    }

    /**
     * One minute.
     *
     * @param at its start, epoch milliseconds
     * @param average of its samples, beats per minute
     */
    record Minute(long at, double average, int lowest, int highest) {}

    /** As it lies in the database: columns of numbers, as an hour by the second has thousands. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    private static final class Told {
        String localDate = "";
        @Nullable String zone;
        int startOffsetSeconds;
        long startEpochMillis;
        long endEpochMillis;
        Samples heartRate = new Samples();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    private static final class Samples {
        long startEpochMillis;
        int[] offsetMilliseconds = {};
        int[] beatsPerMinute = {};
    }

    static HeartHour of(KeptMetric kept) {
        try {
            Told told = JSON.readValue(kept.content().plain(), Told.class);
            return new HeartHour(
                    LocalDate.parse(told.localDate),
                    Zones.of(told.zone, told.startOffsetSeconds),
                    told.startEpochMillis,
                    told.endEpochMillis,
                    minutes(told));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "stored record " + kept.recordId() + " is no hour of heart rate", e);
        }
    }

    /** Samples outside of the hour are left out: they would count in two of them. */
    private static List<Minute> minutes(Told told) {
        Samples samples = told.heartRate;
        int known = Math.min(samples.offsetMilliseconds.length, samples.beatsPerMinute.length);
        List<Minute> minutes = new ArrayList<>();
        int next = 0;
        while (next < known) {
            long minute = Math.floorDiv(at(samples, next), MINUTE);
            long sum = 0;
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            int first = next;
            while (next < known && Math.floorDiv(at(samples, next), MINUTE) == minute) {
                int beats = samples.beatsPerMinute[next];
                sum += beats;
                lowest = Math.min(lowest, beats);
                highest = Math.max(highest, beats);
                next++;
            }
            long start = minute * MINUTE;
            if (start >= told.startEpochMillis && start < told.endEpochMillis) {
                minutes.add(new Minute(start, (double) sum / (next - first), lowest, highest));
            }
        }
        return minutes;
    }

    private static long at(Samples samples, int sample) {
        return samples.startEpochMillis + samples.offsetMilliseconds[sample];
    }
}
