package io.pulseline.localstack.play;

/** Shows how a play goes on and how it ended. */
interface PlayPrinter {
    /** A part of the stack is ready. */
    void started(String step, double seconds);

    /** Everybody is connected. */
    void connected(int people);

    /** Another simulated day is over. */
    void lived(PlayOptions options, TimeMover time);

    /** Time has stopped; now the topics are read. */
    void compares();

    /** It is over. */
    void ended(PlayResult result);

    /** It broke off. */
    void brokeOff(String reason);

    /** Something to know beside it. */
    void remark(String sentence);
}
