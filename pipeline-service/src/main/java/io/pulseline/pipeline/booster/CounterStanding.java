package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.PastActivity;
import java.util.List;

/**
 * A count of an Auto-Increment booster.
 *
 * @param contains what titles have in them
 * @param startAt the first number
 * @param next what the next activity with that title gets
 */
public record CounterStanding(String contains, int startAt, long next) {

    /**
     * Of each rule, in their order.
     *
     * @param workouts each once, as its pipeline called them; in any order
     * @return none if it is another booster
     */
    public static List<CounterStanding> of(Booster booster, List<PastActivity> workouts) {
        return booster instanceof AutoIncrement counting
                ? counting.rules().stream()
                        .map(rule ->
                                new CounterStanding(
                                        rule.contained().value(),
                                        rule.startAt(),
                                        rule.numberAfter(workouts)))
                        .toList()
                : List.of();
    }
}
