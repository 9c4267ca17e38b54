package io.pulseline.pipeline.booster;

import static java.util.stream.Collectors.joining;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.Extent;
import io.pulseline.pipeline.booster.criterion.LocalStart;
import io.pulseline.pipeline.booster.criterion.OnWeekday;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables in braces that an activity fills in. What a variable puts in is not looked
 * at again; a brace without its partner is an ordinary character.
 */
record ActivityTemplate(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** What can stand in braces. */
    enum Variable {
        TITLE("title"),
        /** The type as people write it: {@code Treadmill run}. */
        ACTIVITY_TYPE("activityType"),
        /** Of the start, ISO 8601. */
        LOCAL_DATE("localDate"),
        /** Of the start, in English. */
        WEEKDAY("weekday"),
        /** With two decimals. */
        DISTANCE("distanceKilometres"),
        /** From start to end, pauses included, whole minutes. */
        DURATION("durationMinutes");

        private final String word;

        Variable(String word) {
            this.word = word;
        }

        /** All of them in their braces, for people. */
        static String all() {
            return Arrays.stream(values())
                    .map(variable -> "{" + variable.word + "}")
                    .collect(joining(", "));
        }

        private static Optional<Variable> of(String word) {
            return Arrays.stream(values())
                    .filter(variable -> variable.word.equals(word))
                    .findFirst();
        }

        /** Empty where the activity lacks it. */
        private Optional<String> in(Activity activity) {
            return switch (this) {
                case TITLE -> Optional.ofNullable(activity.getTitle());
                case ACTIVITY_TYPE -> Optional.of(written(activity.getActivityType()));
                case LOCAL_DATE ->
                        LocalStart.of(activity).map(start -> start.toLocalDate().toString());
                case WEEKDAY ->
                        LocalStart.of(activity).map(start -> OnWeekday.name(start.getDayOfWeek()));
                case DISTANCE -> Extent.DISTANCE.of(activity).map(value -> decimal("%.2f", value));
                case DURATION -> Extent.DURATION.of(activity).map(value -> decimal("%.0f", value));
            };
        }

        private static String decimal(String format, double value) {
            return String.format(Locale.ROOT, format, value);
        }

        private static String written(String type) {
            return type.isEmpty()
                    ? type
                    : type.charAt(0) + type.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }

    /** Words in braces that are no variable, in their order. */
    List<String> unknownVariables() {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(word -> Variable.of(word).isEmpty())
                .toList();
    }

    /** The first variable in braces that this activity lacks; empty if it can be filled in. */
    Optional<String> lacking(Activity activity) {
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> value(found, activity).isEmpty())
                .map(MatchResult::group)
                .findFirst();
    }

    /** Filled in; a variable that is lacking stays as it is. */
    String filled(Activity activity) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found, activity).orElse(found.group())));
    }

    private static Optional<String> value(MatchResult found, Activity activity) {
        return Variable.of(found.group(1)).flatMap(variable -> variable.in(activity));
    }
}
