package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user's kept metrics, which answer what boosters look up. */
record KeptMetrics(Instant now, @Nullable Instant lastTold, List<Metric> all) {
    /** Nothing is kept. */
    static KeptMetrics at(String now) {
        return new KeptMetrics(Instant.parse(now), null, List.of());
    }

    KeptMetrics toldUntil(String instant) {
        return new KeptMetrics(now, Instant.parse(instant), all);
    }

    KeptMetrics with(List<Metric> more) {
        return new KeptMetrics(now, lastTold, Stream.concat(all.stream(), more.stream()).toList());
    }

    KeptMetrics with(Metric... more) {
        return with(List.of(more));
    }

    BoostOutcome boost(MetricBooster booster, Metric metric) {
        MetricBackground background = MetricBackground.at(now);
        for (MetricLookup lookup : booster.lookups(metric)) {
            background =
                    switch (lookup) {
                        case MetricLookup.Days days -> background.with(days, found(days, metric));
                        case MetricLookup.HeartRateHours hours ->
                                background.with(hours, found(hours));
                        case MetricLookup.LastTold told -> background.with(told, lastTold);
                    };
        }
        return booster.boost(metric, background);
    }

    BoostOutcome.Added added(MetricBooster booster, Metric metric) {
        BoostOutcome outcome = boost(booster, metric);
        if (outcome instanceof BoostOutcome.Added added) {
            return added;
        }
        throw new AssertionError("not added: " + outcome);
    }

    private List<Metric> found(MetricLookup.Days asked, Metric atHand) {
        return all.stream()
                .filter(metric -> metric.recordType().equals(asked.recordType()))
                .filter(metric -> !metric.recordId().equals(atHand.recordId()))
                .filter(metric -> !metric.localDate().isBefore(asked.first()))
                .filter(metric -> !metric.localDate().isAfter(asked.last()))
                .sorted(Comparator.comparing(Metric::localDate))
                .toList();
    }

    private List<Metric> found(MetricLookup.HeartRateHours asked) {
        return all.stream()
                .filter(metric -> metric.recordType().equals(RecordType.HEART_RATE))
                .filter(metric -> metric.localDate().equals(asked.date()))
                .toList();
    }
}
