package io.pulseline.pipeline.booster.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a user by local date, in its own unit. A date without a value has none, never 0; of
 * several main sleeps of a date the longest counts.
 */
public final class DailyValues {
    /** How many dates before one make its usual range; so many have to be read before it. */
    public static final int DAYS_BEFORE = BaselineType.USUAL_DAYS;

    private final DailyFigure figure;
    private final NavigableMap<LocalDate, Double> values;

    private DailyValues(DailyFigure figure, NavigableMap<LocalDate, Double> values) {
        this.figure = figure;
        this.values = values;
    }

    /** What is usual on a date, ends included. */
    public record Usual(double low, double high) {}

    static DailyValues of(DailyFigure figure, Collection<Metric> metrics) {
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        for (Metric metric : metrics) {
            @Nullable Double value =
                    DailyFigure.of(metric.recordType()).contains(figure)
                            ? figure.value(metric)
                            : null;
            if (value != null) {
                var _ = values.merge(metric.localDate(), value, Math::max);
            }
        }
        return new DailyValues(figure, values);
    }

    /** RMSSD of the nights, in milliseconds. */
    public static DailyValues rmssd(Collection<Metric> metrics) {
        return of(DailyFigure.RMSSD, metrics);
    }

    /** Beats per minute. */
    public static DailyValues restingHeartRate(Collection<Metric> metrics) {
        return of(DailyFigure.RESTING_HEART_RATE, metrics);
    }

    /** Breaths per minute of the nights. */
    public static DailyValues respiratoryRate(Collection<Metric> metrics) {
        return of(DailyFigure.RESPIRATORY_RATE, metrics);
    }

    /** Average percent of the nights. */
    public static DailyValues oxygenSaturation(Collection<Metric> metrics) {
        return of(DailyFigure.OXYGEN_SATURATION, metrics);
    }

    /** Minutes of the main sleeps. */
    public static DailyValues asleep(Collection<Metric> metrics) {
        return of(DailyFigure.ASLEEP, metrics);
    }

    /** Steps of the dates. */
    public static DailyValues steps(Collection<Metric> metrics) {
        return of(DailyFigure.STEPS, metrics);
    }

    /** The value of a date; null where there is none. */
    public @Nullable Double on(LocalDate date) {
        return values.get(date);
    }

    /** All of them, by date. */
    public NavigableMap<LocalDate, Double> all() {
        return Collections.unmodifiableNavigableMap(values);
    }

    /** In order of their dates: the same values, added up in the same order, give the same bits. */
    Collection<Double> before(LocalDate date, int days) {
        return values.subMap(date.minusDays(days), true, date, false).values();
    }

    /**
     * What the Baseline booster takes as usual on a date where nobody set it otherwise; empty until
     * there are enough dates before it.
     */
    public Optional<Usual> usualOn(LocalDate date) {
        Collection<Double> known = before(date, DAYS_BEFORE);
        if (known.size() < BaselineType.USUAL_FEWEST_DAYS) {
            return Optional.empty();
        }
        UsualRange range = UsualRange.of(figure, known, BaselineType.USUAL_DEVIATIONS);
        return Optional.of(new Usual(range.low(), range.high()));
    }
}
