package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import java.time.Instant;
import java.util.List;

/**
 * A booster that has to know more than the activity at hand. What it asks and what it makes of the
 * answers stand in one {@link Question}, so that they cannot drift apart.
 */
interface AskingBooster extends Booster {
    /**
     * Of this activity; the same each time. It is put together twice, once to ask and once to
     * answer: what takes long belongs into its outcome.
     */
    Question question(Activity activity);

    @Override
    default List<Lookup> lookups(Activity activity) {
        return question(activity).lookups();
    }

    @Override
    default Booster knowing(Background background) {
        return activity -> question(activity).outcome().apply(background);
    }

    /**
     * Knowing nothing.
     *
     * @throws IllegalStateException if it has to know something of this activity
     */
    @Override
    default BoostOutcome boost(Activity activity) {
        return knowing(Background.at(Instant.EPOCH)).boost(activity);
    }
}
