package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Pace Summary: average and best pace, splits, and what they say. */
final class PaceSummaryType implements BoosterType {
    private static final Setting<LengthUnit> UNIT =
            Setting.choice("unit", LengthUnit.class)
                    .describedAs("Of the splits and of the text; values are per kilometre.")
                    .byDefault(LengthUnit.KILOMETRES);

    private static final Setting<Boolean> SPLITS =
            Setting.flag("splits")
                    .describedAs(
                            "Whether each split is told: its pace and, where known, by how much it"
                                    + " rose or fell.")
                    .byDefault(true);

    private static final Setting<Boolean> NEGATIVE_SPLIT =
            Setting.flag("negativeSplit")
                    .describedAs(
                            "Whether it is told that the second half was faster than the first.")
                    .byDefault(true);

    private static final Setting<Boolean> FATIGUE =
            Setting.flag("fatigue")
                    .describedAs(
                            "Whether it is told how the last quarter of the splits differs from the"
                                    + " first; needs four whole ones.")
                    .byDefault(true);

    private static final Settings SETTINGS =
            Settings.of(UNIT, TextStyle.SETTING, SPLITS, NEGATIVE_SPLIT, FATIGUE);

    @Override
    public String id() {
        return "pace-summary";
    }

    @Override
    public String title() {
        return "Pace Summary";
    }

    @Override
    public String description() {
        return "Tells the average pace over the moving time, the best over half a"
                + " minute, and the splits along the track.";
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
        return new PaceSummary(
                values.of(UNIT),
                values.of(TextStyle.SETTING) == TextStyle.TEXT,
                values.of(SPLITS),
                values.of(NEGATIVE_SPLIT),
                values.of(FATIGUE));
    }
}
