package io.pulseline.normalizer.record;

/** What all series share: offsets in milliseconds from their first instant. */
final class Columns {
    private Columns() {}

    static int offset(long startMillis, long millis, String series) {
        long offset = millis - startMillis;
        if (offset > Integer.MAX_VALUE) {
            throw new UnmappableException(
                    series + " reaches over more than 24 days; no thing does");
        }
        return (int) offset;
    }
}
