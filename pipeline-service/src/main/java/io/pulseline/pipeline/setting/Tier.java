package io.pulseline.pipeline.setting;

/** Who may use a part of a pipeline; each tier may what those before it may. */
public enum Tier {
    /** Everybody. */
    HOBBYIST,
    /** Those whom the operator has given more. */
    ATHLETE;

    /** True if who has this tier may use what needs the other one. */
    public boolean covers(Tier needed) {
        return compareTo(needed) >= 0;
    }
}
