package io.pulseline.ingest.sync;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The providers there are. */
@ApplicationScoped
public class DataProviders {
    private final List<DataProvider> all;

    DataProviders(@All List<DataProvider> all) {
        this.all = List.copyOf(all);
    }

    /** Empty if this build knows no such provider. */
    public Optional<DataProvider> find(String provider) {
        return all.stream().filter(one -> one.provider().equals(provider)).findFirst();
    }

    /**
     * The provider of this name.
     *
     * @throws IllegalStateException if this build knows no such provider
     */
    public DataProvider named(String provider) {
        return find(provider)
                .orElseThrow(() -> new IllegalStateException("no provider is named " + provider));
    }
}
