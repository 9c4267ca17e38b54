package io.pulseline.simulator.intervals;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Who may call, and how often: Basic with the user {@code API_KEY}, the key as the password. */
final class IntervalsGate {
    private static final String USER = "API_KEY:";
    private static final String OWNER = "0";
    private static final long FIRST_ATHLETE = 40_857;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Map<String, String> athletes = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(FIRST_ATHLETE);
    private final Supplier<IntervalsKnobs> knobs;
    private double spent;
    private long before = System.nanoTime();

    IntervalsGate(Supplier<IntervalsKnobs> knobs) {
        this.knobs = knobs;
    }

    /** A new athlete with that key, or the one who has it; answers the id. */
    String hasKey(String key) {
        return athletes.computeIfAbsent(key, _ -> "i" + next.getAndIncrement());
    }

    /** The athlete makes a new key: the old ones are worth nothing. */
    void revoke(String athlete) {
        athletes.values().removeIf(athlete::equals);
    }

    /** Ids by key. */
    Map<String, String> keys() {
        return new TreeMap<>(athletes);
    }

    void clear() {
        athletes.clear();
        next.set(FIRST_ATHLETE);
        synchronized (this) {
            spent = 0;
        }
    }

    /** For calls whose path names the athlete. */
    Handler own(BiFunction<Request, String, Answer> call) {
        return request -> {
            String caller = caller(request);
            String meant = request.pathValue("athlete");
            if (!meant.equals(OWNER) && !meant.equals(caller) && !("i" + meant).equals(caller)) {
                return IntervalsErrors.of(403, "Access denied");
            }
            return call.apply(request, caller);
        };
    }

    /** For calls whose path names a thing of the caller. */
    Handler any(BiFunction<Request, String, Answer> call) {
        return request -> call.apply(request, caller(request));
    }

    private String caller(Request request) {
        if (!isWithinRate()) {
            throw new Refused(IntervalsErrors.tooMany());
        }
        String header = request.header("Authorization").orElse("");
        if (header.startsWith("Bearer ")) {
            throw new Refused(IntervalsErrors.of(403, "Access denied"));
        }
        String athlete = key(header).map(athletes::get).orElse(null);
        if (athlete == null) {
            throw new Refused(IntervalsErrors.of(401, "Unauthorized"));
        }
        request.isAbout(athlete);
        return athlete;
    }

    private static Optional<String> key(String header) {
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(
                            Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8);
            return pair.startsWith(USER)
                    ? Optional.of(pair.substring(USER.length()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private synchronized boolean isWithinRate() {
        long now = System.nanoTime();
        double regained = (now - before) / NANOSECONDS_PER_SECOND * knobs.get().requestsPerSecond();
        spent = Math.max(0, spent - regained);
        before = now;
        if (spent + 1 > knobs.get().burst()) {
            return false;
        }
        spent++;
        return true;
    }
}
