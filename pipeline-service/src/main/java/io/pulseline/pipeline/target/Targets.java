package io.pulseline.pipeline.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Every kind of target there is. */
@ApplicationScoped
public class Targets {
    private final List<Target> all;

    Targets(WebhookTarget webhook, KafkaTarget kafka) {
        all = List.of(webhook, kafka);
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
