package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.Journey;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Average speed over the moving and over the whole time, and the highest over at least 3 s.
 *
 * @param unit of the text
 * @param withText whether the description gets a line of it
 */
record SpeedSummary(LengthUnit unit, boolean withText) implements Booster {
    private static final double MAXIMUM_WINDOW_SECONDS = 3;
    private static final double KILOMETRES_PER_HOUR = 3.6;

    @Override
    public BoostOutcome boost(Activity activity) {
        Motion motion = Motion.of(activity).orElse(null);
        return Journey.of(activity, motion)
                .<BoostOutcome>map(journey -> added(journey, motion))
                .orElseGet(() -> new BoostOutcome.Skipped("no distance with a time"));
    }

    private BoostOutcome added(Journey journey, @Nullable Motion motion) {
        Map<String, Double> values = new LinkedHashMap<>();
        double moving = journey.metres() / journey.movingSeconds();
        values.put("averageMovingKilometresPerHour", moving * KILOMETRES_PER_HOUR);
        StringBuilder text = new StringBuilder("Speed: ");
        text.append(unit.speed(moving)).append(" on average");
        Double elapsedSeconds = journey.elapsedSeconds();
        if (elapsedSeconds != null) {
            double elapsed = journey.metres() / elapsedSeconds;
            values.put("averageElapsedKilometresPerHour", elapsed * KILOMETRES_PER_HOUR);
            text.append(" (").append(unit.speed(elapsed)).append(" with pauses)");
        }
        OptionalDouble fastest =
                motion == null
                        ? OptionalDouble.empty()
                        : motion.fastestMetresPerSecond(MAXIMUM_WINDOW_SECONDS);
        fastest.ifPresent(speed -> {
            values.put("maximumKilometresPerHour", speed * KILOMETRES_PER_HOUR);
            text.append(", ").append(unit.speed(speed)).append(" at most");
        });
        return BoostOutcome.Added.builder()
                .text(withText ? text.toString() : null)
                .values(values)
                .build();
    }
}
