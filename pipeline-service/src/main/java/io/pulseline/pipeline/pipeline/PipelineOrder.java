package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.form.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All pipelines of a user, each once, in the order they want. */
record PipelineOrder(List<UUID> pipelineIds) {
    static final String FIELD = "pipelineIds";

    PipelineOrder {
        pipelineIds = List.copyOf(pipelineIds);
    }

    /** What keeps it from being an order of these pipelines; empty if nothing does. */
    List<FieldError> complaints(List<UUID> own) {
        List<FieldError> complaints = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int place = 0; place < pipelineIds.size(); place++) {
            UUID id = pipelineIds.get(place);
            String field = FIELD + "[" + place + "]";
            if (!seen.add(id)) {
                complaints.add(new FieldError(field, "comes twice: " + id));
            } else if (!own.contains(id)) {
                complaints.add(new FieldError(field, "is no pipeline of yours: " + id));
            }
        }
        own.stream()
                .filter(id -> !seen.contains(id))
                .map(id -> new FieldError(FIELD, "lacks your pipeline " + id))
                .forEach(complaints::add);
        return complaints;
    }
}
