package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a daily figure with what is usual for its user: the rolling mean and the standard
 * deviation of a sample of the local dates before it. Only dates before the one at hand count, so
 * that a late import and a replay give what they would have given in time; dates without a value
 * are left out and are never 0. Of several main sleeps of a date the longest counts.
 *
 * <p>Steps grow until their date is over. Until then they are judged only where they are above the
 * range, which they will not leave again. A date is over when heart rate has been told for all of
 * it, or when the devices have told of a time at which it had ended everywhere (in UTC-12): a
 * tracker that has not synced since has more steps to tell. For users without any heart rate it is
 * over when it has ended everywhere. A judgement that is missing for that reason is looked for
 * again at that end, and a day later.
 *
 * @param days how many local dates before the one at hand make the baseline
 * @param fewestDays of them must have a value
 * @param deviations from the mean to the ends of what is usual
 */
record Baseline(int days, int fewestDays, double deviations) implements MetricBooster {
    /** Where a date ends last. */
    private static final ZoneOffset LAST_OFFSET = ZoneOffset.ofHours(-12);

    private static final Duration ONCE_MORE_AFTER = Duration.ofDays(1);

    /**
     * One figure at hand.
     *
     * @param judged false where the value may still grow into the range, or out of it
     */
    private record Verdict(DailyFigure figure, double value, UsualRange usual, boolean judged) {
        boolean isOutside() {
            return judged && (usual.isAbove(value) || usual.isBelow(value));
        }

        void addTo(BoostOutcome.Added.Builder added) {
            var _ = added.value(figure.inItsUnit("baselineMean"), usual.mean());
            var _ = added.value(figure.inItsUnit("baselineDeviation"), usual.deviation());
            if (judged) {
                var _ =
                        added.value(
                                figure.named("difference") + "Deviations", usual.difference(value));
                var _ = added.value(figure.named("outsideBaseline"), isOutside() ? 1 : 0);
            }
        }
    }

    @Override
    public List<MetricLookup> lookups(Metric metric) {
        List<DailyFigure> figures = figures(metric);
        if (figures.isEmpty()) {
            return List.of();
        }
        List<MetricLookup> lookups = new ArrayList<>();
        lookups.add(daysBefore(metric));
        if (figures.stream().anyMatch(DailyFigure::isGrowing)) {
            lookups.add(new MetricLookup.HeartRateHours(metric.localDate()));
            lookups.add(new MetricLookup.LastTold());
        }
        return List.copyOf(lookups);
    }

    @Override
    public BoostOutcome boost(Metric metric, MetricBackground background) {
        List<DailyFigure> figures = figures(metric);
        if (figures.isEmpty()) {
            return new BoostOutcome.Skipped(whyNone(metric));
        }
        int mostKnown = 0;
        List<Verdict> verdicts = new ArrayList<>();
        for (DailyFigure figure : figures) {
            Collection<Double> known = knownBefore(metric, figure, background);
            mostKnown = Math.max(mostKnown, known.size());
            @Nullable Double value = figure.value(metric);
            if (value != null && known.size() >= fewestDays) {
                UsualRange usual = UsualRange.of(figure, known, deviations);
                boolean judged =
                        !figure.isGrowing() || usual.isAbove(value) || isOver(metric, background);
                verdicts.add(new Verdict(figure, value, usual, judged));
            }
        }
        return verdicts.isEmpty()
                ? new BoostOutcome.Skipped(
                        "building baseline: " + mostKnown + " of " + fewestDays + " days")
                : added(verdicts, metric.localDate(), background.now());
    }

    private static List<DailyFigure> figures(Metric metric) {
        return DailyFigure.of(metric.recordType()).stream()
                .filter(figure -> figure.value(metric) != null)
                .toList();
    }

    private static String whyNone(Metric metric) {
        return metric.recordType().equals(RecordType.SLEEP)
                        && metric.number("asleepMinutes") != null
                ? "not the main sleep of its date"
                : "no figure that has a baseline";
    }

    private MetricLookup.Days daysBefore(Metric metric) {
        LocalDate date = metric.localDate();
        return new MetricLookup.Days(metric.recordType(), date.minusDays(days), date.minusDays(1));
    }

    private Collection<Double> knownBefore(
            Metric metric, DailyFigure figure, MetricBackground background) {
        return DailyValues.of(figure, background.days(daysBefore(metric)))
                .before(metric.localDate(), days);
    }

    private static boolean isOver(Metric metric, MetricBackground background) {
        LocalDate date = metric.localDate();
        Instant told =
                background
                        .lastTold(new MetricLookup.LastTold())
                        .filter(last -> !last.isAfter(background.now()))
                        .orElse(background.now());
        return !told.isBefore(endEverywhere(date))
                || WornDay.of(
                                date,
                                background.heartRateHours(new MetricLookup.HeartRateHours(date)))
                        .isToldWhole();
    }

    private static Instant endEverywhere(LocalDate date) {
        return date.plusDays(1).atStartOfDay(LAST_OFFSET).toInstant();
    }

    private static BoostOutcome added(List<Verdict> verdicts, LocalDate date, Instant now) {
        BoostOutcome.Added.Builder added = BoostOutcome.Added.builder();
        verdicts.forEach(verdict -> verdict.addTo(added));
        List<String> lines =
                verdicts.stream()
                        .filter(Verdict::isOutside)
                        .map(verdict -> verdict.usual().text(verdict.value()))
                        .toList();
        if (!lines.isEmpty()) {
            var _ = added.text(String.join("\n", lines));
        }
        if (verdicts.stream().anyMatch(Verdict::judged)) {
            var _ = added.value("outsideBaseline", lines.isEmpty() ? 0 : 1);
        }
        if (!verdicts.stream().allMatch(Verdict::judged)) {
            var _ = added.lookAgainAt(nextLook(date, now).orElse(null));
        }
        return added.build();
    }

    private static Optional<Instant> nextLook(LocalDate date, Instant now) {
        Instant end = endEverywhere(date);
        return Stream.of(end, end.plus(ONCE_MORE_AFTER)).filter(now::isBefore).findFirst();
    }
}
