package io.pulseline.ingest.budget;

import io.pulseline.contracts.OpenSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What a provider lets us ask, however its quota comes back.
 *
 * <p>A provider is one of {@link OpenSets.Provider}.
 */
@ApplicationScoped
public class ProviderQuotas {
    private final RequestBudget windows;
    private final RequestBuckets buckets;

    ProviderQuotas(RequestBudget windows, RequestBuckets buckets) {
        this.windows = windows;
        this.buckets = buckets;
    }

    private static boolean comesBackEvenly(String provider) {
        return provider.equals(OpenSets.Provider.GOOGLE_HEALTH);
    }

    /** Requests left for live work of this connection; empty if not known. Blocks. */
    public OptionalInt requestsLeft(String provider, UUID connection) {
        return comesBackEvenly(provider)
                ? buckets.requestsLeft(connection)
                : windows.requestsLeft(connection);
    }

    /** Requests an hour that this priority may make for one connection. */
    public int perHour(String provider, Priority priority) {
        return comesBackEvenly(provider) ? buckets.perHour(priority) : windows.perHour(priority);
    }

    /**
     * Requests an hour that this priority may make for all connections together; empty where only
     * each user's are counted.
     */
    public OptionalInt perHourOfAll(String provider, Priority priority) {
        return comesBackEvenly(provider)
                ? OptionalInt.of(buckets.perHourOfAll(priority))
                : OptionalInt.empty();
    }
}
