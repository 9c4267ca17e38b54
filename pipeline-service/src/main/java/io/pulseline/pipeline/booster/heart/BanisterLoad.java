package io.pulseline.pipeline.booster.heart;

import java.util.Map;

/**
 * Training load as the training impulse of Banister, in arbitrary units (TRIMP): for every minute
 * {@code r · a · e^(b·r)}, where r is the share of the heart rate reserve that is used, 0 to 1; a =
 * 0.64 and b = 1.92 for men, a = 0.86 and b = 1.67 for women.
 *
 * <p>Source: E. W. Banister, Modeling elite athletic performance, in: Physiological Testing of
 * Elite Athletes, Human Kinetics 1991, 403–424; the formula stands also in Morton, Fitz-Clarke and
 * Banister, J Appl Physiol 69 (1990), 1171–1177. They weight the mean heart rate of a session; here
 * each stretch is weighted by itself, so that intervals count for what they are.
 *
 * <p>Whatever speaks of load uses this, so that one session has one number.
 *
 * @param restingBeatsPerMinute below {@code maximumBeatsPerMinute}
 */
public record BanisterLoad(int restingBeatsPerMinute, int maximumBeatsPerMinute, Sex sex) {
    private static final double SECONDS_PER_MINUTE = 60;

    public BanisterLoad {
        if (restingBeatsPerMinute >= maximumBeatsPerMinute) {
            throw new IllegalArgumentException("the resting heart rate is not below the maximum");
        }
    }

    /** The load of these stretches; 0 where the heart never rose above rest. */
    public double of(HeldHeartRate heartRate) {
        double[] load = new double[1];
        heartRate.forEach(
                (beats, seconds) -> load[0] += seconds / SECONDS_PER_MINUTE * perMinute(beats));
        return load[0];
    }

    /**
     * The load of the same time without its order.
     *
     * @param secondsByBeats for how long each heart rate (beats per minute) held
     */
    public double of(Map<Integer, Double> secondsByBeats) {
        double load = 0;
        for (Map.Entry<Integer, Double> held : secondsByBeats.entrySet()) {
            load += held.getValue() / SECONDS_PER_MINUTE * perMinute(held.getKey());
        }
        return load;
    }

    private double perMinute(int beatsPerMinute) {
        double reserve = maximumBeatsPerMinute - restingBeatsPerMinute;
        double used = Math.clamp((beatsPerMinute - restingBeatsPerMinute) / reserve, 0.0, 1.0);
        return switch (sex) {
            case MALE -> used * 0.64 * Math.exp(1.92 * used);
            case FEMALE -> used * 0.86 * Math.exp(1.67 * used);
        };
    }
}
