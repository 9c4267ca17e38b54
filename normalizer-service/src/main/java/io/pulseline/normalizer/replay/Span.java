package io.pulseline.normalizer.replay;

/**
 * A stretch of one partition.
 *
 * @param from first offset
 * @param end first offset behind it
 */
record Span(long from, long end) {
    boolean isEmpty() {
        return from >= end;
    }
}
