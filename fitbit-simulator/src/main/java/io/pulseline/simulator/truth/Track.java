package io.pulseline.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The way of a session; empty when it did not go anywhere.
 *
 * @param ascentMetres climbed in sum, without the receiver's noise
 */
public record Track(List<TrackPoint> points, double ascentMetres) {
    /** A full lap. */
    public static final double LAP_METRES = 1000;

    public Track {
        points = List.copyOf(points);
    }

    /** The metres run in all; 0 for an empty track. */
    public double distanceMetres() {
        return points.isEmpty() ? 0 : points.getLast().distanceMetres();
    }

    /** The points of each full kilometre and of the rest, in order. */
    public List<List<TrackPoint>> laps() {
        List<List<TrackPoint>> laps = new ArrayList<>();
        List<TrackPoint> lap = new ArrayList<>();
        for (TrackPoint point : points) {
            if (!lap.isEmpty() && point.distanceMetres() >= LAP_METRES * (laps.size() + 1)) {
                laps.add(List.copyOf(lap));
                lap.clear();
            }
            lap.add(point);
        }
        if (!lap.isEmpty()) {
            laps.add(List.copyOf(lap));
        }
        return laps;
    }

    /** A winding loop around home at the pace of the session, a fix every 1 to 4 seconds. */
    static Track wander(Session session, Position home, SplittableRandom random) {
        if (!session.kind().goesSomewhere()) {
            return new Track(List.of(), 0);
        }
        Walker walker = new Walker(session, home, random);
        List<TrackPoint> points = new ArrayList<>();
        Instant at = session.start();
        points.add(walker.fix(at));
        while (at.isBefore(session.end())) {
            Instant next = at.plusSeconds(random.nextInt(1, 5));
            next = next.isAfter(session.end()) ? session.end() : next;
            if (session.isPausedAt(next)) {
                at = session.resumedAt(next);
                continue;
            }
            walker.move((next.toEpochMilli() - at.toEpochMilli()) / 1000.0);
            points.add(walker.fix(next));
            at = next;
        }
        return new Track(points, walker.ascent);
    }

    /** Where the feet are, and what the receiver makes of it. */
    private static final class Walker {
        private final double pace;
        private final double curve;
        private final double hill;
        private final Position home;
        private final SplittableRandom random;
        private double heading;
        private double turn;
        private double east;
        private double north;
        private double distance;
        private double ascent;
        private double noiseEast;
        private double noiseNorth;

        Walker(Session session, Position home, SplittableRandom random) {
            this.home = home;
            this.random = random;
            pace = session.kind().metresPerSecond() * random.nextDouble(0.94, 1.07);
            curve = 2 * Math.PI / session.active().toSeconds();
            hill = random.nextDouble(6, 14);
            heading = random.nextDouble(2 * Math.PI);
        }

        void move(double seconds) {
            turn = 0.9 * turn + random.nextGaussian() * 0.006;
            heading += (curve + turn) * seconds;
            double wave = 1 + 0.06 * Math.sin(distance / 170) + random.nextGaussian() * 0.02;
            double metres = Math.max(0.1, pace * wave) * seconds;
            double before = ground();
            east += metres * Math.sin(heading);
            north += metres * Math.cos(heading);
            distance += metres;
            ascent += Math.max(0, ground() - before);
        }

        TrackPoint fix(Instant at) {
            noiseEast = 0.92 * noiseEast + random.nextGaussian() * 0.5;
            noiseNorth = 0.92 * noiseNorth + random.nextGaussian() * 0.5;
            return new TrackPoint(
                    at,
                    home.plusMetres(east + noiseEast, north + noiseNorth),
                    ground() + random.nextGaussian() * 0.2,
                    distance);
        }

        private double ground() {
            return 38 + hill * Math.sin(distance / 420) + 4 * Math.sin(distance / 135);
        }
    }
}
