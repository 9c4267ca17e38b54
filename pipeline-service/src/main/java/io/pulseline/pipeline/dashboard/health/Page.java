package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Band;
import io.pulseline.pipeline.dashboard.Chart.Line;
import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.Chart.Range;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.Panel.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page is made of.
 *
 * @param days metrics with a date, also of the dates before that make what is usual
 */
record Page(Period period, Reader reader, List<Metric> days) {
    private static final int NOON = 12;

    Page {
        days = List.copyOf(days);
    }

    /** Dates that are shown and not ahead. */
    List<LocalDate> dates() {
        return period.until(reader.today());
    }

    /** Metrics of one type and date. */
    List<Metric> on(String recordType, LocalDate date) {
        return days.stream()
                .filter(day -> day.recordType().equals(recordType) && day.localDate().equals(date))
                .toList();
    }

    /** Noon of a date on the reader's clock, so that a drawing names that date. */
    long noon(LocalDate date) {
        return date.atTime(NOON, 0).atZone(reader.zone()).toInstant().toEpochMilli();
    }

    List<Point> points(Function<LocalDate, @Nullable Double> value) {
        return dates().stream()
                .map(date -> new Point(noon(date), Rounded.tenths(value.apply(date))))
                .toList();
    }

    Chart chart(String title, List<Line> lines, List<Band> bands) {
        return Chart.ofDays(title, reader.zone().getId(), lines, bands);
    }

    /** What was usual on each date; no band until something is. */
    List<Band> usual(DailyValues values) {
        List<Range> ranges = new ArrayList<>();
        for (LocalDate date : dates()) {
            Optional<DailyValues.Usual> usual = values.usualOn(date);
            ranges.add(
                    new Range(
                            noon(date),
                            Rounded.tenths(usual.map(DailyValues.Usual::low).orElse(null)),
                            Rounded.tenths(usual.map(DailyValues.Usual::high).orElse(null))));
        }
        return ranges.stream().allMatch(range -> range.low() == null)
                ? List.of()
                : List.of(new Band(Texts.say("health_usual"), ranges));
    }

    /** Values of dates with what is usual around them. */
    Panel usualPanel(String title, DailyValues values, Unit unit) {
        Line line = Chart.line(title, unit.symbol(), points(values::on));
        return new Panel(
                title,
                isEmpty(line) ? null : chart(title, List.of(line), usual(values)),
                reader,
                figures(values.all(), values, unit));
    }

    static boolean isEmpty(Line line) {
        return line.points().stream().allMatch(point -> point.value() == null);
    }

    /** Average, lowest and highest of the dates shown, and what is usual on the last of them. */
    List<Figure> figures(Map<LocalDate, Double> values, @Nullable DailyValues usual, Unit unit) {
        List<LocalDate> dates = dates();
        List<Double> shown = dates.stream().filter(values::containsKey).map(values::get).toList();
        List<Figure> figures = new ArrayList<>(figures(Stats.of(shown), unit));
        figures.add(
                new Figure(
                        Texts.say("health_days"),
                        Texts.say("health_daysOf", shown.size(), dates.size())));
        if (usual != null && !dates.isEmpty()) {
            figures.add(new Figure(Texts.say("health_usual"), usual(usual, dates.getLast(), unit)));
        }
        return figures;
    }

    List<Figure> figures(Stats stats, Unit unit) {
        return List.of(
                new Figure(Texts.say("health_average"), unit.text(reader, stats.average())),
                new Figure(Texts.say("health_lowest"), unit.text(reader, stats.lowest())),
                new Figure(Texts.say("health_highest"), unit.text(reader, stats.highest())));
    }

    /** In words; a dash until enough is known. */
    String usual(DailyValues values, LocalDate date, Unit unit) {
        return values.usualOn(date)
                .map(usual ->
                        Texts.say(
                                "health_range",
                                unit.text(reader, usual.low()),
                                unit.text(reader, usual.high())))
                .orElse(Reader.ABSENT);
    }
}
