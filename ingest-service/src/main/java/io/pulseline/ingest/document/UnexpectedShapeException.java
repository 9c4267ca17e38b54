package io.pulseline.ingest.document;

import java.io.IOException;

/** Well-formed, but not of the documented shape: it would be the same if it were asked again. */
public final class UnexpectedShapeException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was expected.
     *
     * @param message never quotes the document
     */
    public UnexpectedShapeException(String message) {
        super(message);
    }
}
