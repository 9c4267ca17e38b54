package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Personal Records: what was done better than ever before. */
final class PersonalRecordsType implements BoosterType {
    private static final Setting<Boolean> CELEBRATE =
            Setting.flag("celebrateInTitle")
                    .describedAs("Whether a record puts 🎉 before the title.")
                    .byDefault(false);

    private static final Setting<Boolean> FIRST_TIMES =
            Setting.flag("firstTimes")
                    .describedAs(
                            "Whether it is told that a distance was covered for"
                                    + " the first time.")
                    .byDefault(true);

    private static final Settings SETTINGS = Settings.of(CELEBRATE, FIRST_TIMES);

    @Override
    public String id() {
        return "personal-records";
    }

    @Override
    public String title() {
        return "Personal Records";
    }

    @Override
    public String description() {
        return "Tells which standard distances were run or ridden faster than ever before, and"
                + " whether it was the longest way or the highest climb. Pauses count; treadmill"
                + " runs and indoor or virtual rides are compared among themselves.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START, Need.DISTANCE);
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
        return new PersonalRecords(values.of(CELEBRATE), values.of(FIRST_TIMES));
    }
}
