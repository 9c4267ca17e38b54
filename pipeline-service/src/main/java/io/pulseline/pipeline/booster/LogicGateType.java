package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.criterion.CriteriaSettings;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Set;

/** Logic Gate: rules that together decide whether an activity goes on. */
final class LogicGateType implements BoosterType {
    private static final int MOST_RULES = 50;

    private static final Setting<LogicGate.Mode> MODE =
            Setting.choice("mode", LogicGate.Mode.class)
                    .describedAs("How many of the rules must match for the gate to match.")
                    .byDefault(LogicGate.Mode.ALL);

    private static final Setting<Boolean> NEGATE =
            Setting.flag("negate")
                    .describedAs("The rule matches activities that are not as it asks.")
                    .byDefault(false);

    private static final Setting<List<Values>> RULES =
            Setting.list("rules", 1, MOST_RULES, CriteriaSettings.allAfter(NEGATE))
                    .describedAs(
                            "A rule is as asked if everything in it holds. One that cannot be"
                                    + " judged, because the activity lacks what it asks about,"
                                    + " does not match, negated or not.");

    private static final Setting<LogicGate.Way> ON_MATCH =
            Setting.choice("onMatch", LogicGate.Way.class)
                    .describedAs("What becomes of an activity that the gate matches.")
                    .byDefault(LogicGate.Way.CONTINUE);

    private static final Setting<LogicGate.Way> ON_NO_MATCH =
            Setting.choice("onNoMatch", LogicGate.Way.class)
                    .describedAs("What becomes of any other activity.")
                    .byDefault(LogicGate.Way.HALT);

    private static final Settings SETTINGS =
            Settings.of(MODE, RULES, ON_MATCH, ON_NO_MATCH).check(LogicGateType::checkEachAsks);

    @Override
    public String id() {
        return "logic-gate";
    }

    @Override
    public String title() {
        return "Logic Gate";
    }

    @Override
    public String description() {
        return "Lets an activity go on, or halts it, by rules of which all, any or none must"
                + " match.";
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
        return new LogicGate(
                values.of(MODE),
                values.of(RULES).stream()
                        .map(rule ->
                                new LogicGate.Rule(CriteriaSettings.all(rule), rule.of(NEGATE)))
                        .toList(),
                values.of(ON_MATCH),
                values.of(ON_NO_MATCH));
    }

    private static void checkEachAsks(Values values, Form form) {
        List<Values> rules = values.of(RULES);
        for (int position = 0; position < rules.size(); position++) {
            if (CriteriaSettings.all(rules.get(position)).isEmpty()) {
                form.complain(RULES.name() + "[" + position + "]", "asks nothing");
            }
        }
    }
}
