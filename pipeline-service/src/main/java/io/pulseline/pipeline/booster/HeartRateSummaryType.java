package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Heart Rate Summary: lowest, average and highest heart rate, and its drift. */
final class HeartRateSummaryType implements BoosterType {
    private static final Setting<Boolean> DRIFT =
            Setting.flag("drift")
                    .describedAs(
                            "Whether the text tells a drift of more than 5 beats per minute, and"
                                    + " whether the pace changed with it.")
                    .byDefault(true);

    private static final Settings SETTINGS = Settings.of(TextStyle.SETTING, DRIFT);

    @Override
    public String id() {
        return "heart-rate-summary";
    }

    @Override
    public String title() {
        return "Heart Rate Summary";
    }

    @Override
    public String description() {
        return "Tells the lowest, average and highest heart rate, and whether it drifted"
                + " from the first to the last fifth of the time.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HEART_RATE);
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
        return new HeartRateSummary(
                values.of(TextStyle.SETTING) == TextStyle.TEXT, values.of(DRIFT));
    }
}
