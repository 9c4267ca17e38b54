package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Line;
import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.Panel.Figure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Steps: hours of a day, days of longer times.
 *
 * @param hours of the one day, in our JSON
 */
record StepPanels(Page page, List<JsonNode> hours) {
    StepPanels {
        hours = hours.stream().sorted(Comparator.comparingLong(StepPanels::start)).toList();
    }

    private static long start(JsonNode hour) {
        return hour.path("startEpochMillis").asLong();
    }

    Panel panel() {
        return page.period().span() == Span.DAY ? day() : days();
    }

    private Panel days() {
        String title = Texts.say("health_byDay");
        DailyValues steps = DailyValues.steps(page.days());
        Line bars = Chart.bars(Measure.STEPS.title(), Unit.STEPS.symbol(), page.points(steps::on));
        return new Panel(
                title,
                Page.isEmpty(bars) ? null : page.chart(title, List.of(bars), List.of()),
                page.reader(),
                page.figures(steps.all(), steps, Unit.STEPS));
    }

    private Panel day() {
        String title = Texts.say("health_byHour");
        LocalDate date = page.period().date();
        List<Point> points = points();
        ZoneId zone = zone();
        Line bars = Chart.bars(Measure.STEPS.title(), Unit.STEPS.symbol(), points);
        Reader reader = new Reader(zone, page.reader().units(), page.reader().now());
        return new Panel(
                title,
                Page.isEmpty(bars) ? null : Chart.of(title, zone.getId(), List.of(bars)),
                reader,
                figures(date, points));
    }

    private List<Figure> figures(LocalDate date, List<Point> points) {
        List<Double> known = points.stream().map(Point::value).filter(Objects::nonNull).toList();
        Stats hourly = Stats.of(known);
        List<Metric> summaries = page.on(RecordType.DAILY_SUMMARY, date);
        return List.of(
                new Figure(
                        Texts.say("health_stepsOfDay"),
                        Unit.STEPS.text(
                                page.reader(),
                                summaries.isEmpty() ? null : summaries.getFirst().number("steps"))),
                new Figure(
                        Texts.say("health_averageHour"),
                        Unit.STEPS.text(page.reader(), hourly.average())),
                new Figure(
                        Texts.say("health_lowestHour"),
                        Unit.STEPS.text(page.reader(), hourly.lowest())),
                new Figure(
                        Texts.say("health_highestHour"),
                        Unit.STEPS.text(page.reader(), hourly.highest())),
                new Figure(
                        Texts.say("health_hoursKnown"), Texts.say("health_hours", known.size())));
    }

    /** In order of time, also where the clock shows an hour twice; unknown hours are gaps. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (JsonNode hour : hours) {
            points.add(new Point(start(hour), sum(hour.path("stepsPerMinute"))));
        }
        return points;
    }

    /** Of the minutes that are known; null where none is. */
    private static @Nullable Double sum(JsonNode minutes) {
        boolean known = false;
        long sum = 0;
        for (JsonNode minute : minutes) {
            if (minute.isNumber()) {
                known = true;
                sum += minute.asLong();
            }
        }
        return known ? (double) sum : null;
    }

    private ZoneId zone() {
        if (hours.isEmpty()) {
            return page.reader().zone();
        }
        JsonNode first = hours.getFirst();
        return Zones.of(first.path("zone").textValue(), first.path("startOffsetSeconds").asInt());
    }

    /** True if the date has a step count, be it of hours or as a whole. */
    boolean isKnown(LocalDate date) {
        return DailyValues.steps(page.days()).on(date) != null
                || points().stream().anyMatch(point -> point.value() != null);
    }
}
