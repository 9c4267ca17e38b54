package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.setting.Word;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the Type Mapper.
 *
 * @param fromType only activities of this type; null for every type
 * @param type what they become
 */
record TypeRule(Field field, Match match, @Nullable String fromType, String type) {

    /** True if the rule speaks of this activity; an absent field matches nothing. */
    boolean fits(Activity activity) {
        if (fromType != null && !fromType.equals(activity.getActivityType())) {
            return false;
        }
        String text = field.in(activity);
        return text != null && match.fits(text);
    }

    /** What a rule looks at. */
    enum Field implements Word {
        TITLE("title"),
        ACTIVITY_TYPE("activityType"),
        PROVIDER_NAME("providerActivityTypeName");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        @Nullable String in(Activity activity) {
            return switch (this) {
                case TITLE -> activity.getTitle();
                case ACTIVITY_TYPE -> activity.getActivityType();
                case PROVIDER_NAME -> activity.getProviderActivityTypeName();
            };
        }
    }

    /** How a rule looks, without what it looks for. */
    enum Comparison implements Word {
        CONTAINS("contains"),
        EQUALS("equals"),
        STARTS("starts"),
        REGEX("regex");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        Match with(String value) {
            return switch (this) {
                case CONTAINS -> new Match.Contains(Match.lower(value));
                case EQUALS -> new Match.Equals(Match.lower(value));
                case STARTS -> new Match.Starts(Match.lower(value));
                case REGEX -> new Match.Regex(Pattern.compile(value));
            };
        }
    }

    /** How a rule looks. */
    sealed interface Match {
        boolean fits(String text);

        static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        record Contains(String value) implements Match {
            @Override
            public boolean fits(String text) {
                return lower(text).contains(value);
            }
        }

        record Equals(String value) implements Match {
            @Override
            public boolean fits(String text) {
                return lower(text).equals(value);
            }
        }

        record Starts(String value) implements Match {
            @Override
            public boolean fits(String text) {
                return lower(text).startsWith(value);
            }
        }

        record Regex(Pattern pattern) implements Match {
            @Override
            public boolean fits(String text) {
                return pattern.matcher(text).find();
            }
        }
    }
}
