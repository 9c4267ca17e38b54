package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Speed Summary: average and highest speed. */
final class SpeedSummaryType implements BoosterType {
    private static final Setting<LengthUnit> UNIT =
            Setting.choice("unit", LengthUnit.class)
                    .describedAs("Of the text; values are in km/h.")
                    .byDefault(LengthUnit.KILOMETRES);

    private static final Settings SETTINGS = Settings.of(UNIT, TextStyle.SETTING);

    @Override
    public String id() {
        return "speed-summary";
    }

    @Override
    public String title() {
        return "Speed Summary";
    }

    @Override
    public String description() {
        return "Tells the average speed, without and with pauses, and the highest over"
                + " at least 3 seconds; leaps of the satellite receiver do not count.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.DISTANCE, Need.DURATION);
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
        return new SpeedSummary(values.of(UNIT), values.of(TextStyle.SETTING) == TextStyle.TEXT);
    }
}
