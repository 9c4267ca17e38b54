package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.target.TargetChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A pipeline as a user sent it, checked, not saved yet. */
record PipelineDraft(
        String name,
        boolean enabled,
        Trigger trigger,
        boolean includeEarlier,
        boolean deliverEarly,
        List<BoosterChoice> boosters,
        List<TargetDraft> targets) {
    static final int LONGEST_NAME = 200;
    private static final String COPY = " (copy)";

    /**
     * A target of it.
     *
     * @param targetId the saved target that is meant; empty for one that may be new
     */
    record TargetDraft(Optional<UUID> targetId, String type, TargetChoice choice) {
        private PipelineTarget unsaved() {
            return PipelineTarget.inUse(
                    targetId.orElseGet(UUID::randomUUID), type, choice.configuration());
        }
    }

    /** As it would be if it had been saved long ago. */
    Pipeline unsaved(UUID id, UUID user) {
        return new Pipeline(
                id,
                user,
                name,
                enabled,
                trigger,
                includeEarlier,
                deliverEarly,
                boosters,
                targets.stream().map(TargetDraft::unsaved).toList(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** The same under a name of its own, disabled: two of a kind would deliver everything twice. */
    PipelineDraft copy() {
        int kept = Math.min(name.codePointCount(0, name.length()), LONGEST_NAME - COPY.length());
        String newName = name.substring(0, name.offsetByCodePoints(0, kept)) + COPY;
        return new PipelineDraft(
                newName, false, trigger, includeEarlier, deliverEarly, boosters, targets);
    }
}
