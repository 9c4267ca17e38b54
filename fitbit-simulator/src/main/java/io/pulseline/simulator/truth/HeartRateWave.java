package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The heart of one person through day, night and exercise. Every beat follows from the seed: the
 * same wave read twice gives the same samples.
 *
 * @param restingHeartRate beats per minute
 * @param maximumHeartRate beats per minute
 * @param zone decides when it is night
 */
public record HeartRateWave(long seed, int restingHeartRate, int maximumHeartRate, ZoneId zone) {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final LocalTime ASLEEP_FROM = LocalTime.of(23, 0);
    private static final LocalTime AWAKE_FROM = LocalTime.of(6, 45);
    private static final LocalTime UNWORN_FROM = LocalTime.of(7, 20);
    private static final LocalTime UNWORN_TO = LocalTime.of(7, 45);

    /** A heart of average size in UTC. */
    public static HeartRateWave seeded(long seed) {
        return new HeartRateWave(seed, 60, 185, ZoneId.of("UTC"));
    }

    /**
     * Samples of a session, 1 to 5 seconds apart: warm-up, plateau with drift and surges, and a
     * fall while paused.
     *
     * @param ordinal tells sessions of one person apart
     */
    List<HeartRateSample> during(Session session, int ordinal) {
        SplittableRandom random = Seeds.random(seed, 11, ordinal);
        double surgeSeconds = random.nextDouble(150, 260);
        List<HeartRateSample> samples = new ArrayList<>();
        double level = restingHeartRate + 22;
        double noise = 0;
        Instant at = session.start();
        while (!at.isAfter(session.end())) {
            int step = 1 + (int) Math.floor(5 * random.nextDouble() * random.nextDouble());
            noise = 0.85 * noise + random.nextGaussian() * 0.9;
            level += (target(session, at, surgeSeconds) - level) * (1 - Math.exp(-step / 18.0));
            samples.add(sample(at, level + noise));
            at = at.plusSeconds(step);
        }
        return List.copyOf(samples);
    }

    private double target(Session session, Instant at, double surgeSeconds) {
        if (session.isPausedAt(at)) {
            return restingHeartRate + 28;
        }
        double seconds = session.activeSecondsUntil(at);
        double warm = 1 - Math.exp(-seconds / 170);
        // The drift ends after two hours: nobody runs half a day at the maximum.
        double drift = 7 * Math.min(seconds / SECONDS_PER_HOUR, 2);
        double surge = 4.5 * Math.sin(2 * Math.PI * seconds / surgeSeconds);
        double reserve = maximumHeartRate - restingHeartRate;
        double plateau = restingHeartRate + reserve * session.kind().effort();
        return restingHeartRate
                + 22 * (1 - warm)
                + warm * (plateau - restingHeartRate + drift + surge);
    }

    /**
     * Samples outside exercise in {@code [from, to)}, 5 to 15 seconds apart; none while the tracker
     * lies on its charger in the morning.
     */
    List<HeartRateSample> atRest(Instant from, Instant to) {
        List<HeartRateSample> samples = new ArrayList<>();
        long firstHour = Math.floorDiv(from.getEpochSecond(), SECONDS_PER_HOUR);
        for (long hour = firstHour; hour * SECONDS_PER_HOUR < to.getEpochSecond() + 1; hour++) {
            SplittableRandom random = Seeds.random(seed, 12, hour);
            int second = random.nextInt(10);
            while (second < SECONDS_PER_HOUR) {
                Instant at = Instant.ofEpochSecond(hour * SECONDS_PER_HOUR + second);
                double noise = random.nextGaussian() * 1.8;
                if (!at.isBefore(from) && at.isBefore(to) && isWorn(at)) {
                    samples.add(sample(at, quiet(at) + noise));
                }
                second += random.nextInt(5, 16);
            }
        }
        return samples;
    }

    private boolean isWorn(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return time.isBefore(UNWORN_FROM) || !time.isBefore(UNWORN_TO);
    }

    private double quiet(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return quiet(at, time.isBefore(AWAKE_FROM) || !time.isBefore(ASLEEP_FROM));
    }

    /** The rate outside exercise, without noise. */
    double quiet(Instant at, boolean asleep) {
        double seconds = at.getEpochSecond() + Math.floorMod(seed, 1000);
        double slow = Math.sin(seconds / 710) + 0.6 * Math.sin(seconds / 2930);
        return asleep
                ? restingHeartRate - 3 + 2.5 * slow
                : restingHeartRate + 13 + 5 * slow + 2 * Math.sin(seconds / 97);
    }

    /** A whole rate within what a heart can do. */
    HeartRateSample sample(Instant at, double rate) {
        int bounded = (int) Math.round(Math.clamp(rate, 38, maximumHeartRate));
        return new HeartRateSample(at, bounded);
    }
}
