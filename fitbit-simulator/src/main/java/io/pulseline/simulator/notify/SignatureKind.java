package io.pulseline.simulator.notify;

/** Whether a notification is signed as it should be. */
public enum SignatureKind {
    RIGHT,
    WRONG,
    MISSING
}
