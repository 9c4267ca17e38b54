package io.pulseline.normalizer.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Since when the present payload has been waiting, and for whom. */
@ApplicationScoped
class PayloadInHand {
    private final Clock clock;
    private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();

    PayloadInHand() {
        this(Clock.systemUTC());
    }

    PayloadInHand(Clock clock) {
        this.clock = clock;
    }

    /** From now on somebody else has to act; a wait that goes on keeps its beginning. */
    void waitsFor(String whom) {
        Instant now = clock.instant();
        waiting.updateAndGet(before ->
                before != null && before.whom().equals(whom) ? before : new Waiting(whom, now));
    }

    /** The wait is over. */
    void goesOn() {
        waiting.set(null);
    }

    /** Whom it has been waiting for longer than {@code patience}. */
    Optional<String> stuckOn(Duration patience) {
        Waiting present = waiting.get();
        return present == null || clock.instant().isBefore(present.since().plus(patience))
                ? Optional.empty()
                : Optional.of(present.whom());
    }

    private record Waiting(String whom, Instant since) {}
}
