package io.pulseline.contracts;

/**
 * Orders all readings of one record: a newer capture wins, of one capture the newer mapping.
 *
 * <p>As a number: capture time in epoch milliseconds x 1024 + mapping version.
 */
public final class Revision {
    static final int MAPPING_VERSIONS = 1024;

    private Revision() {}

    /**
     * The revision of one reading.
     *
     * @param capturedEpochMillis when ingest captured the payload, not negative
     * @param mappingVersion 0 to 1023
     */
    public static long of(long capturedEpochMillis, int mappingVersion) {
        if (mappingVersion < 0 || mappingVersion >= MAPPING_VERSIONS) {
            throw new IllegalArgumentException(
                    "mapping version "
                            + mappingVersion
                            + " is outside 0 to "
                            + (MAPPING_VERSIONS - 1));
        }
        if (capturedEpochMillis < 0) {
            throw new IllegalArgumentException(
                    "capture time " + capturedEpochMillis + " is before 1970");
        }
        return Math.addExact(
                Math.multiplyExact(capturedEpochMillis, (long) MAPPING_VERSIONS), mappingVersion);
    }

    /** The capture time inside a revision, epoch milliseconds. */
    public static long capturedEpochMillis(long revision) {
        return revision / MAPPING_VERSIONS;
    }
}
