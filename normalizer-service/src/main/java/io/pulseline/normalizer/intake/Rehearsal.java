package io.pulseline.normalizer.intake;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes a payload of every kind the whole way once, publishing nothing, before the first real one
 * comes: the first user need not wait for classes and schemas to load. Nothing depends on it.
 */
@ApplicationScoped
class Rehearsal {
    private final PayloadReader reader;

    Rehearsal(PayloadReader reader) {
        this.reader = reader;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("rehearsal").start(this::take);
    }

    private void take() {
        try {
            Mappers.all().forEach(mapper -> reader.rehearse(mapper.rehearsal()));
        } catch (RegistryUnavailableException e) {
            Log.infof("no rehearsal: the schema registry does not answer yet");
        }
    }
}
