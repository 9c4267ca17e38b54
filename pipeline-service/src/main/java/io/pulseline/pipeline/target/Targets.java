package io.pulseline.pipeline.target;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every kind of target there is. */
@ApplicationScoped
public class Targets {
    /** As a reader of the catalogue wants to see them. */
    private static final List<String> ORDER =
            List.of("webhook", "kafka", "fhir", "strava", "intervals-icu", "file-archive");

    private final List<Target> all;

    Targets(@All List<Target> all) {
        for (Target target : all) {
            if (!ORDER.contains(target.id())) {
                throw new IllegalStateException("target " + target.id() + " has no place in order");
            }
        }
        this.all =
                all.stream()
                        .sorted(Comparator.comparingInt(target -> ORDER.indexOf(target.id())))
                        .toList();
    }

    /** In the order a reader of the catalogue wants to see them. */
    public List<Target> all() {
        return all;
    }

    /** The target of that id. */
    public Optional<Target> byId(String id) {
        return all.stream().filter(target -> target.id().equals(id)).findFirst();
    }
}
