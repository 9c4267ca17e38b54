package io.pulseline.pipeline.dashboard.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Passes the keys of changed runs on to whoever watches their user. Every replica reads all changes
 * from the moment on at which it starts, so that it does not matter which of them a page is
 * connected to; nothing is lost that matters, because a page reads everything anew when it hears of
 * a change.
 */
@ApplicationScoped
class LiveChanges {
    private final Map<UUID, Set<MultiEmitter<? super UUID>>> watchers = new ConcurrentHashMap<>();

    @Incoming("run-changes")
    void changed(Record<String, byte[]> change) {
        userOf(change.key())
                .map(watchers::get)
                .ifPresent(all -> all.forEach(one -> one.emit(userOf(change.key()).orElseThrow())));
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
