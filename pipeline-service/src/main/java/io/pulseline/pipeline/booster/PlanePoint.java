package io.pulseline.pipeline.booster;

/**
 * A point of a drawing.
 *
 * @param x to the right
 * @param y downwards
 */
record PlanePoint(double x, double y) {

    /** To the stretch between two points, ends included. */
    double distanceTo(PlanePoint from, PlanePoint to) {
        double alongX = to.x - from.x;
        double alongY = to.y - from.y;
        double squared = alongX * alongX + alongY * alongY;
        double part =
                squared > 0
                        ? Math.clamp(
                                ((x - from.x) * alongX + (y - from.y) * alongY) / squared, 0, 1)
                        : 0;
        double awayX = x - from.x - part * alongX;
        double awayY = y - from.y - part * alongY;
        // Not hypot: nothing overflows on a drawing, and it takes several times as long.
        return Math.sqrt(awayX * awayX + awayY * awayY);
    }
}
