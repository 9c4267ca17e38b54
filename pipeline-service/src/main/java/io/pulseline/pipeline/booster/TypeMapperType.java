package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.booster.TypeRule.Comparison;
import io.pulseline.pipeline.booster.TypeRule.Field;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Type Mapper: ordered rules that change the type of an activity. */
final class TypeMapperType implements BoosterType {
    private static final int MOST_RULES = 100;
    private static final int LONGEST_VALUE = 200;

    private static final Setting<Field> FIELD =
            Setting.choice("field", Field.class).describedAs("What the rule looks at.");

    private static final Setting<Comparison> MATCH =
            Setting.choice("match", Comparison.class)
                    .describedAs(
                            "How it looks. Upper and lower case are the same, but not in a `regex`"
                                    + " (RE2 syntax), which may fit anywhere in the text.");

    private static final Setting<String> VALUE =
            Setting.text("value", LONGEST_VALUE).describedAs("What it looks for.");

    private static final Setting<Optional<String>> FROM_TYPE =
            Setting.choice("fromType", ActivityType.all())
                    .describedAs("Only activities of this type; without it, of every type.")
                    .optional();

    private static final Setting<String> TYPE =
            Setting.choice("type", ActivityType.all()).describedAs("What the activity becomes.");

    private static final Setting<List<Values>> RULES =
            Setting.list(
                            "rules",
                            1,
                            MOST_RULES,
                            Settings.of(FIELD, MATCH, VALUE, FROM_TYPE, TYPE)
                                    .check(TypeMapperType::checkExpression))
                    .describedAs("The first one that fits changes the type.");

    private static final Settings SETTINGS = Settings.of(RULES);

    @Override
    public String id() {
        return "type-mapper";
    }

    @Override
    public String title() {
        return "Type Mapper";
    }

    @Override
    public String description() {
        return "Changes the type of an activity by rules, for example to TREADMILL_RUN where the"
                + " title speaks of a treadmill.";
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
        return new TypeMapper(values.of(RULES).stream().map(TypeMapperType::rule).toList());
    }

    private static TypeRule rule(Values values) {
        return new TypeRule(
                values.of(FIELD),
                values.of(MATCH).with(values.of(VALUE)),
                values.of(FROM_TYPE).orElse(null),
                values.of(TYPE));
    }

    private static void checkExpression(Values values, Form form) {
        if (values.of(MATCH) != Comparison.REGEX) {
            return;
        }
        try {
            var _ = Pattern.compile(values.of(VALUE));
        } catch (PatternSyntaxException e) {
            form.complain(VALUE.name(), "is no regular expression: " + e.getDescription());
        }
    }
}
