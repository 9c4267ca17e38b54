package io.pulseline.pipeline.booster.metric;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a booster knows besides the metric at hand: the time, and the answers to its {@linkplain
 * MetricLookup lookups}. Immutable.
 *
 * @param now the instant at which the booster is asked
 */
public record MetricBackground(
        Instant now,
        Map<MetricLookup.Days, List<Metric>> days,
        Map<MetricLookup.HeartRateHours, List<Metric>> heartRateHours,
        Map<MetricLookup.LastTold, Optional<Instant>> lastTold) {

    public MetricBackground {
        days = Map.copyOf(days);
        heartRateHours = Map.copyOf(heartRateHours);
        lastTold = Map.copyOf(lastTold);
    }

    /** Only the time is known. */
    public static MetricBackground at(Instant now) {
        return new MetricBackground(now, Map.of(), Map.of(), Map.of());
    }

    /**
     * The same and those days.
     *
     * @param answer in order of their dates, without the metric at hand and without deleted ones; a
     *     date may have several sleeps, or nothing
     */
    public MetricBackground with(MetricLookup.Days asked, List<Metric> answer) {
        return new MetricBackground(
                now, joined(days, asked, List.copyOf(answer)), heartRateHours, lastTold);
    }

    /**
     * The same and those hours.
     *
     * @param answer records of heart rate in any order, without deleted ones
     */
    public MetricBackground with(MetricLookup.HeartRateHours asked, List<Metric> answer) {
        return new MetricBackground(
                now, days, joined(heartRateHours, asked, List.copyOf(answer)), lastTold);
    }

    /**
     * The same and that instant.
     *
     * @param answer null if the user's devices never told anything
     */
    public MetricBackground with(MetricLookup.LastTold asked, @Nullable Instant answer) {
        return new MetricBackground(
                now, days, heartRateHours, joined(lastTold, asked, Optional.ofNullable(answer)));
    }

    /**
     * The days that were looked up, in order of their dates.
     *
     * @throws IllegalStateException if nobody looked them up
     */
    public List<Metric> days(MetricLookup.Days asked) {
        return answer(days, asked);
    }

    /**
     * The hours of heart rate that were looked up.
     *
     * @throws IllegalStateException if nobody looked them up
     */
    public List<Metric> heartRateHours(MetricLookup.HeartRateHours asked) {
        return answer(heartRateHours, asked);
    }

    /**
     * Up to when the user's devices have told; empty if they never told anything.
     *
     * @throws IllegalStateException if nobody looked it up
     */
    public Optional<Instant> lastTold(MetricLookup.LastTold asked) {
        return answer(lastTold, asked);
    }

    private static <K, V> V answer(Map<K, V> answers, K asked) {
        return Optional.ofNullable(answers.get(asked))
                .orElseThrow(() -> new IllegalStateException("nobody looked up " + asked));
    }

    private static <K, V> Map<K, V> joined(Map<K, V> answers, K asked, V answer) {
        Map<K, V> joined = new HashMap<>(answers);
        joined.put(asked, answer);
        return joined;
    }
}
