package io.pulseline.normalizer.intake;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Repeats what failed for want of somebody else, with growing pauses, until it works. */
@ApplicationScoped
class Patience {
    private final IntakeConfig config;
    private final PayloadInHand inHand;
    private final IntakeMetrics metrics;

    Patience(IntakeConfig config, PayloadInHand inHand, IntakeMetrics metrics) {
        this.config = config;
        this.inHand = inHand;
        this.metrics = metrics;
    }

    /**
     * The work's result.
     *
     * <p>Fails in one case only: {@link RecordTooLargeException}, because the broker will say so
     * again.
     *
     * @param whom who is waited for when the work fails or takes long, as operators know them
     */
    <T> Uni<T> untilItWorks(Lane lane, String whom, Uni<T> work) {
        return work.onSubscription()
                .invoke(() -> inHand.waitsFor(lane, whom))
                .onFailure(Patience::passes)
                .invoke(failure -> away(whom, failure))
                .onFailure(Patience::passes)
                .retry()
                .withBackOff(config.firstRetryDelay(), config.longestRetryDelay())
                .indefinitely()
                .invoke(_ -> inHand.goesOn(lane));
    }

    /** Everything does, but a broker's limit on sizes. */
    private static boolean passes(Throwable failure) {
        return !(failure instanceof RecordTooLargeException);
    }

    private void away(String whom, Throwable failure) {
        metrics.outage();
        Log.warnf("payload waits: for=%s because=%s", whom, failure.getMessage());
    }
}
