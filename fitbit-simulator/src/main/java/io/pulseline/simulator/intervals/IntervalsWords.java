package io.pulseline.simulator.intervals;

import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;

/** The words of intervals.icu for what a file says and for what is wrong with one. */
final class IntervalsWords {
    static final String INCOMPLETE_SESSION = "Session without start, time or sport";

    private IntervalsWords() {}

    static String complaint(NotAnActivityException.Reason reason) {
        return switch (reason) {
            case EMPTY, NOT_FIT, MALFORMED -> "Invalid file";
            case OTHER_TYPE -> "Not an activity file";
            case NOT_ONE_ACTIVITY -> "Not one activity message";
            case NOT_ONE_SESSION -> "Not one session";
            case NO_SPORT -> INCOMPLETE_SESSION;
            case NO_TIME -> "Session or record without time";
            case TIME_GOES_BACK -> "Time goes back";
        };
    }

    /** Its type, as far as the file tells. */
    static String type(FitActivity file) {
        return switch (file.sport()) {
            case "RUNNING" -> "Run";
            case "CYCLING" -> "Ride";
            case "SWIMMING" -> "Swim";
            case "WALKING" -> "Walk";
            case "HIKING" -> "Hike";
            case "ROWING" -> "Rowing";
            default -> "Workout";
        };
    }
}
