package io.pulseline.pipeline.booster.heart;

/**
 * Energy from heart rate, basal energy included: the equations without a fitness measure of Keytel
 * et al., Prediction of energy expenditure from heart rate monitoring during submaximal exercise, J
 * Sports Sci 23 (2005), 289–297. They give kilojoules a minute; far below the heart rates of
 * exercise they fall below zero, which counts as zero here.
 *
 * @param weightKilograms above 0
 * @param ageYears above 0
 */
public record KeytelEnergy(double weightKilograms, int ageYears, Sex sex) {
    private static final double KILOJOULES_PER_KILOCALORIE = 4.184;
    private static final double SECONDS_PER_MINUTE = 60;

    /** Kilocalories of these stretches; what lies between them counts nowhere. */
    public double kilocalories(HeldHeartRate heartRate) {
        double[] kilojoules = new double[1];
        heartRate.forEach((beats, seconds) ->
                kilojoules[0] +=
                        seconds / SECONDS_PER_MINUTE * Math.max(0, kilojoulesPerMinute(beats)));
        return kilojoules[0] / KILOJOULES_PER_KILOCALORIE;
    }

    private double kilojoulesPerMinute(int beatsPerMinute) {
        return switch (sex) {
            case MALE ->
                    -55.0969
                            + 0.6309 * beatsPerMinute
                            + 0.1988 * weightKilograms
                            + 0.2017 * ageYears;
            case FEMALE ->
                    -20.4022
                            + 0.4472 * beatsPerMinute
                            - 0.1263 * weightKilograms
                            + 0.0740 * ageYears;
        };
    }
}
