package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.criterion.TextMatch;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Set;

/** Auto-Increment: numbers behind titles. */
final class AutoIncrementType implements BoosterType {
    private static final int MOST_RULES = 100;
    private static final int LONGEST_TEXT = 200;
    private static final int HIGHEST_START = 1_000_000;

    private static final Setting<String> CONTAINS =
            Setting.text("contains", LONGEST_TEXT)
                    .describedAs(
                            "What the title has in it; upper and lower case are the same. A number"
                                    + " behind the title does not belong to it.");

    private static final Setting<Integer> START_AT =
            Setting.wholeNumber("startAt", 1, HIGHEST_START)
                    .describedAs("The number of the first one that is known here.")
                    .byDefault(1);

    private static final Setting<List<Values>> RULES =
            Setting.list("rules", 1, MOST_RULES, Settings.of(CONTAINS, START_AT))
                    .describedAs("The first one that fits gives the number.");

    private static final Settings SETTINGS = Settings.of(RULES);

    @Override
    public String id() {
        return "auto-increment";
    }

    @Override
    public String title() {
        return "Auto-Increment";
    }

    @Override
    public String description() {
        return "Puts a number behind the title, for example `Parkrun (#12)`: one more than there"
                + " were activities before with the same text in their titles.";
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
        return new AutoIncrement(
                values.of(RULES).stream()
                        .map(rule ->
                                new AutoIncrement.Rule(
                                        new TextMatch.Contains(rule.of(CONTAINS)),
                                        rule.of(START_AT)))
                        .toList());
    }
}
