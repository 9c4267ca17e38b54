package io.pulseline.simulator.strava;

import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;

/** Strava's words for what a file says and for what is wrong with one. */
final class StravaWords {
    static final String NO_RECORDS = "The file has no records.";

    private StravaWords() {}

    static String complaint(NotAnActivityException.Reason reason) {
        return switch (reason) {
            case EMPTY -> "The file is empty.";
            case NOT_FIT -> "Unrecognized file type.";
            case MALFORMED -> "The file is malformed.";
            case OTHER_TYPE -> "The FIT file is not of type activity.";
            case NOT_ONE_ACTIVITY -> "The FIT file has not one activity message.";
            case NOT_ONE_SESSION -> "The FIT file has not one session.";
            case NO_SPORT -> "The session has no sport.";
            case NO_TIME -> "Time information is missing from file.";
            case TIME_GOES_BACK -> "Time goes back in the file.";
        };
    }

    /** Its sport type, as far as the file tells. */
    static String sportType(FitActivity file) {
        String detail = file.subSport() == null ? "" : file.subSport();
        return switch (file.sport()) {
            case "RUNNING" -> detail.equals("TRAIL") ? "TrailRun" : "Run";
            case "CYCLING" -> detail.equals("MOUNTAIN") ? "MountainBikeRide" : "Ride";
            case "SWIMMING" -> "Swim";
            case "WALKING" -> "Walk";
            case "HIKING" -> "Hike";
            case "ROWING" -> "Rowing";
            case "TRAINING" ->
                    switch (detail) {
                        case "STRENGTH_TRAINING" -> "WeightTraining";
                        case "YOGA" -> "Yoga";
                        case "PILATES" -> "Pilates";
                        default -> "Workout";
                    };
            case "FITNESS_EQUIPMENT" -> detail.equals("ELLIPTICAL") ? "Elliptical" : "Workout";
            default -> "Workout";
        };
    }
}
