package io.pulseline.pipeline.setting;

/** Who may use a part of a pipeline. */
public enum Tier {
    /** Everybody. */
    HOBBYIST,
    /** Those whom the operator has given more. */
    ATHLETE
}
