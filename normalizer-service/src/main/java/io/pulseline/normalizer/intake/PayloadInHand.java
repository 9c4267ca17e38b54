package io.pulseline.normalizer.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Since when the present payload of each lane has been waiting, and for whom. */
@ApplicationScoped
class PayloadInHand {
    private final Clock clock;
    private final Map<Lane, Waiting> waiting = new ConcurrentHashMap<>();

    PayloadInHand() {
        this(Clock.systemUTC());
    }

    PayloadInHand(Clock clock) {
        this.clock = clock;
    }

    /** From now on somebody else has to act; a wait that goes on keeps its beginning. */
    void waitsFor(Lane lane, String whom) {
        Waiting anew = new Waiting(whom, clock.instant());
        waiting.merge(lane, anew, (before, _) -> before.whom().equals(whom) ? before : anew);
    }

    /** The wait is over. */
    void goesOn(Lane lane) {
        waiting.remove(lane);
    }

    /** Whom a payload has been waiting for longer than {@code patience}. */
    Optional<String> stuckOn(Duration patience) {
        Instant now = clock.instant();
        return waiting.values().stream()
                .filter(wait -> !now.isBefore(wait.since().plus(patience)))
                .map(Waiting::whom)
                .findFirst();
    }

    private record Waiting(String whom, Instant since) {}
}
