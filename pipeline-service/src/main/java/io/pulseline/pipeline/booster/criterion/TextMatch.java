package io.pulseline.pipeline.booster.criterion;

import com.google.re2j.Pattern;
import io.pulseline.pipeline.setting.Word;
import java.util.Locale;

/**
 * How a text is looked at. Upper and lower case are the same, but not in a regular expression (RE2
 * syntax: no pattern can run for ever).
 */
public sealed interface TextMatch {
    boolean fits(String text);

    /** What is asked, after the name of the field: {@code contains "hill"}. */
    String asked();

    /** The ways there are, as settings spell them. */
    enum Kind implements Word {
        CONTAINS("contains"),
        EQUALS("equals"),
        STARTS("starts"),
        REGEX("regex");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        /**
         * The match of this kind.
         *
         * @throws com.google.re2j.PatternSyntaxException if the value is no regular expression
         */
        public TextMatch with(String value) {
            return switch (this) {
                case CONTAINS -> new Contains(value);
                case EQUALS -> new Equals(value);
                case STARTS -> new Starts(value);
                case REGEX -> new Regex(Pattern.compile(value));
            };
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String quoted(String value) {
        return " \"" + value + "\"";
    }

    /** Somewhere inside. */
    record Contains(String value) implements TextMatch {
        @Override
        public boolean fits(String text) {
            return lower(text).contains(lower(value));
        }

        @Override
        public String asked() {
            return "contains" + quoted(value);
        }
    }

    /** From the first character to the last. */
    record Equals(String value) implements TextMatch {
        @Override
        public boolean fits(String text) {
            return lower(text).equals(lower(value));
        }

        @Override
        public String asked() {
            return "is" + quoted(value);
        }
    }

    /** At the beginning. */
    record Starts(String value) implements TextMatch {
        @Override
        public boolean fits(String text) {
            return lower(text).startsWith(lower(value));
        }

        @Override
        public String asked() {
            return "starts with" + quoted(value);
        }
    }

    /** Somewhere inside, unless the pattern is anchored. */
    record Regex(Pattern pattern) implements TextMatch {
        @Override
        public boolean fits(String text) {
            return pattern.matcher(text).find();
        }

        @Override
        public String asked() {
            return "matches" + quoted(pattern.pattern());
        }
    }
}
