package io.pulseline.ingest.budget;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts of requests to providers.
 *
 * <p>{@code pulseline_ingest_budget_requests_total}: {@code granted} were made, {@code postponed}
 * were not, for want of quota. {@code pulseline_ingest_budget_refused_total} counts those granted
 * that the provider answered with 429: more than a few tell that our count is wrong.
 */
@ApplicationScoped
class BudgetMetrics {
    private static final String PREFIX = "pulseline.ingest.budget.";

    private final MeterRegistry registry;

    BudgetMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at 0, so that a rate over the first occurrence is seen.
        for (Priority priority : Priority.values()) {
            request(priority, "granted", 0);
            request(priority, "postponed", 0);
        }
        registry.counter(PREFIX + "refused");
    }

    void request(Priority priority, BudgetOutcome outcome) {
        boolean granted = outcome instanceof BudgetOutcome.Granted;
        request(priority, granted ? "granted" : "postponed", 1);
    }

    private void request(Priority priority, String outcome, int count) {
        String name = priority.name().toLowerCase(Locale.ROOT);
        registry.counter(PREFIX + "requests", "priority", name, "outcome", outcome)
                .increment(count);
    }

    void refused() {
        registry.counter(PREFIX + "refused").increment();
    }
}
