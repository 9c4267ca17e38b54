package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Line;
import io.pulseline.pipeline.dashboard.Chart.Stage;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.Panel.Figure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sleep: the stages of each sleep of a date, or how long each stage took on many dates. */
record SleepPanels(Page page) {
    private static final double MILLIS_PER_MINUTE = 60_000;

    List<Panel> all() {
        return page.period().span() == Span.DAY
                ? page.on(RecordType.SLEEP, page.period().date()).stream()
                        .sorted(Comparator.comparingLong(SleepPanels::start))
                        .map(this::sleep)
                        .toList()
                : List.of(nights());
    }

    private static long start(Metric sleep) {
        return sleep.json().path("startEpochMillis").asLong();
    }

    private static boolean isNap(Metric sleep) {
        JsonNode main = sleep.json().path("mainSleep");
        return main.isBoolean() && !main.asBoolean();
    }

    private Panel sleep(Metric sleep) {
        JsonNode json = sleep.json();
        JsonNode offset = json.path("startOffsetSeconds");
        ZoneId zone =
                Zones.of(
                        page.reader().zone(),
                        start(sleep),
                        offset.isNumber() ? offset.asInt() : null);
        String title = Texts.say(isNap(sleep) ? "health_nap" : "health_night");
        List<Stage> stages = Hypnogram.of(json);
        Reader reader = new Reader(zone, page.reader().units(), page.reader().now());
        return new Panel(
                title,
                stages.isEmpty() ? null : hypnogram(title, zone, stages),
                reader,
                figures(sleep, reader));
    }

    private static Chart hypnogram(String title, ZoneId zone, List<Stage> stages) {
        return new Chart(
                title,
                zone.getId(),
                List.of(),
                List.of(),
                stages.stream()
                        .map(stage ->
                                new Stage(stage.from(), stage.to(), Hypnogram.words(stage.name())))
                        .toList(),
                stages.stream()
                        .map(Stage::name)
                        .distinct()
                        .sorted(Comparator.comparingInt(Hypnogram::rank))
                        .map(Hypnogram::words)
                        .toList());
    }

    private List<Figure> figures(Metric sleep, Reader reader) {
        List<Figure> figures = new ArrayList<>();
        JsonNode duration = sleep.json().path("durationMilliseconds");
        JsonNode start = sleep.json().path("startEpochMillis");
        JsonNode end = sleep.json().path("endEpochMillis");
        if (start.isNumber() && end.isNumber()) {
            figures.add(
                    new Figure(
                            Texts.say("health_inBed"),
                            Texts.say(
                                    "health_range",
                                    reader.time(java.time.Instant.ofEpochMilli(start.asLong())),
                                    reader.time(java.time.Instant.ofEpochMilli(end.asLong())))));
        }
        figures.add(
                new Figure(
                        Texts.say("health_timeInBed"),
                        reader.duration(duration.isNumber() ? duration.asLong() : null)));
        figures.add(minutes("health_asleep", sleep.number("asleepMinutes")));
        figures.add(minutes("health_awake", sleep.number("awakeMinutes")));
        figures.add(
                new Figure(
                        Texts.say("health_efficiency"),
                        reader.whole(sleep.number("efficiencyPercent"), "%")));
        if (!isNap(sleep)) {
            figures.add(
                    new Figure(
                            Texts.say("health_usualAsleep"),
                            page.usual(
                                    DailyValues.asleep(page.days()),
                                    sleep.localDate(),
                                    Unit.MINUTES)));
        }
        stageMinutes(sleep.json()).entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> Hypnogram.rank(entry.getKey())))
                .forEach(entry ->
                        figures.add(
                                new Figure(
                                        Hypnogram.words(entry.getKey()),
                                        Unit.MINUTES.text(page.reader(), entry.getValue()))));
        return figures;
    }

    private Figure minutes(String text, @Nullable Double minutes) {
        return new Figure(Texts.say(text), Unit.MINUTES.text(page.reader(), minutes));
    }

    /** As the source totals them; where it does not, added up from the stages. */
    static Map<String, Double> stageMinutes(JsonNode sleep) {
        Map<String, Double> minutes = new TreeMap<>();
        for (JsonNode total : sleep.path("stageTotals")) {
            JsonNode its = total.path("minutes");
            if (its.isNumber()) {
                minutes.put(total.path("stage").asText(), its.asDouble());
            }
        }
        if (minutes.isEmpty()) {
            for (Stage stage : Hypnogram.of(sleep)) {
                var _ =
                        minutes.merge(
                                stage.name(),
                                (stage.to() - stage.from()) / MILLIS_PER_MINUTE,
                                Double::sum);
            }
        }
        return minutes;
    }

    private Panel nights() {
        Map<LocalDate, Metric> longest = new HashMap<>();
        page.days().stream()
                .filter(sleep -> !isNap(sleep))
                .forEach(sleep -> longest.merge(sleep.localDate(), sleep, SleepPanels::longer));
        Map<LocalDate, Map<String, Double>> stages = new HashMap<>();
        Set<LocalDate> shown = Set.copyOf(page.dates());
        longest.forEach((date, sleep) -> {
            if (shown.contains(date)) {
                stages.put(date, stageMinutes(sleep.json()));
            }
        });
        String title = Texts.say("health_stages");
        DailyValues asleep = DailyValues.asleep(page.days());
        List<Line> bars = bars(stages);
        return new Panel(
                title,
                bars.isEmpty() ? null : page.chart(title, bars, List.of()),
                page.reader(),
                page.figures(asleep.all(), asleep, Unit.MINUTES));
    }

    private static Metric longer(Metric one, Metric other) {
        return one.json().path("durationMilliseconds").asLong()
                        >= other.json().path("durationMilliseconds").asLong()
                ? one
                : other;
    }

    /** The deepest stage stands at the bottom. */
    private List<Line> bars(Map<LocalDate, Map<String, Double>> stages) {
        return stages.values().stream()
                .flatMap(minutes -> minutes.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Hypnogram::rank).reversed())
                .map(stage ->
                        Chart.bars(
                                Hypnogram.words(stage),
                                Unit.MINUTES.symbol(),
                                page.points(
                                        date -> stages.getOrDefault(date, Map.of()).get(stage))))
                .toList();
    }
}
