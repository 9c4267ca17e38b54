package io.pulseline.simulator.strava;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.Decode;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.FitRuntimeException;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Garmin's own decoder reads in an uploaded file.
 *
 * @param sport FIT's word in upper case
 * @param subSport FIT's word in upper case; null for none
 * @param elapsedSeconds of the session; null if it does not say
 * @param timerSeconds of the session, pauses left out; null if it does not say
 * @param distanceMetres of the session; null if it does not say
 * @param records points in time
 * @param heartRates records with a heart rate
 * @param positions records with a position
 * @param laps of the file
 */
public record FitActivity(
        String sport,
        @Nullable String subSport,
        Instant start,
        @Nullable Double elapsedSeconds,
        @Nullable Double timerSeconds,
        @Nullable Double distanceMetres,
        @Nullable Integer kilocalories,
        @Nullable Integer averageHeartRate,
        int records,
        int heartRates,
        int positions,
        int laps) {
    private static final String MALFORMED = "The file is malformed.";
    private static final String NO_TIME = "Time information is missing from file.";

    /** A file that is no activity; the message is for whoever uploaded it. */
    static final class NotAnActivity extends Exception {
        private static final long serialVersionUID = 1L;

        NotAnActivity(String message) {
            super(message);
        }
    }

    /** Reads a whole file strictly. */
    static FitActivity read(byte[] file) throws NotAnActivity {
        if (file.length == 0) {
            throw new NotAnActivity("The file is empty.");
        }
        try {
            Decode integrity = new Decode();
            if (!integrity.isFileFit(new ByteArrayInputStream(file))) {
                throw new NotAnActivity("Unrecognized file type.");
            }
            require(new Decode().checkFileIntegrity(new ByteArrayInputStream(file)), MALFORMED);
            return of(new FitDecoder().decode(new ByteArrayInputStream(file)));
        } catch (FitRuntimeException e) {
            throw new NotAnActivity(MALFORMED);
        }
    }

    private static FitActivity of(FitMessages messages) throws NotAnActivity {
        List<FileIdMesg> ids = messages.getFileIdMesgs();
        require(
                ids.size() == 1 && ids.getFirst().getType() == File.ACTIVITY,
                "The FIT file is not of type activity.");
        List<ActivityMesg> activities = messages.getActivityMesgs();
        require(activities.size() == 1, "The FIT file has no activity message.");
        List<SessionMesg> sessions = messages.getSessionMesgs();
        require(sessions.size() == 1, "The FIT file has not one session.");
        SessionMesg session = sessions.getFirst();
        require(session.getSport() != null, "The session has no sport.");
        require(session.getStartTime() != null, NO_TIME);
        List<RecordMesg> records = messages.getRecordMesgs();
        require(!records.isEmpty(), "The file has no records.");
        requireTimes(records);
        return of(session, records, messages.getLapMesgs().size());
    }

    private static FitActivity of(SessionMesg session, List<RecordMesg> records, int laps) {
        SubSport subSport = session.getSubSport();
        return new FitActivity(
                word(Objects.requireNonNull(session.getSport())),
                subSport == null ? null : subSport.name(),
                instant(Objects.requireNonNull(session.getStartTime())),
                number(session.getTotalElapsedTime()),
                number(session.getTotalTimerTime()),
                number(session.getTotalDistance()),
                session.getTotalCalories(),
                session.getAvgHeartRate() == null ? null : (int) session.getAvgHeartRate(),
                records.size(),
                count(records.stream().map(RecordMesg::getHeartRate)),
                count(records.stream().map(RecordMesg::getPositionLat)),
                laps);
    }

    private static String word(Sport sport) {
        return sport.name();
    }

    private static void requireTimes(List<RecordMesg> records) throws NotAnActivity {
        long before = Long.MIN_VALUE;
        for (RecordMesg record : records) {
            DateTime time = record.getTimestamp();
            require(time != null, NO_TIME);
            long seconds = Objects.requireNonNull(time).getTimestamp();
            require(seconds >= before, "Time goes back in the file.");
            before = seconds;
        }
    }

    private static void require(boolean holds, String complaint) throws NotAnActivity {
        if (!holds) {
            throw new NotAnActivity(complaint);
        }
    }

    private static int count(Stream<? extends @Nullable Object> values) {
        return Math.toIntExact(values.filter(Objects::nonNull).count());
    }

    private static @Nullable Double number(@Nullable Float value) {
        return value == null ? null : value.doubleValue();
    }

    private static Instant instant(DateTime time) {
        return time.getDate().toInstant();
    }

    /** Strava's word for it, as far as the file tells. */
    String sportType() {
        String detail = subSport == null ? "" : subSport;
        return switch (sport) {
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
