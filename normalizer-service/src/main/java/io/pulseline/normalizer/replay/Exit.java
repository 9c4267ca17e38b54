package io.pulseline.normalizer.replay;

/** How a replay can end, as scripts see it. */
enum Exit {
    DONE(0),
    /** Something is left: not all that was sent came out, or a change has no version of its own. */
    UNFINISHED(1),
    USAGE(2),
    NOTHING_FOUND(3),
    /** Kafka or registry do not answer, or lack a topic or schema. */
    AWAY(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
