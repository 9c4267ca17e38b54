package io.pulseline.pipeline.target.file;

/**
 * FIT's time: whole seconds since 1989-12-31T00:00:00Z. What happened within a second is told as at
 * its beginning.
 */
final class FitTime {
    private static final long EPOCH_SECONDS = 631_065_600;

    /** Smaller numbers are seconds since a device was switched on. */
    private static final long LEAST_SECONDS = 0x1000_0000L;

    private FitTime() {}

    /** FIT's seconds of an instant in epoch milliseconds. */
    static long seconds(long epochMillis) {
        return Math.floorDiv(epochMillis, 1000L) - EPOCH_SECONDS;
    }

    /** Whether FIT can tell that instant: 1998-07-03 to 2126. */
    static boolean canTell(long epochMillis) {
        long seconds = seconds(epochMillis);
        return seconds >= LEAST_SECONDS && FitBase.UINT32.holds(seconds);
    }
}
