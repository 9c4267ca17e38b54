package io.pulseline.pipeline.target;

/** What happened to an activity, as targets hear it. */
public enum EventType {
    CREATED("activity.created"),
    UPDATED("activity.updated"),
    DELETED("activity.deleted");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /** For example {@code activity.created}. */
    public String word() {
        return word;
    }
}
