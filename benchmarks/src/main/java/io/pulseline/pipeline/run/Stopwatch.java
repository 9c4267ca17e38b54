package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A booster under a stopwatch.
 *
 * @param nanoseconds told after each time it was asked something
 */
record Stopwatch(Booster booster, LongConsumer nanoseconds) implements Booster {

    @Override
    public List<Lookup> lookups(Activity activity) {
        return timed(() -> booster.lookups(activity));
    }

    @Override
    public Booster knowing(Background background) {
        return new Stopwatch(booster.knowing(background), nanoseconds);
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        return timed(() -> booster.boost(activity));
    }

    private <T> T timed(Supplier<T> asked) {
        long started = System.nanoTime();
        T answer = asked.get();
        nanoseconds.accept(System.nanoTime() - started);
        return answer;
    }
}
