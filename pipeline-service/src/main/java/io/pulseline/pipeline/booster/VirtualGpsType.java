package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Virtual GPS: a made-up track for virtual activities. */
final class VirtualGpsType implements BoosterType {
    private static final Setting<Integer> LAP_METRES =
            Setting.wholeNumber("lapMetres", 400, 20_000)
                    .describedAs("Length of the loop.")
                    .byDefault(4_000);

    private static final Settings SETTINGS = Settings.of(LAP_METRES);

    @Override
    public String id() {
        return "virtual-gps";
    }

    @Override
    public String title() {
        return "Virtual GPS";
    }

    @Override
    public String description() {
        return "Gives a virtual activity without positions a track around a made-up"
                + " loop, at constant speed, and says so. Activities of other types are"
                + " passed: map them to a virtual type first, where that is true.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START, Need.DISTANCE, Need.DURATION);
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
        return new VirtualGps(values.of(LAP_METRES));
    }
}
