package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.health.OverviewView.Card;
import io.pulseline.pipeline.record.KeptMetric;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The metrics of the last weeks for the overview, still packed. */
record OverviewKept(Shell shell, List<KeptMetric> days) {
    /** What is a week old is shown with its date, what is older is not. */
    private static final int RECENT_DAYS = 7;

    OverviewKept {
        days = List.copyOf(days);
    }

    OverviewView view() {
        List<Metric> all =
                days.stream()
                        .map(HealthKept::metric)
                        .sorted(Comparator.comparing(Metric::localDate))
                        .toList();
        return new OverviewView(
                shell,
                List.of(
                        card(
                                Measure.HEART_RATE,
                                Texts.say("health_resting"),
                                DailyValues.restingHeartRate(all),
                                Unit.BEATS),
                        card(
                                Measure.HEART_RATE_VARIABILITY,
                                Texts.say("health_rmssd"),
                                DailyValues.rmssd(all),
                                Unit.MILLISECONDS),
                        card(
                                Measure.SLEEP,
                                Texts.say("health_asleep"),
                                DailyValues.asleep(all),
                                Unit.MINUTES),
                        card(
                                Measure.STEPS,
                                Texts.say("health_stepsOfDay"),
                                DailyValues.steps(all),
                                Unit.STEPS),
                        card(
                                Measure.RESPIRATORY_RATE,
                                Texts.say("health_wholeNight"),
                                DailyValues.respiratoryRate(all),
                                Unit.BREATHS),
                        card(
                                Measure.OXYGEN_SATURATION,
                                Texts.say("health_average"),
                                DailyValues.oxygenSaturation(all),
                                Unit.PERCENT)));
    }

    private Card card(Measure measure, String what, DailyValues values, Unit unit) {
        Reader reader = shell.reader();
        LocalDate today = reader.today();
        NavigableMap<LocalDate, Double> recent =
                values.all().subMap(today.minusDays(RECENT_DAYS - 1), true, today, true);
        Map.Entry<LocalDate, Double> latest = recent.lastEntry();
        return new Card(
                measure.title(),
                "/health/" + measure.path(),
                what,
                unit.text(reader, latest == null ? null : latest.getValue()),
                reader.day(latest == null ? null : latest.getKey()),
                unit.text(reader, Stats.of(recent.values()).average()),
                latest == null
                        ? Reader.ABSENT
                        : values.usualOn(latest.getKey())
                                .map(usual ->
                                        Texts.say(
                                                "health_range",
                                                unit.text(reader, usual.low()),
                                                unit.text(reader, usual.high())))
                                .orElse(Reader.ABSENT),
                latest != null);
    }
}
