package io.pulseline.pipeline.grant;

/** How a grant stands. */
public enum GrantState {
    ACTIVE,
    /** The place does not accept our tokens any more; the user must connect again. */
    NEEDS_REAUTHORIZATION
}
