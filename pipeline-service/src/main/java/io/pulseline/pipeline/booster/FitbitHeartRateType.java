package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Fitbit Heart Rate: what the Fitbit measured, on activities of other devices. */
final class FitbitHeartRateType implements BoosterType {
    private static final Setting<Boolean> FORCE =
            Setting.flag("force")
                    .describedAs("Replace heart rate that the activity already has.")
                    .byDefault(false);

    private static final Setting<Boolean> CORRECT_DRIFT =
            Setting.flag("correctDrift")
                    .title("Correct clock drift")
                    .describedAs(
                            "Move the Fitbit's heart rate in time where its clock is found to be"
                                    + " up to 3 minutes off the clock of the activity. That is"
                                    + " told in any case.")
                    .byDefault(false);

    private static final Settings SETTINGS = Settings.of(FORCE, CORRECT_DRIFT);

    @Override
    public String id() {
        return "fitbit-heart-rate";
    }

    @Override
    public String title() {
        return "Fitbit Heart Rate";
    }

    @Override
    public String description() {
        return "Puts the heart rate that your Fitbit measured onto activities of other sources,"
                + " for example a strength workout. Waits up to 108 minutes until the Fitbit has"
                + " been synchronised.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START, Need.DURATION);
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
        return new FitbitHeartRate(values.of(FORCE), values.of(CORRECT_DRIFT));
    }
}
