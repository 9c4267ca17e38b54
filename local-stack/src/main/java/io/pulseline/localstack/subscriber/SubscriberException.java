package io.pulseline.localstack.subscriber;

/** Something does not go; says what and what to do. */
final class SubscriberException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String wayOut;

    /**
     * @param problem one sentence
     * @param wayOut what to do, any number of lines
     */
    SubscriberException(String problem, String wayOut) {
        super(problem);
        this.wayOut = wayOut;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String wayOut() {
        return wayOut;
    }
}
