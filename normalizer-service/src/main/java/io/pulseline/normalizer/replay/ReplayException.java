package io.pulseline.normalizer.replay;

/** Ends a replay; the message says why and names the way out. */
final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    ReplayException(Exit exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
