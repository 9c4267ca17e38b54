package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.heart.BodySettings.MAXIMUM;
import static io.pulseline.pipeline.booster.heart.BodySettings.RESTING;
import static io.pulseline.pipeline.booster.heart.BodySettings.SEX;
import static io.pulseline.pipeline.booster.heart.BodySettings.checkReserve;

import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Training Load: one number for how hard a session was. */
final class TrainingLoadType implements BoosterType {
    private static final Settings SETTINGS =
            Settings.of(MAXIMUM, RESTING, SEX)
                    .check((values, form) ->
                            checkReserve(values.of(RESTING), values.of(MAXIMUM), form));

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
                + " TRIMP). Time without heart rate counts nowhere.";
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
                new BanisterLoad(values.of(RESTING), values.of(MAXIMUM), values.of(SEX)));
    }
}
