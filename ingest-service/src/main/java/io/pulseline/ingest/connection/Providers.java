package io.pulseline.ingest.connection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The providers there are. */
@ApplicationScoped
class Providers {
    private final List<ConsentProvider> all;

    Providers(@All List<ConsentProvider> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The provider of this name.
     *
     * @throws IllegalStateException if this build knows no such provider
     */
    ConsentProvider named(String provider) {
        return all.stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no provider is named " + provider));
    }

    Optional<ConsentProvider> atPath(String pathName) {
        return all.stream().filter(one -> one.pathName().equals(pathName)).findFirst();
    }
}
