package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Intervals: repeated efforts, found in speed or heart rate. */
final class IntervalsType implements BoosterType {
    private static final Setting<LengthUnit> UNIT =
            Setting.choice("unit", LengthUnit.class)
                    .describedAs("Of the text.")
                    .byDefault(LengthUnit.KILOMETRES);

    private static final Setting<Boolean> EACH =
            Setting.flag("eachRepetition")
                    .describedAs("Whether each repetition gets a line of its own.")
                    .byDefault(false);

    private static final Settings SETTINGS = Settings.of(UNIT, TextStyle.SETTING, EACH);

    @Override
    public String id() {
        return "intervals";
    }

    @Override
    public String title() {
        return "Intervals";
    }

    @Override
    public String description() {
        return "Finds sets of repeated efforts in the speed, or in the heart rate where"
                + " there is no speed: how many, how long, how fast, and how the last"
                + " differs from the first. Laps are not asked.";
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
    public Booster configured(Values values, Form form) {
        return new Intervals(
                values.of(UNIT), values.of(TextStyle.SETTING) == TextStyle.TEXT, values.of(EACH));
    }
}
