package io.pulseline.ingest.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.arc.Arc;

/** What the service has counted so far. */
public final class Counters {
    private Counters() {}

    /** The counter's value; 0 if it does not exist. */
    public static double of(String name, String... tags) {
        MeterRegistry registry = Arc.container().instance(MeterRegistry.class).get();
        Search search = Search.in(registry).name(name).tags(tags);
        return search.counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
