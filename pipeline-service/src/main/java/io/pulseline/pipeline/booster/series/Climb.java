package io.pulseline.pipeline.booster.series;

/**
 * Metres up and metres down, both at least 0.
 *
 * <p>A change of direction counts once the altitude has moved by the hysteresis from the last
 * highest or lowest point; then the whole leg up to that point counts.
 */
public record Climb(double gainMetres, double lossMetres) {

    static Climb over(double[] metres, double hysteresisMetres) {
        double gain = 0;
        double loss = 0;
        double turn = metres[0];
        double low = metres[0];
        double high = metres[0];
        int direction = 0;
        for (double altitude : metres) {
            low = Math.min(low, altitude);
            high = Math.max(high, altitude);
            if (direction >= 0 && high - altitude >= hysteresisMetres) {
                gain += direction > 0 ? high - turn : 0;
                turn = high;
                low = altitude;
                direction = -1;
            } else if (direction <= 0 && altitude - low >= hysteresisMetres) {
                loss += direction < 0 ? turn - low : 0;
                turn = low;
                high = altitude;
                direction = 1;
            }
        }
        return new Climb(
                gain + (direction > 0 ? high - turn : 0), loss + (direction < 0 ? turn - low : 0));
    }
}
