package io.pulseline.ingest.intake;

/** A record that could be decoded and can never be followed. */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells why, without anything a person has written. */
    public PoisonException(String reason) {
        super(reason);
    }
}
