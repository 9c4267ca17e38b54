package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.heart.BodySettings.OWN_MAXIMUM;
import static io.pulseline.pipeline.booster.heart.BodySettings.OWN_RESTING;
import static io.pulseline.pipeline.booster.heart.BodySettings.SEX;
import static io.pulseline.pipeline.booster.heart.BodySettings.checkReserve;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Recovery: whether training is more than usual, and how long to rest. */
final class RecoveryType implements BoosterType {
    private static final Settings SETTINGS =
            Settings.of(OWN_MAXIMUM, OWN_RESTING, SEX)
                    .check((values, form) ->
                            checkReserve(values.of(OWN_RESTING), values.of(OWN_MAXIMUM), form));

    @Override
    public String id() {
        return "recovery";
    }

    @Override
    public String title() {
        return "Recovery";
    }

    @Override
    public String description() {
        return "Compares the load of about one week with that of four, and advises how long to rest"
                + " by it, by the load of this workout, and by last night's heart rate"
                + " variability and sleep. Resting and maximum heart rate that are not set are"
                + " taken from your data and told among the values. It is no medical advice.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START, Need.HEART_RATE);
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
        return new Recovery(
                new OwnHeartRate(values.of(OWN_RESTING), values.of(OWN_MAXIMUM)), values.of(SEX));
    }
}
