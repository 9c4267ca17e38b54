package io.pulseline.pipeline.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of table {@code pipeline}. */
@Entity
@Table(name = "pipeline")
class PipelineRow {
    @Id
    @Column(name = "pipeline_id")
    UUID pipelineId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "name")
    String name = "";

    @Column(name = "enabled")
    boolean enabled;

    @Column(name = "record_type")
    String recordType = "";

    @Column(name = "trigger_lists")
    String triggerLists = "{}";

    @Column(name = "include_earlier")
    boolean includeEarlier;

    @Column(name = "deliver_early")
    boolean deliverEarly;

    @Column(name = "boosters")
    String boosters = "[]";

    /** Place among the user's pipelines; age decides between equal ones. */
    @Column(name = "position")
    int position;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    /** All that the user chooses, but the targets. */
    void choose(PipelineDraft draft) {
        name = draft.name();
        enabled = draft.enabled();
        recordType = draft.trigger().record();
        triggerLists = PipelineJson.lists(draft.trigger());
        includeEarlier = draft.includeEarlier();
        deliverEarly = draft.deliverEarly();
        boosters = PipelineJson.text(draft.boosters());
    }
}
