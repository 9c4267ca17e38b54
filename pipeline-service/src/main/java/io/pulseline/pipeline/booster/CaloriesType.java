package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.heart.BodySettings;
import io.pulseline.pipeline.booster.heart.Sex;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Optional;
import java.util.Set;

/** Calories: the energy of an activity, and where the number is from. */
final class CaloriesType implements BoosterType {
    private static final Setting<Optional<Double>> WEIGHT = BodySettings.WEIGHT.optional();

    private static final Setting<Optional<Integer>> AGE = BodySettings.AGE.optional();

    private static final Setting<Optional<Sex>> SEX = BodySettings.SEX.optional();

    private static final Settings SETTINGS = Settings.of(WEIGHT, AGE, SEX);

    @Override
    public String id() {
        return "calories";
    }

    @Override
    public String title() {
        return "Calories";
    }

    @Override
    public String description() {
        return "Tells the energy that the source gives. Without one it is estimated from heart"
                + " rate where weight, age and sex are set, else from the type of activity where"
                + " the weight is.";
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
        return new Calories(
                values.of(WEIGHT).orElse(null),
                values.of(AGE).orElse(null),
                values.of(SEX).orElse(null));
    }
}
