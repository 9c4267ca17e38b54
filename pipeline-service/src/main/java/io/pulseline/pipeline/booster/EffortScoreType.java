package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.heart.BanisterLoad;
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
import org.jspecify.annotations.Nullable;

/** Effort Score: how hard a workout was against one's own of the same sport. */
final class EffortScoreType implements BoosterType {
    private static final Setting<Optional<Integer>> MAXIMUM = BodySettings.MAXIMUM.optional();

    private static final Setting<Optional<Integer>> RESTING = BodySettings.RESTING.optional();

    private static final Setting<Optional<Sex>> SEX = BodySettings.SEX.optional();

    private static final Settings SETTINGS =
            Settings.of(MAXIMUM, RESTING, SEX).check(EffortScoreType::checkReserve);

    private static void checkReserve(Values values, Form form) {
        Optional<Integer> maximum = values.of(MAXIMUM);
        Optional<Integer> resting = values.of(RESTING);
        if (maximum.isPresent() && resting.isPresent()) {
            BodySettings.checkReserve(resting.get(), maximum.get(), form);
        }
    }

    @Override
    public String id() {
        return "effort-score";
    }

    @Override
    public String title() {
        return "Effort Score";
    }

    @Override
    public String description() {
        return "Tells from 0 to 100 how hard a workout was against your last 14 of the same type;"
                + " 50 is as always. Heart rate, pace, duration, climb and, where maximum, resting"
                + " heart rate and sex are all set, the load per minute count.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START);
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
        return new EffortScore(load(values));
    }

    private static @Nullable BanisterLoad load(Values values) {
        Integer maximum = values.of(MAXIMUM).orElse(null);
        Integer resting = values.of(RESTING).orElse(null);
        Sex sex = values.of(SEX).orElse(null);
        return maximum == null || resting == null || sex == null
                ? null
                : new BanisterLoad(resting, maximum, sex);
    }
}
