package io.pulseline.pipeline.booster;

import com.google.re2j.Pattern;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.TextMatch;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers activities by their titles: {@code Parkrun (#12)}. The first rule that fits gives the
 * number: where it starts, and one more for each workout before whose title has the same text in
 * it, also if another rule gave that one its number.
 */
record AutoIncrement(List<Rule> rules, Background background) implements Booster {
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
    }

    @Override
    public List<Lookup> lookups(Activity activity) {
        return whyNot(activity).isPresent() ? List.of() : List.of(lookup(activity));
    }

    @Override
    public Booster knowing(Background known) {
        return new AutoIncrement(rules, known);
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        Optional<String> reason = whyNot(activity);
        if (reason.isPresent()) {
            return new BoostOutcome.Skipped(reason.get());
        }
        WorkoutHistory history = background.workouts(lookup(activity), activity);
        return PastWorkouts.countedElsewhere(history)
                .orElseGet(() -> added(activity.getTitle(), history));
    }

    private Optional<String> whyNot(Activity activity) {
        if (activity.getStartEpochMillis() == null) {
            return Optional.of("no start");
        }
        if (activity.getTitle() == null) {
            return Optional.of("no title");
        }
        return rule(activity.getTitle()).isPresent()
                ? Optional.empty()
                : Optional.of("no rule fits");
    }

    private static Lookup.Activities lookup(Activity activity) {
        return UntilNow.lookup(Instant.EPOCH, PastActivity.of(activity));
    }

    private Optional<Rule> rule(String title) {
        return rules.stream().filter(rule -> rule.fits(title)).findFirst();
    }

    private BoostOutcome added(String title, WorkoutHistory history) {
        Rule rule = rule(title).orElseThrow();
        long earlier = history.before().stream().filter(one -> rule.fits(one.title())).count();
        long number = rule.startAt() + earlier;
        return BoostOutcome.Added.builder()
                .title(withoutNumber(title) + " (#" + number + ")")
                .value("number", (double) number)
                .build();
    }

    private static String withoutNumber(String title) {
        return NUMBERS_BEHIND.matcher(title).replaceFirst("").stripTrailing();
    }
}
