package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Band;
import io.pulseline.pipeline.dashboard.Chart.Line;
import io.pulseline.pipeline.dashboard.Chart.Range;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.Panel.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Heart rate: minutes of a day, days of a week, and resting heart rate of longer times, whose hours
 * would be too many to read.
 */
record HeartRatePanels(Page page, Map<LocalDate, HeartDay> worn) {
    private static final double MINUTES_PER_HOUR = 60;

    List<Panel> all() {
        Panel resting =
                page.usualPanel(
                        Texts.say("health_resting"),
                        DailyValues.restingHeartRate(page.days()),
                        Unit.BEATS);
        return switch (page.period().span()) {
            case DAY -> List.of(day());
            case WEEK -> List.of(days(), wornDays(), resting);
            case MONTH, YEAR -> List.of(resting);
        };
    }

    private Panel day() {
        LocalDate date = page.period().date();
        HeartDay day = worn.get(date);
        String title = Texts.say("health_byMinute");
        DailyValues resting = DailyValues.restingHeartRate(page.days());
        Reader reader =
                day == null
                        ? page.reader()
                        : new Reader(day.zone(), page.reader().units(), page.reader().now());
        List<Figure> figures =
                new ArrayList<>(
                        page.figures(day == null ? Stats.of(List.of()) : day.stats(), Unit.BEATS));
        figures.add(new Figure(Texts.say("health_worn"), worn(day)));
        figures.add(
                new Figure(
                        Texts.say("health_resting"),
                        Unit.BEATS.text(page.reader(), resting.on(date))));
        figures.add(
                new Figure(
                        Texts.say("health_restingUsual"), page.usual(resting, date, Unit.BEATS)));
        return new Panel(title, day == null ? null : chart(title, day), reader, figures);
    }

    private static @Nullable Chart chart(String title, HeartDay day) {
        return day.wornMinutes() == 0
                ? null
                : Chart.of(
                        title,
                        day.zone().getId(),
                        List.of(
                                Chart.line(
                                        Measure.HEART_RATE.title(),
                                        Unit.BEATS.symbol(),
                                        day.points())));
    }

    private String worn(@Nullable HeartDay day) {
        Reader reader = page.reader();
        return day == null
                ? Reader.ABSENT
                : Texts.say(
                        "health_wornOf",
                        reader.duration(day.wornMinutes() * HeartHour.MINUTE),
                        reader.whole(day.wornPercent(reader.now()), "%"));
    }

    private Panel days() {
        String title = Texts.say("health_byDay");
        Map<LocalDate, Double> averages = new HashMap<>();
        List<Range> ranges = new ArrayList<>();
        List<Double> lowest = new ArrayList<>();
        List<Double> highest = new ArrayList<>();
        for (LocalDate date : page.dates()) {
            Stats stats = stats(date);
            if (stats.average() != null) {
                averages.put(date, stats.average());
            }
            if (stats.lowest() != null && stats.highest() != null) {
                lowest.add(stats.lowest());
                highest.add(stats.highest());
            }
            ranges.add(new Range(page.noon(date), stats.lowest(), stats.highest()));
        }
        Line line =
                Chart.line(
                        Texts.say("health_average"),
                        Unit.BEATS.symbol(),
                        page.points(averages::get));
        Stats all =
                new Stats(
                        averages.size(),
                        Stats.of(averages.values()).average(),
                        Stats.of(lowest).lowest(),
                        Stats.of(highest).highest());
        Chart chart =
                page.chart(
                        title,
                        List.of(line),
                        List.of(new Band(Texts.say("health_lowestToHighest"), ranges)));
        return new Panel(
                title,
                Page.isEmpty(line) ? null : chart,
                page.reader(),
                page.figures(all, Unit.BEATS));
    }

    private Stats stats(LocalDate date) {
        HeartDay day = worn.get(date);
        return day == null ? Stats.of(List.of()) : day.stats();
    }

    private Panel wornDays() {
        String title = Texts.say("health_worn");
        Map<LocalDate, Double> minutes = new HashMap<>();
        worn.forEach((date, day) -> minutes.put(date, (double) day.wornMinutes()));
        Line bars =
                Chart.bars(
                        title,
                        Texts.say("health_unit_hours"),
                        page.points(date -> {
                            Double its = minutes.get(date);
                            return its == null ? null : its / MINUTES_PER_HOUR;
                        }));
        return new Panel(
                title,
                Page.isEmpty(bars) ? null : page.chart(title, List.of(bars), List.of()),
                page.reader(),
                page.figures(minutes, null, Unit.MINUTES));
    }
}
