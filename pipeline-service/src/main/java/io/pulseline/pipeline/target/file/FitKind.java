package io.pulseline.pipeline.target.file;

/** Global numbers of the FIT messages that we write, and what they have in common. */
final class FitKind {
    static final int FILE_ID = 0;
    static final int SESSION = 18;
    static final int LAP = 19;
    static final int RECORD = 20;
    static final int EVENT = 21;
    static final int DEVICE_INFO = 23;
    static final int ACTIVITY = 34;
    static final int TIME_IN_ZONE = 216;

    /** Of an event: the end of what it tells of. */
    static final long STOP = 1;

    private FitKind() {}

    /** A message of that kind with its time. */
    static FitData at(int kind, long epochMillis) {
        return FitData.of(kind)
                .with(FitData.TIMESTAMP, FitBase.UINT32, FitTime.seconds(epochMillis));
    }
}
