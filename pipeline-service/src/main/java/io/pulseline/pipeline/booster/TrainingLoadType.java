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

/** Training Load: one number for how hard a session was. */
final class TrainingLoadType implements BoosterType {
    private static final Settings SETTINGS =
            Settings.of(OWN_MAXIMUM, OWN_RESTING, SEX)
                    .check((values, form) ->
                            checkReserve(values.of(OWN_RESTING), values.of(OWN_MAXIMUM), form));

    @Override
    public String id() {
        return "training-load";
    }

    @Override
    public String title() {
        return "Training Load";
    }

    @Override
    public String description() {
        return "Sums up how long and how hard the heart worked (Banister's training impulse,"
                + " TRIMP). Time without heart rate counts nowhere. Resting and maximum heart"
                + " rate that are not set are taken from your data and told among the values.";
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
        return new TrainingLoad(
                new OwnHeartRate(values.of(OWN_RESTING), values.of(OWN_MAXIMUM)), values.of(SEX));
    }
}
