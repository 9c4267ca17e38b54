package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import java.util.List;
import java.util.Optional;

/**
 * Which saved target a sent one means: the one it names, else the one with the same settings. A
 * target that stays the same keeps its id, and with it its secret and what was delivered to it.
 */
final class TargetMatch {
    private TargetMatch() {}

    static Optional<TargetRow> find(List<TargetRow> saved, TargetDraft sent) {
        return saved.stream()
                .filter(row -> row.type.equals(sent.type()))
                .filter(row ->
                        sent.targetId()
                                .map(id -> id.equals(row.targetId))
                                .orElseGet(() -> isAlike(row, sent)))
                .findFirst();
    }

    private static boolean isAlike(TargetRow row, TargetDraft sent) {
        String url = PipelineJson.target(row).configuration().path("url").asText();
        return url.equals(sent.choice().configuration().path("url").asText());
    }
}
