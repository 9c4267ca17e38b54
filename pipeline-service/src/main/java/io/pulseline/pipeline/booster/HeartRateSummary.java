package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.HeartRateCurve;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lowest, average and highest heart rate, weighted by time, and how it drifts. Without samples the
 * average that the source gives, and no more.
 *
 * @param withText whether the description gets a line of it
 * @param withDrift whether that line is followed by one on the drift, where it is worth a word
 */
record HeartRateSummary(boolean withText, boolean withDrift) implements Booster {

    @Override
    public BoostOutcome boost(Activity activity) {
        return HeartRateCurve.of(activity)
                .map(curve -> counted(activity, curve))
                .or(() -> given(activity))
                .orElseGet(() -> new BoostOutcome.Skipped("no heart rate"));
    }

    private BoostOutcome counted(Activity activity, HeartRateCurve curve) {
        double average = curve.averageBeatsPerMinute();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("minimumBeatsPerMinute", (double) curve.lowestBeatsPerMinute());
        values.put("averageBeatsPerMinute", average);
        values.put("maximumBeatsPerMinute", (double) curve.highestBeatsPerMinute());
        Optional<HeartRateDrift> drift = HeartRateDrift.of(activity, curve);
        drift.ifPresent(found -> values.putAll(found.values()));
        String text =
                String.format(
                        Locale.ROOT,
                        "Heart rate: %d bpm on average, %d to %d bpm%s",
                        Math.round(average),
                        curve.lowestBeatsPerMinute(),
                        curve.highestBeatsPerMinute(),
                        withDrift ? drift.flatMap(HeartRateDrift::text).orElse("") : "");
        return BoostOutcome.Added.builder().text(withText ? text : null).values(values).build();
    }

    private Optional<BoostOutcome> given(Activity activity) {
        Double average = activity.getAverageHeartRateBeatsPerMinute();
        if (average == null || average <= 0) {
            return Optional.empty();
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "Heart rate: %d bpm on average, as the source gives it",
                        Math.round(average));
        return Optional.of(
                BoostOutcome.Added.builder()
                        .text(withText ? text : null)
                        .value("averageBeatsPerMinute", average)
                        .build());
    }
}
