package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Goals: how much of a goal is reached. */
final class GoalsType implements BoosterType {
    private static final double LEAST_TARGET = 0.1;
    private static final double MOST_TARGET = 10_000_000;
    private static final int LONGEST_DATE = 10;
    private static final int LONGEST_LABEL = 60;

    private static final Setting<String> PERIOD =
            Setting.choice("period", GoalPeriod.words())
                    .describedAs(
                            "For each `week` (Monday to Sunday), `month` or `year`, or once from"
                                    + " the first to the last of two `dates`.");

    private static final Setting<Optional<String>> FIRST_DATE =
            date("firstDate", "The first day of the goal, as 2026-06-01; only with `dates`.");

    private static final Setting<Optional<String>> LAST_DATE =
            date("lastDate", "The last day of the goal, as 2026-06-30; only with `dates`.");

    private static final Setting<GoalMetric> METRIC =
            Setting.choice("metric", GoalMetric.class)
                    .describedAs(
                            "What is summed up: the `distance` in km, the `duration` in hours,"
                                    + " the number of `activities`, or the `elevationGain` in"
                                    + " metres.");

    private static final Setting<Double> TARGET =
            Setting.number("target", LEAST_TARGET, MOST_TARGET)
                    .describedAs("How much it shall be, in the unit of the metric.");

    private static final Setting<List<String>> ACTIVITY_TYPES =
            Setting.choices("activityTypes", ActivityType.all())
                    .describedAs("Only activities of these types count; if none is chosen, all.")
                    .byDefault(List.of());

    private static final Setting<Optional<String>> LABEL =
            Setting.text("label", LONGEST_LABEL)
                    .describedAs("What the text calls the goal.")
                    .optional();

    private static final Settings SETTINGS =
            Settings.of(PERIOD, FIRST_DATE, LAST_DATE, METRIC, TARGET, ACTIVITY_TYPES, LABEL)
                    .check(GoalsType::checkDates);

    private static Setting<Optional<String>> date(String name, String description) {
        return Setting.text(name, LONGEST_DATE).describedAs(description).optional();
    }

    @Override
    public String id() {
        return "goals";
    }

    @Override
    public String title() {
        return "Goals";
    }

    @Override
    public String description() {
        return "Sums up distance, time, climbing or the number of activities towards a goal, and"
                + " tells what is left and how much that is for each day to come.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START);
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
    public Booster configured(Values values, Form form) {
        GoalPeriod period = period(values);
        return new Goals(
                values.of(LABEL).orElseGet(period::label),
                period,
                values.of(METRIC),
                values.of(TARGET),
                values.of(ACTIVITY_TYPES));
    }

    private static GoalPeriod period(Values values) {
        return Stream.of(GoalPeriod.Recurring.values())
                .filter(recurring -> recurring.word().equals(values.of(PERIOD)))
                .findFirst()
                .<GoalPeriod>map(recurring -> recurring)
                .orElseGet(() ->
                        new GoalPeriod.Dates(
                                given(values, FIRST_DATE).orElseThrow(),
                                given(values, LAST_DATE).orElseThrow()));
    }

    /** Both dates stand with the period of dates, and nowhere else. */
    private static void checkDates(Values values, Form form) {
        boolean isForDates = values.of(PERIOD).equals(GoalPeriod.DATES);
        for (Setting<Optional<String>> setting : List.of(FIRST_DATE, LAST_DATE)) {
            if (!isForDates && values.of(setting).isPresent()) {
                form.complain(setting.name(), "stands only with the period dates");
            } else if (isForDates && given(values, setting).isEmpty()) {
                form.complain(setting.name(), "must be a date as 2026-06-01");
            }
        }
        if (isForDates && isBackwards(values)) {
            form.complain(LAST_DATE.name(), "must not be before the first date");
        }
    }

    private static boolean isBackwards(Values values) {
        return given(values, FIRST_DATE)
                .flatMap(first -> given(values, LAST_DATE).map(last -> last.isBefore(first)))
                .orElse(false);
    }

    /** Empty where there is none, or what is given is no date. */
    private static Optional<LocalDate> given(Values values, Setting<Optional<String>> setting) {
        try {
            return values.of(setting).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
