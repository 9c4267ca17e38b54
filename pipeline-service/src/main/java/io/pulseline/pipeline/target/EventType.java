package io.pulseline.pipeline.target;

import io.pulseline.contracts.OpenSets.RecordType;

/** What happened to a record, as targets hear it. */
public enum EventType {
    CREATED("created"),
    UPDATED("updated"),
    DELETED("deleted");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /** For example {@code activity.created}; {@code metric.created} for every type of metric. */
    public String of(String recordType) {
        return (recordType.equals(RecordType.ACTIVITY) ? "activity." : "metric.") + word;
    }
}
