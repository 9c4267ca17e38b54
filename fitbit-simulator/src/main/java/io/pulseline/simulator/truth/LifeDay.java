package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One local date as the body lived it and the tracker felt it, minute by minute. */
public final class LifeDay {
    private static final int SECONDS_PER_MINUTE = 60;

    private final LocalDate date;
    private final Instant start;
    private final int[] heartSeconds;
    private final short[] heartRates;
    private final Minutes minutes;
    private final BitSet beating = new BitSet();

    LifeDay(
            LocalDate date,
            Instant start,
            int[] heartSeconds,
            short[] heartRates,
            Minutes minutes) {
        this.date = date;
        this.start = start;
        this.heartSeconds = heartSeconds;
        this.heartRates = heartRates;
        this.minutes = minutes;
        for (int second : heartSeconds) {
            beating.set(second / SECONDS_PER_MINUTE);
        }
    }

    /** Columns with one value for each minute of the date. */
    static final class Minutes {
        final short[] steps;
        final byte[] floors;
        final Effort[] efforts;
        final short[] mets;

        Minutes(int length) {
            steps = new short[length];
            floors = new byte[length];
            efforts = new Effort[length];
            mets = new short[length];
        }
    }

    /** How hard a minute was. */
    public enum Effort {
        IN_BED,
        STILL,
        LIGHT,
        FAIR,
        VERY;

        boolean isActive() {
            return this == LIGHT || this == FAIR || this == VERY;
        }
    }

    /**
     * One minute.
     *
     * @param tenthsOfMet ten times the metabolic equivalent; 10 is rest
     */
    public record Minute(int steps, int floors, Effort effort, int tenthsOfMet) {
        /** What is shown where the tracker has told nothing. */
        static final Minute UNKNOWN = new Minute(0, 0, Effort.STILL, 10);

        /** The same with other steps. */
        Minute with(int otherSteps) {
            return new Minute(otherSteps, floors, effort, tenthsOfMet);
        }
    }

    public LocalDate date() {
        return date;
    }

    public Instant start() {
        return start;
    }

    /** 1380, 1440 or 1500. */
    public int length() {
        return minutes.steps.length;
    }

    public Minute minute(int index) {
        return new Minute(
                minutes.steps[index],
                minutes.floors[index],
                minutes.efforts[index],
                minutes.mets[index]);
    }

    public int steps(int minute) {
        return minutes.steps[minute];
    }

    /** Whether the tracker felt anything in that minute: a heartbeat, a step or an effort. */
    public boolean isWorn(int minute) {
        return beating.get(minute)
                || minutes.steps[minute] > 0
                || minutes.efforts[minute].isActive();
    }

    /** Whole minutes of the date that are over at that moment. */
    public int minutesUntil(Instant moment) {
        return (int) Math.clamp(Duration.between(start, moment).toMinutes(), 0, length());
    }

    /** Adds the samples in {@code [from, to)}, in order. */
    void addHeartRate(Instant from, Instant to, List<HeartRateSample> samples) {
        for (int index = 0; index < heartSeconds.length; index++) {
            Instant at = start.plusSeconds(heartSeconds[index]);
            if (!at.isBefore(to)) {
                return;
            }
            if (!at.isBefore(from)) {
                samples.add(new HeartRateSample(at, heartRates[index]));
            }
        }
    }

    /** Minutes by zone of what was felt before that moment. */
    ZoneMinutes zones(Instant until, int maximumHeartRate) {
        Map<Zone, Integer> found = new EnumMap<>(Zone.class);
        long end = Duration.between(start, until).toSeconds();
        int index = 0;
        while (index < heartSeconds.length && heartSeconds[index] < end) {
            int minute = heartSeconds[index] / 60;
            int sum = 0;
            int count = 0;
            while (index < heartSeconds.length
                    && heartSeconds[index] < end
                    && heartSeconds[index] / 60 == minute) {
                sum += heartRates[index];
                count++;
                index++;
            }
            found.merge(Zone.of((double) sum / count, maximumHeartRate), 1, Integer::sum);
        }
        return new ZoneMinutes(found);
    }
}
