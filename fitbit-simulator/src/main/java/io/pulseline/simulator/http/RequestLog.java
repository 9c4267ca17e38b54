package io.pulseline.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls seen, oldest first; only the newest 20,000 are kept. */
public final class RequestLog {
    private static final int KEPT = 20_000;

    private final Deque<SeenRequest> seen = new ArrayDeque<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    /** A call has come in; {@link #ended} must follow. */
    public void begun() {
        inFlight.incrementAndGet();
    }

    public void ended() {
        inFlight.decrementAndGet();
    }

    /** Calls that have no answer yet. */
    public int inFlight() {
        return inFlight.get();
    }

    public synchronized void add(SeenRequest request) {
        if (seen.size() == KEPT) {
            seen.removeFirst();
        }
        seen.addLast(request);
    }

    public synchronized List<SeenRequest> all() {
        return List.copyOf(seen);
    }

    public synchronized void clear() {
        seen.clear();
    }
}
