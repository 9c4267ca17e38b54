package io.pulseline.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The calls seen, oldest first; only the newest 20,000 are kept. */
public final class RequestLog {
    private static final int KEPT = 20_000;

    private final Deque<SeenRequest> seen = new ArrayDeque<>();

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
