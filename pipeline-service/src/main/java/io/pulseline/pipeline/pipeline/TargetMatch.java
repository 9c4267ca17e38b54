package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * Which saved target a sent one means: the one it names, else the one that leads to the same place.
 * A target that stays the same keeps its id, and with it its secret and what was delivered to it.
 */
final class TargetMatch {
    private TargetMatch() {}

    static Optional<TargetRow> find(List<TargetRow> saved, TargetDraft sent, Target kind) {
        return saved.stream()
                .filter(row -> row.type.equals(sent.type()))
                .filter(row ->
                        sent.targetId()
                                .map(id -> id.equals(row.targetId))
                                .orElseGet(() -> isThere(row, sent, kind)))
                .findFirst();
    }

    /** True if both lead to the same place. */
    static boolean isThere(TargetRow row, TargetDraft sent, Target kind) {
        return kind.place(PipelineJson.target(row).configuration())
                .equals(kind.place(sent.choice().configuration()));
    }
}
