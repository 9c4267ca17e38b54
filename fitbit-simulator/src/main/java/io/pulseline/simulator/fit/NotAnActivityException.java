package io.pulseline.simulator.fit;

/** A file that is no activity. Each place has words of its own for the reason. */
public final class NotAnActivityException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What keeps the file from being one. */
    public enum Reason {
        /** No byte at all. */
        EMPTY,
        /** FIT's mark is missing in the header. */
        NOT_FIT,
        /** Cut, changed on the way, or against the rules of the protocol. */
        MALFORMED,
        /** Not one file_id, or one of another type. */
        OTHER_TYPE,
        /** Not one activity message. */
        NOT_ONE_ACTIVITY,
        /** No session or several. */
        NOT_ONE_SESSION,
        /** The session has none. */
        NO_SPORT,
        /** The session has no start or a record no time. */
        NO_TIME,
        /** A record is earlier than the one before it. */
        TIME_GOES_BACK
    }

    private final Reason reason;

    NotAnActivityException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** The first one found. */
    public Reason reason() {
        return reason;
    }

    static void require(boolean holds, Reason otherwise) throws NotAnActivityException {
        if (!holds) {
            throw new NotAnActivityException(otherwise);
        }
    }
}
