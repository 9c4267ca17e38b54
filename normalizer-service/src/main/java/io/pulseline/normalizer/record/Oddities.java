package io.pulseline.normalizer.record;

import java.util.EnumMap;
import java.util.Map;

/** How often each oddity was met while one payload was mapped. Not for several threads. */
public final class Oddities {
    private final Map<Oddity, Integer> counts = new EnumMap<>(Oddity.class);

    /** One more. */
    public void met(Oddity oddity) {
        counts.merge(oddity, 1, Integer::sum);
    }

    /** What was met at least once. */
    public Map<Oddity, Integer> counts() {
        return Map.copyOf(counts);
    }
}
