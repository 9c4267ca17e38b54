package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.booster.TypeRule.Field;
import io.pulseline.pipeline.booster.TypeRule.Match;
import io.pulseline.pipeline.form.Form;
import java.util.List;

/**
 * Type Mapper: ordered rules that change the type of an activity.
 *
 * <p>Configuration: {@code rules}, 1 to 100 of {@code field} (title, activityType,
 * providerActivityTypeName), {@code match} (contains, equals, starts, regex), {@code value},
 * optional {@code fromType}, {@code type}. Upper and lower case are the same, but not in a regex
 * (RE2 syntax: no pattern can run for ever).
 */
final class TypeMapperType implements BoosterType {
    private static final int MOST_RULES = 100;
    private static final int LONGEST_VALUE = 200;

    @Override
    public String id() {
        return "type-mapper";
    }

    @Override
    public Booster configured(Form configuration) {
        configuration.knowsOnly("rules");
        List<TypeRule> rules =
                configuration.forms("rules", 1, MOST_RULES).stream()
                        .map(TypeMapperType::rule)
                        .toList();
        return new TypeMapper(rules);
    }

    private static TypeRule rule(Form form) {
        form.knowsOnly("field", "match", "value", "fromType", "type");
        Field field = Field.of(form.choice("field", Field.words()));
        String word = form.choice("match", Match.words());
        String value = form.text("value", LONGEST_VALUE);
        return new TypeRule(
                field,
                match(form, word, value),
                form.optionalChoice("fromType", ActivityType.all()).orElse(null),
                form.choice("type", ActivityType.all()));
    }

    private static Match match(Form form, String word, String value) {
        try {
            return Match.of(word, value);
        } catch (PatternSyntaxException e) {
            form.complain("value", "is no regular expression: " + e.getDescription());
            return new Match.Regex(Pattern.compile(Pattern.quote(value)));
        }
    }
}
