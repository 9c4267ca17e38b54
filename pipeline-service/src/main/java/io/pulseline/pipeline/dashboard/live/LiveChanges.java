package io.pulseline.pipeline.dashboard.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Passes the keys of changed runs on to whoever watches their user. Every replica reads all changes
 * from the moment on at which it starts, so that it does not matter which of them a page is
 * connected to; nothing is lost that matters, because a page reads everything anew when it hears of
 * a change, and one that begins to watch hears of what has come since it was read.
 */
@ApplicationScoped
class LiveChanges {
    /**
     * From a page's reading to its watching it takes less, or nobody remembers what was between.
     */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** How far the clocks of two replicas may lie apart: one reads the page, another is watched. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);

    private final Map<UUID, Set<MultiEmitter<? super UUID>>> watchers = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> lastChanges = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> forgotAt = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock;
    private final Instant startedAt;

    LiveChanges(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Incoming("run-changes")
    void changed(Record<String, byte[]> change) {
        userOf(change.key()).ifPresent(this::changed);
    }

    private void changed(UUID user) {
        Instant now = clock.instant();
        lastChanges.put(user, now);
        watchers.getOrDefault(user, Set.of()).forEach(one -> one.emit(user));
        Instant last = forgotAt.get();
        Instant tooOld = now.minus(REMEMBERED);
        if (last.isBefore(tooOld) && forgotAt.compareAndSet(last, now)) {
            lastChanges.values().removeIf(tooOld::isAfter);
        }
    }

    /**
     * Whether a change of the user's runs may have been told since then; true also where that
     * cannot be known: too long ago, or before this replica was there. Who watches before asking
     * this misses nothing.
     */
    boolean mayHaveChanged(UUID user, Instant since) {
        return since.isBefore(startedAt)
                || since.isBefore(clock.instant().minus(REMEMBERED))
                || lastChanges.getOrDefault(user, Instant.MIN).isAfter(since.minus(CLOCKS_APART));
    }

    /** Something for every change of the user's runs, until the watcher goes. */
    Multi<UUID> of(UUID user) {
        return Multi.createFrom()
                .<UUID>emitter(emitter -> watch(user, emitter))
                .onOverflow()
                .drop();
    }

    /** How many watch. */
    int watching(UUID user) {
        return watchers.getOrDefault(user, Set.of()).size();
    }

    private void watch(UUID user, MultiEmitter<? super UUID> emitter) {
        watchers.compute(
                user,
                (_, all) -> {
                    Set<MultiEmitter<? super UUID>> some =
                            all == null ? ConcurrentHashMap.newKeySet() : all;
                    some.add(emitter);
                    return some;
                });
        emitter.onTermination(() ->
                watchers.computeIfPresent(
                        user,
                        (_, all) -> {
                            all.remove(emitter);
                            return all.isEmpty() ? null : all;
                        }));
    }

    private static Optional<UUID> userOf(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException _) {
            // Not written by us; nobody can watch it.
            return Optional.empty();
        }
    }
}
