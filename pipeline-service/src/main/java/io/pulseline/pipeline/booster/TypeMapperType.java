package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.booster.criterion.Criteria;
import io.pulseline.pipeline.booster.criterion.CriteriaSettings;
import io.pulseline.pipeline.booster.criterion.Criterion;
import io.pulseline.pipeline.booster.criterion.OfType;
import io.pulseline.pipeline.booster.criterion.TextField;
import io.pulseline.pipeline.booster.criterion.TextIs;
import io.pulseline.pipeline.booster.criterion.TextMatch;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Type Mapper: ordered rules that change the type of an activity. */
final class TypeMapperType implements BoosterType {
    private static final int MOST_RULES = 100;
    private static final int LONGEST_VALUE = 200;

    private static final Setting<Optional<TextField>> FIELD =
            Setting.choice("field", TextField.class)
                    .describedAs("The text that the rule looks at.")
                    .optional();

    private static final Setting<Optional<TextMatch.Kind>> MATCH =
            Setting.choice("match", TextMatch.Kind.class)
                    .describedAs(
                            "How it looks. Upper and lower case are the same, but not in a `regex`"
                                    + " (RE2 syntax), which may fit anywhere in the text.")
                    .optional();

    private static final Setting<Optional<String>> VALUE =
            Setting.text("value", LONGEST_VALUE).describedAs("What it looks for.").optional();

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
                            CriteriaSettings.measuresAfter(FIELD, MATCH, VALUE, FROM_TYPE, TYPE)
                                    .check(TypeMapperType::checkText))
                    .describedAs(
                            "The first one that fits changes the type. A rule fits if everything"
                                    + " holds that it asks: a text, a type, limits.");

    private static final Settings SETTINGS =
            Settings.of(RULES).check(TypeMapperType::checkEachAsks);

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
                + " title speaks of a treadmill, or a run has no GPS.";
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
        return new TypeMapper(
                values.of(RULES).stream()
                        .map(rule -> new TypeMapper.Rule(criteria(rule), rule.of(TYPE)))
                        .toList());
    }

    private static Criteria criteria(Values rule) {
        List<Criterion> criteria = new ArrayList<>();
        rule.of(FROM_TYPE).ifPresent(type -> criteria.add(new OfType(List.of(type))));
        text(rule).ifPresent(criteria::add);
        criteria.addAll(CriteriaSettings.measures(rule));
        return new Criteria(criteria);
    }

    private static Optional<Criterion> text(Values rule) {
        return rule.of(FIELD)
                .flatMap(field ->
                        rule.of(MATCH)
                                .flatMap(kind -> rule.of(VALUE).map(kind::with))
                                .map(match -> new TextIs(field, List.of(match))));
    }

    /** The three that ask for a text stand together, or none of them. */
    private static void checkText(Values rule, Form form) {
        List<Setting<? extends Optional<?>>> together = List.of(FIELD, MATCH, VALUE);
        if (together.stream().anyMatch(setting -> rule.of(setting).isPresent())) {
            together.stream()
                    .filter(setting -> rule.of(setting).isEmpty())
                    .forEach(setting ->
                            form.complain(
                                    setting.name(), "is required where a rule looks at a text"));
        }
        rule.of(MATCH)
                .filter(kind -> kind == TextMatch.Kind.REGEX)
                .flatMap(_ -> rule.of(VALUE))
                .ifPresent(value -> checkExpression(value, form));
    }

    private static void checkExpression(String value, Form form) {
        try {
            var _ = Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            form.complain(VALUE.name(), "is no regular expression: " + e.getDescription());
        }
    }

    private static void checkEachAsks(Values values, Form form) {
        List<Values> rules = values.of(RULES);
        for (int position = 0; position < rules.size(); position++) {
            if (criteria(rules.get(position)).isEmpty()) {
                form.complain(RULES.name() + "[" + position + "]", "asks nothing");
            }
        }
    }
}
