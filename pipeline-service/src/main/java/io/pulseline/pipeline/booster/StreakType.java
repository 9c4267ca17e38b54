package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Set;

/** Streak: active days in a row. */
final class StreakType implements BoosterType {
    private static final int MINUTES_PER_DAY = 1_440;
    private static final int MOST_REST_DAYS = 6;

    private static final Setting<List<String>> ACTIVITY_TYPES =
            Setting.choices("activityTypes", ActivityType.all())
                    .describedAs("Only activities of these types count; if none is chosen, all.")
                    .byDefault(List.of());

    private static final Setting<Integer> MINIMUM_DURATION_MINUTES =
            Setting.wholeNumber("minimumDurationMinutes", 0, MINUTES_PER_DAY)
                    .describedAs("Only activities as long as this count, pauses included.")
                    .byDefault(0);

    private static final Setting<Integer> REST_DAYS_PER_WEEK =
            Setting.wholeNumber("restDaysPerWeek", 0, MOST_REST_DAYS)
                    .describedAs(
                            "So many missed days in a week, Monday to Sunday, do not break the"
                                    + " streak; they are counted with it.")
                    .byDefault(0);

    private static final Settings SETTINGS =
            Settings.of(ACTIVITY_TYPES, MINIMUM_DURATION_MINUTES, REST_DAYS_PER_WEEK);

    @Override
    public String id() {
        return "streak";
    }

    @Override
    public String title() {
        return "Streak";
    }

    @Override
    public String description() {
        return "Counts the days in a row with an activity, by the local date where it was, up to"
                + " this one; and tells the longest streak of the last "
                + Streak.LOOK_BACK_DAYS
                + " days.";
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
        return new Streak(
                values.of(ACTIVITY_TYPES),
                values.of(MINIMUM_DURATION_MINUTES),
                values.of(REST_DAYS_PER_WEEK));
    }
}
