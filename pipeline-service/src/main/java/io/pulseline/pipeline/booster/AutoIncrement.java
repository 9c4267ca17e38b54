package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.TextMatch;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers activities by their titles: {@code Parkrun (#12)}. The first rule that fits gives the
 * number: where it starts, and one more for each workout before whose title has the same text in
 * it, also if another rule gave that one its number.
 */
record AutoIncrement(List<Rule> rules) implements AskingBooster {
    /** What an earlier number left; there may be several from before. */
    private static final Pattern NUMBERS_BEHIND = Pattern.compile("(\\s*\\(#\\d+\\))+\\s*$");

    AutoIncrement {
        rules = List.copyOf(rules);
    }

    /**
     * One count.
     *
     * @param contained what a title must have in it, whatever number stands behind
     * @param startAt the first number, 1 or more
     */
    record Rule(TextMatch.Contains contained, int startAt) {
        boolean fits(@Nullable String title) {
            return title != null && contained.fits(withoutNumber(title));
        }

        /** What the next one gets after all these. */
        long numberAfter(List<PastActivity> earlier) {
            return startAt + earlier.stream().filter(one -> fits(one.title())).count();
        }
    }

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(activity, this::question);
    }

    private Question question(AtHand atHand) {
        String title = atHand.activity().getTitle();
        if (title == null) {
            return Question.skipped("no title");
        }
        return rules.stream()
                .filter(rule -> rule.fits(title))
                .findFirst()
                .map(rule ->
                        atHand.workouts(
                                atHand.since(Instant.EPOCH),
                                history -> added(title, rule, history)))
                .orElseGet(() -> Question.skipped("no rule fits"));
    }

    private static BoostOutcome added(String title, Rule rule, WorkoutHistory history) {
        long number = rule.numberAfter(history.before());
        return BoostOutcome.Added.builder()
                .title(withoutNumber(title) + " (#" + number + ")")
                .value("number", (double) number)
                .build();
    }

    private static String withoutNumber(String title) {
        return NUMBERS_BEHIND.matcher(title).replaceFirst("").stripTrailing();
    }
}
