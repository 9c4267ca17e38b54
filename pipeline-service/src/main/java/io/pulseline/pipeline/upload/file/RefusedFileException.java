package io.pulseline.pipeline.upload.file;

/** A file cannot be taken; the message is a sentence for its sender, without measured values. */
public final class RefusedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of reason it is. */
    public enum Kind {
        /** More bytes or points than are taken. */
        TOO_LARGE,
        /** Nothing that we read. */
        UNKNOWN_TYPE,
        /** Damaged, or it tells of nothing that can be an activity. */
        UNFIT
    }

    private final Kind kind;

    private RefusedFileException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static RefusedFileException tooLarge(String reason) {
        return new RefusedFileException(Kind.TOO_LARGE, reason);
    }

    public static RefusedFileException unknownType(String reason) {
        return new RefusedFileException(Kind.UNKNOWN_TYPE, reason);
    }

    public static RefusedFileException unfit(String reason) {
        return new RefusedFileException(Kind.UNFIT, reason);
    }

    public Kind kind() {
        return kind;
    }
}
