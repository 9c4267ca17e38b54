package io.pulseline.pipeline.dashboard.health;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.HealthView.Gap;
import io.pulseline.pipeline.record.KeptMetric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What lies in the database for a page, still packed: making the page of it takes time.
 *
 * @param days metrics with a date, also of dates before that make what is usual
 * @param hours of heart rate or steps, where the page shows them
 */
record HealthKept(
        Shell shell,
        Measure measure,
        Period period,
        List<KeptMetric> days,
        List<KeptMetric> hours,
        Reasons reasons) {
    HealthKept {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
    }

    HealthView view() {
        Reader reader = shell.reader();
        Page page = new Page(period, reader, days.stream().map(HealthKept::metric).toList());
        return switch (measure) {
            case HEART_RATE -> heartRate(page);
            case STEPS -> {
                StepPanels steps =
                        new StepPanels(page, hours.stream().map(KeptMetric::json).toList());
                yield view(
                        List.of(steps.panel()),
                        gaps(
                                page,
                                period.span() == Span.DAY
                                        ? steps::isKnown
                                        : has(DailyValues.steps(page.days()))));
            }
            case HEART_RATE_VARIABILITY ->
                    view(
                            new NightPanels(page).variability(),
                            gaps(page, has(DailyValues.rmssd(page.days()))));
            case RESPIRATORY_RATE ->
                    view(
                            new NightPanels(page).respiration(),
                            gaps(page, has(DailyValues.respiratoryRate(page.days()))));
            case OXYGEN_SATURATION ->
                    view(
                            new NightPanels(page).oxygen(),
                            gaps(page, has(DailyValues.oxygenSaturation(page.days()))));
            case SLEEP ->
                    view(new SleepPanels(page).all(), gaps(page, came(page, Measure.SLEEP.path())));
        };
    }

    static Metric metric(KeptMetric kept) {
        var json = kept.json();
        return new Metric(
                kept.recordType(),
                kept.recordId(),
                LocalDate.parse(json.path("localDate").asText()),
                json);
    }

    private HealthView heartRate(Page page) {
        Map<LocalDate, HeartDay> days = HeartDay.of(hours.stream().map(HeartHour::of).toList());
        List<Panel> panels = new HeartRatePanels(page, days).all();
        if (!measure.readsHours(period.span())) {
            return view(panels, gaps(page, has(DailyValues.restingHeartRate(page.days()))));
        }
        Map<LocalDate, HeartDay> worn = new TreeMap<>(days);
        worn.values().removeIf(day -> day.wornMinutes() == 0);
        List<Gap> gaps = new ArrayList<>(gaps(page, worn::containsKey, days::containsKey));
        HeartDay shown = worn.get(period.date());
        if (period.span() == Span.DAY && shown != null) {
            gaps.addAll(within(shown));
        }
        return view(panels, gaps);
    }

    private static Predicate<LocalDate> has(DailyValues values) {
        return date -> values.on(date) != null;
    }

    private static Predicate<LocalDate> came(Page page, String recordType) {
        Set<LocalDate> dates =
                page.days().stream()
                        .filter(day -> day.recordType().equals(recordType))
                        .map(Metric::localDate)
                        .collect(Collectors.toSet());
        return dates::contains;
    }

    private List<Gap> gaps(Page page, Predicate<LocalDate> measured) {
        String dated =
                measure == Measure.HEART_RATE || measure == Measure.STEPS
                        ? RecordType.DAILY_SUMMARY
                        : measure.path();
        return gaps(page, measured, came(page, dated));
    }

    /** Latest first. */
    private List<Gap> gaps(Page page, Predicate<LocalDate> measured, Predicate<LocalDate> came) {
        Reader reader = shell.reader();
        return Missing.of(page.dates(), measured, came).reversed().stream()
                .map(missing -> new Gap(words(missing, reader), reasons.of(missing)))
                .toList();
    }

    private String words(Missing missing, Reader reader) {
        boolean resting = measure == Measure.HEART_RATE && !measure.readsHours(period.span());
        String what = resting ? Texts.say("health_words_resting") : measure.inWords();
        return missing.isOneDay()
                ? Texts.say("health_noneOn", what, reader.day(missing.first()))
                : Texts.say(
                        "health_noneFrom",
                        what,
                        Texts.say(
                                "health_range",
                                reader.day(missing.first()),
                                reader.day(missing.last())));
    }

    private List<Gap> within(HeartDay day) {
        Reader clock = new Reader(day.zone(), shell.reader().units(), shell.reader().now());
        return day.gaps(clock.now()).stream()
                .map(gap ->
                        new Gap(
                                Texts.say(
                                        "health_noneFrom",
                                        measure.inWords(),
                                        Texts.say(
                                                "health_range",
                                                clock.time(Instant.ofEpochMilli(gap.from())),
                                                clock.time(Instant.ofEpochMilli(gap.to())))),
                                reasons.within(day.date(), gap.came())))
                .toList();
    }

    private HealthView view(List<Panel> panels, List<Gap> gaps) {
        return HealthView.of(shell, measure, period, panels, gaps);
    }
}
