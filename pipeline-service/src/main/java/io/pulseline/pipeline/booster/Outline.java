package io.pulseline.pipeline.booster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The fewest points that still show a line (Douglas and Peucker, "Algorithms for the reduction of
 * the number of points required to represent a digitized line or its caricature", 1973).
 */
final class Outline {
    private Outline() {}

    /** First and last stay; no point left out is farther from the outline than the tolerance. */
    static List<PlanePoint> of(List<PlanePoint> line, double tolerance) {
        BitSet kept = new BitSet(line.size());
        kept.set(0);
        kept.set(line.size() - 1);
        Deque<Stretch> open = new ArrayDeque<>();
        open.push(new Stretch(0, line.size() - 1));
        while (!open.isEmpty()) {
            Stretch stretch = open.pop();
            int farthest = farthest(line, stretch, tolerance);
            if (farthest > stretch.from()) {
                kept.set(farthest);
                open.push(new Stretch(stretch.from(), farthest));
                open.push(new Stretch(farthest, stretch.to()));
            }
        }
        List<PlanePoint> outline = new ArrayList<>(kept.cardinality());
        kept.stream().forEach(point -> outline.add(line.get(point)));
        return outline;
    }

    /** The point farthest from the straight line; the stretch's first if all are near enough. */
    private static int farthest(List<PlanePoint> line, Stretch stretch, double tolerance) {
        int farthest = stretch.from();
        double distance = tolerance;
        for (int point = stretch.from() + 1; point < stretch.to(); point++) {
            double away =
                    line.get(point).distanceTo(line.get(stretch.from()), line.get(stretch.to()));
            if (away > distance) {
                distance = away;
                farthest = point;
            }
        }
        return farthest;
    }

    private record Stretch(int from, int to) {}
}
