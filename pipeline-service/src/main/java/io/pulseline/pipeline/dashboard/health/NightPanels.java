package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is measured once a night: RMSSD, breaths per minute and oxygen saturation. */
record NightPanels(Page page) {
    /** RMSSD comes every five minutes; a missing interval is a gap. */
    private static final long FAR_INTERVAL = Duration.ofMinutes(7).toMillis();

    /** Oxygen saturation comes about every minute. */
    private static final long FAR_SAMPLE = Duration.ofMinutes(5).toMillis();

    List<Panel> variability() {
        DailyValues rmssd = DailyValues.rmssd(page.days());
        DailyValues resting = DailyValues.restingHeartRate(page.days());
        String restingTitle = Texts.say("health_resting");
        if (page.period().span() != Span.DAY) {
            return List.of(
                    page.usualPanel(Texts.say("health_rmssd"), rmssd, Unit.MILLISECONDS),
                    page.usualPanel(restingTitle, resting, Unit.BEATS));
        }
        LocalDate date = page.period().date();
        @Nullable Metric night = night(RecordType.HEART_RATE_VARIABILITY);
        List<Point> points = samples(night, "rmssdMilliseconds", FAR_INTERVAL);
        Stats stats = stats(points);
        List<Figure> figures =
                List.of(
                        value("health_rmssdNight", night, "dailyRmssdMilliseconds"),
                        new Figure(
                                Texts.say("health_usual"),
                                page.usual(rmssd, date, Unit.MILLISECONDS)),
                        value("health_rmssdDeep", night, "deepSleepRmssdMilliseconds"),
                        text("health_lowest", stats.lowest(), Unit.MILLISECONDS),
                        text("health_highest", stats.highest(), Unit.MILLISECONDS),
                        text("health_resting", resting.on(date), Unit.BEATS),
                        new Figure(
                                Texts.say("health_restingUsual"),
                                page.usual(resting, date, Unit.BEATS)));
        return List.of(samplesPanel(Texts.say("health_rmssd"), Unit.MILLISECONDS, points, figures));
    }

    List<Panel> respiration() {
        DailyValues rate = DailyValues.respiratoryRate(page.days());
        if (page.period().span() != Span.DAY) {
            return List.of(page.usualPanel(Measure.RESPIRATORY_RATE.title(), rate, Unit.BREATHS));
        }
        @Nullable Metric night = night(RecordType.RESPIRATORY_RATE);
        return List.of(
                new Panel(
                        Measure.RESPIRATORY_RATE.title(),
                        null,
                        page.reader(),
                        List.of(
                                breaths("health_wholeNight", night, "breathsPerMinute"),
                                new Figure(
                                        Texts.say("health_usual"),
                                        page.usual(rate, page.period().date(), Unit.BREATHS)),
                                breaths("health_inDeep", night, "deepSleepBreathsPerMinute"),
                                breaths("health_inLight", night, "lightSleepBreathsPerMinute"),
                                breaths("health_inRem", night, "remSleepBreathsPerMinute"))));
    }

    List<Panel> oxygen() {
        DailyValues average = DailyValues.oxygenSaturation(page.days());
        String title = Measure.OXYGEN_SATURATION.title();
        if (page.period().span() != Span.DAY) {
            return List.of(oxygenDays(title, average));
        }
        @Nullable Metric night = night(RecordType.OXYGEN_SATURATION);
        return List.of(
                samplesPanel(
                        title,
                        Unit.PERCENT,
                        samples(night, "percent", FAR_SAMPLE),
                        List.of(
                                text("health_average", number(night, "averagePercent")),
                                text("health_lowest", number(night, "minimumPercent")),
                                text("health_highest", number(night, "maximumPercent")),
                                new Figure(
                                        Texts.say("health_usual"),
                                        page.usual(average, page.period().date(), Unit.PERCENT)))));
    }

    private Panel oxygenDays(String title, DailyValues average) {
        Map<LocalDate, Metric> nights = new HashMap<>();
        page.days().forEach(day -> nights.put(day.localDate(), day));
        List<Range> ranges = new ArrayList<>();
        List<Double> lowest = new ArrayList<>();
        List<Double> highest = new ArrayList<>();
        for (LocalDate date : page.dates()) {
            @Nullable Double low = number(nights.get(date), "minimumPercent");
            @Nullable Double high = number(nights.get(date), "maximumPercent");
            ranges.add(new Range(page.noon(date), Rounded.tenths(low), Rounded.tenths(high)));
            if (low != null) {
                lowest.add(low);
            }
            if (high != null) {
                highest.add(high);
            }
        }
        Line line =
                Chart.line(
                        Texts.say("health_average"),
                        Unit.PERCENT.symbol(),
                        page.points(average::on));
        List<Figure> figures = new ArrayList<>(page.figures(average.all(), average, Unit.PERCENT));
        figures.add(text("health_lowestInNight", Stats.of(lowest).lowest()));
        figures.add(text("health_highestInNight", Stats.of(highest).highest()));
        Chart chart =
                page.chart(
                        title,
                        List.of(line),
                        List.of(new Band(Texts.say("health_lowestToHighest"), ranges)));
        return new Panel(title, Page.isEmpty(line) ? null : chart, page.reader(), figures);
    }

    private @Nullable Metric night(String recordType) {
        return page.on(recordType, page.period().date()).stream().findFirst().orElse(null);
    }

    private static List<Point> samples(@Nullable Metric night, String values, long far) {
        return night == null ? List.of() : Series.of(night.json().path("intraday"), values, far);
    }

    private static Stats stats(List<Point> points) {
        return Stats.of(points.stream().map(Point::value).filter(Objects::nonNull).toList());
    }

    private Panel samplesPanel(String title, Unit unit, List<Point> points, List<Figure> figures) {
        Line line = Chart.line(title, unit.symbol(), points);
        ZoneId zone = zoneOfNight(points);
        return new Panel(
                title,
                Page.isEmpty(line) ? null : Chart.of(title, zone.getId(), List.of(line)),
                new Reader(zone, page.reader().units(), page.reader().now()),
                figures);
    }

    /** Samples tell no zone; a sleep of that date does. */
    private ZoneId zoneOfNight(List<Point> points) {
        ZoneId reader = page.reader().zone();
        if (points.isEmpty()) {
            return reader;
        }
        long at = points.getFirst().at();
        return page.on(RecordType.SLEEP, page.period().date()).stream()
                .map(sleep -> sleep.json().path("startOffsetSeconds"))
                .filter(JsonNode::isInt)
                .findFirst()
                .map(offset -> Zones.of(reader, at, offset.asInt()))
                .orElse(reader);
    }

    private Figure value(String text, @Nullable Metric night, String field) {
        return text(text, number(night, field), Unit.MILLISECONDS);
    }

    private Figure breaths(String text, @Nullable Metric night, String field) {
        return text(text, number(night, field), Unit.BREATHS);
    }

    private Figure text(String text, @Nullable Double percent) {
        return text(text, percent, Unit.PERCENT);
    }

    private Figure text(String text, @Nullable Double value, Unit unit) {
        return new Figure(Texts.say(text), unit.text(page.reader(), value));
    }

    private static @Nullable Double number(@Nullable Metric night, String field) {
        return night == null ? null : night.number(field);
    }
}
