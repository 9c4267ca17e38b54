package io.pulseline.benchmarks.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How an outing of three hours went, second by second: hills, eight repetitions of four minutes
 * after the first hour, one stop, noise as receivers and sensors have it. The same for the same
 * base speed.
 */
final class Course {
    static final int SECONDS = 10_800;

    private static final long SEED = 20_260_613L;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double START_LATITUDE = 47.05;
    private static final double START_LONGITUDE = 8.31;

    private static final int FIRST_REPETITION = 3_600;
    private static final int REPETITIONS = 8;
    private static final int EFFORT_SECONDS = 240;
    private static final int ROUND_SECONDS = 420;

    private static final int STOP_FROM = 8_400;
    private static final int STOP_TO = 8_490;

    /** After so many seconds two thirds of a change have come to the heart. */
    private static final double HEART_DELAY_SECONDS = 30;

    final List<Integer> offsetMilliseconds = new ArrayList<>();
    final List<Double> latitudeDegrees = new ArrayList<>();
    final List<Double> longitudeDegrees = new ArrayList<>();
    final List<Double> altitudeMetres = new ArrayList<>();
    final List<Double> distanceMetres = new ArrayList<>();
    final List<Integer> beatsPerMinute = new ArrayList<>();

    private final Random noise = new Random(SEED);
    private final double baseMetresPerSecond;
    private double metres;
    private double north;
    private double east;
    private double beats = 85;

    /**
     * @param baseMetresPerSecond of the even parts, above 0
     */
    Course(double baseMetresPerSecond) {
        this.baseMetresPerSecond = baseMetresPerSecond;
        for (int second = 0; second <= SECONDS; second++) {
            point(second);
            move(second);
        }
    }

    double metres() {
        return distanceMetres.getLast();
    }

    private void point(int second) {
        offsetMilliseconds.add(second * 1000);
        latitudeDegrees.add(START_LATITUDE + (north + noise.nextGaussian()) / METRES_PER_DEGREE);
        longitudeDegrees.add(
                START_LONGITUDE
                        + (east + noise.nextGaussian())
                                / METRES_PER_DEGREE
                                / Math.cos(Math.toRadians(START_LATITUDE)));
        altitudeMetres.add(altitude());
        distanceMetres.add(metres);
        beatsPerMinute.add((int) Math.round(beats + 0.7 * noise.nextGaussian()));
    }

    private void move(int second) {
        double effort = effort(second);
        double speed = baseMetresPerSecond * effort * (1 + 0.04 * noise.nextGaussian());
        double course = 2 * Math.PI * second / 5_400 + 0.9 * Math.sin(second / 190.0);
        metres += speed;
        north += speed * Math.cos(course);
        east += speed * Math.sin(course);
        double wanted = 85 + 60 * effort + 8.0 * second / SECONDS;
        beats += (wanted - beats) / HEART_DELAY_SECONDS;
    }

    /** Long waves, short ones, and what a barometer makes of the wind. */
    private double altitude() {
        return 460
                + 70 * Math.sin(metres / 2_300)
                + 9 * Math.sin(metres / 210)
                + 0.6 * noise.nextGaussian();
    }

    /** As a multiple of the even parts. */
    private static double effort(int second) {
        if (second >= STOP_FROM && second < STOP_TO) {
            return 0;
        }
        int round = second - FIRST_REPETITION;
        if (round < 0 || round >= REPETITIONS * ROUND_SECONDS) {
            return 1 + 0.06 * Math.sin(second / 300.0);
        }
        return round % ROUND_SECONDS < EFFORT_SECONDS ? 1.45 : 0.75;
    }
}
