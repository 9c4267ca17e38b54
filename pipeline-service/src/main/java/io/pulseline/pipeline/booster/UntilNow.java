package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user did until the activity at hand. Whatever began after it is left out, so that an
 * activity that is imported late, or sent through once more, gets what it would have got in time.
 */
final class UntilNow {
    private UntilNow() {}

    /**
     * All since then. It reaches to the end of the activity at hand, not to its start: the same
     * workout on another device may have begun a little later.
     */
    static Lookup.Activities lookup(Instant from, PastActivity atHand) {
        return new Lookup.Activities(from, atHand.endedAt().plusMillis(1));
    }

    /** The first instant that has that date anywhere, whatever the offset. */
    static Instant beginningOf(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.MAX);
    }

    /** Those that count and began before the one at hand, and the one at hand. */
    static List<PastActivity> workouts(WorkoutHistory history) {
        return Stream.concat(history.before().stream(), Stream.of(history.current())).toList();
    }
}
