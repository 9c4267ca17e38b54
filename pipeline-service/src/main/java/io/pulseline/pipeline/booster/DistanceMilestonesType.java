package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Distance Milestones: round distances over a life. */
final class DistanceMilestonesType implements BoosterType {
    private static final double MOST_KILOMETRES = 1_000_000;

    private static final Setting<SportGroup> SPORT =
            Setting.choice("sport", SportGroup.class)
                    .describedAs(
                            "Whose distances are added up. Walking has hikes in it, cycling and"
                                    + " running also what was done indoors.")
                    .byDefault(SportGroup.ANY);

    private static final Setting<Double> START_KILOMETRES =
            Setting.number("startKilometres", 0, MOST_KILOMETRES)
                    .describedAs("What was covered before the first activity that is known here.")
                    .byDefault(0.0);

    private static final Settings SETTINGS = Settings.of(SPORT, START_KILOMETRES);

    @Override
    public String id() {
        return "distance-milestones";
    }

    @Override
    public String title() {
        return "Distance Milestones";
    }

    @Override
    public String description() {
        return "Adds up all distances of a sport and announces milestones from 100 to 100000 km;"
                + " between them it tells how far the next one is.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.START, Need.DISTANCE);
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
        return new DistanceMilestones(values.of(SPORT), values.of(START_KILOMETRES));
    }
}
