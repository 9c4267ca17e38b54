package io.pulseline.pipeline.booster.metric;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Baseline: whether a daily value is usual for its user. */
final class BaselineType implements MetricBoosterType {
    private static final int MOST_DAYS = 90;
    static final int USUAL_DAYS = 28;
    static final int USUAL_FEWEST_DAYS = 7;
    private static final int WEEK = 7;
    private static final int FEWEST_DAYS = 5;
    private static final double LEAST_DEVIATIONS = 0.5;
    private static final double MOST_DEVIATIONS = 5;
    static final double USUAL_DEVIATIONS = 2;

    private static final Setting<Integer> DAYS =
            Setting.wholeNumber("days", WEEK, MOST_DAYS)
                    .describedAs("How many dates before the one at hand make the baseline.")
                    .byDefault(USUAL_DAYS);

    private static final Setting<Integer> FEWEST =
            Setting.wholeNumber("fewestDays", FEWEST_DAYS, MOST_DAYS)
                    .describedAs("So many of these dates must have a value; not more than `days`.")
                    .byDefault(USUAL_FEWEST_DAYS);

    private static final Setting<Double> DEVIATIONS =
            Setting.number("deviations", LEAST_DEVIATIONS, MOST_DEVIATIONS)
                    .describedAs(
                            "How many standard deviations from the mean a value may be and still be"
                                    + " usual.")
                    .byDefault(USUAL_DEVIATIONS);

    private static final Settings SETTINGS =
            Settings.of(DAYS, FEWEST, DEVIATIONS)
                    .check((values, form) -> {
                        if (values.of(FEWEST) > values.of(DAYS)) {
                            form.complain(FEWEST.name(), "must not be more than days");
                        }
                    });

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public String title() {
        return "Baseline";
    }

    @Override
    public String description() {
        return "Compares heart rate variability (RMSSD), respiratory rate, oxygen saturation, time"
                + " asleep in the main sleep, resting heart rate, steps and skin temperature with"
                + " the user's own dates before, and says what is outside of the usual. Steps of a"
                + " date that is not over are never too few. It is no medical advice.";
    }

    @Override
    public Set<String> recordTypes() {
        return DailyFigure.recordTypes();
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Tier tier() {
        return Tier.HOBBYIST;
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public MetricBooster configured(Values values, Form form) {
        return new Baseline(values.of(DAYS), values.of(FEWEST), values.of(DEVIATIONS));
    }
}
