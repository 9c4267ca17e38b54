package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Elevation Summary: metres up and down, highest and lowest point. */
final class ElevationSummaryType implements BoosterType {
    private static final Setting<ElevationSummary.Style> STYLE =
            Setting.choice("style", ElevationSummary.Style.class)
                    .describedAs(
                            "What the description gets: a `text`, the text with a `profile` of 20"
                                    + " blocks, or `none`.")
                    .byDefault(ElevationSummary.Style.TEXT);

    private static final Settings SETTINGS = Settings.of(STYLE);

    @Override
    public String id() {
        return "elevation-summary";
    }

    @Override
    public String title() {
        return "Elevation Summary";
    }

    @Override
    public String description() {
        return "Tells the metres climbed and descended, smoothed so that noise climbs no"
                + " hills, and the highest and lowest point; without altitudes the gain"
                + " that the source gives.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ALTITUDE);
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
        return new ElevationSummary(values.of(STYLE));
    }
}
