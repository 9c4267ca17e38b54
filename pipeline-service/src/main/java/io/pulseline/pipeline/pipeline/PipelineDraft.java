package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.target.TargetChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A pipeline as a user sent it, checked, not saved yet. */
record PipelineDraft(
        String name,
        boolean enabled,
        String recordType,
        boolean includeEarlier,
        List<BoosterChoice> boosters,
        List<TargetDraft> targets) {

    /**
     * A target of it.
     *
     * @param targetId the saved target that is meant; empty for one that may be new
     */
    record TargetDraft(Optional<UUID> targetId, String type, TargetChoice choice) {}
}
