package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import io.pulseline.contracts.health.Activity;
import java.util.Arrays;
import java.util.List;
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
    enum Field {
        TITLE("title"),
        ACTIVITY_TYPE("activityType"),
        PROVIDER_NAME("providerActivityTypeName");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        @Nullable String in(Activity activity) {
            return switch (this) {
                case TITLE -> activity.getTitle();
                case ACTIVITY_TYPE -> activity.getActivityType();
                case PROVIDER_NAME -> activity.getProviderActivityTypeName();
            };
        }

        static List<String> words() {
            return Arrays.stream(values()).map(field -> field.word).toList();
        }

        static Field of(String word) {
            return Arrays.stream(values())
                    .filter(field -> field.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** How a rule looks. */
    sealed interface Match {
        boolean fits(String text);

        static List<String> words() {
            return List.of("contains", "equals", "starts", "regex");
        }

        static Match of(String word, String value) {
            return switch (word) {
                case "contains" -> new Contains(lower(value));
                case "equals" -> new Equals(lower(value));
                case "starts" -> new Starts(lower(value));
                case "regex" -> new Regex(Pattern.compile(value));
                default -> throw new IllegalArgumentException("no such match: " + word);
            };
        }

        private static String lower(String text) {
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
