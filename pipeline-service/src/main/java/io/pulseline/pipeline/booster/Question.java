package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import java.util.List;
import java.util.function.Function;

/**
 * What a booster wants to know besides the activity at hand, and what it makes of the answers.
 *
 * @param lookups none where nothing has to be known
 * @param outcome of a background that knows the answers to them; pure
 */
record Question(List<Lookup> lookups, Function<Background, BoostOutcome> outcome) {
    Question {
        lookups = List.copyOf(lookups);
    }

    /** There is nothing to ask, because there is nothing to add. */
    static Question skipped(String reason) {
        return new Question(List.of(), _ -> new BoostOutcome.Skipped(reason));
    }
}
