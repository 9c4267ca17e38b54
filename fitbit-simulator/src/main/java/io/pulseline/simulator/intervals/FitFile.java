package io.pulseline.simulator.intervals;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.DateTime;
import com.garmin.fit.Decode;
import com.garmin.fit.File;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.FitRuntimeException;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Garmin's own decoder reads in an uploaded file.
 *
 * @param type its word for the sport
 * @param offset of the athlete's clock from UTC; UTC where the file does not tell
 * @param elapsedSeconds pauses included
 * @param distanceMetres null if the session does not say
 * @param averageHeartRate beats per minute; null if the session does not say
 * @param records points in time
 * @param heartRates records with a heart rate
 */
public record FitFile(
        String type,
        Instant start,
        ZoneOffset offset,
        double elapsedSeconds,
        @Nullable Double distanceMetres,
        @Nullable Integer averageHeartRate,
        int records,
        int heartRates) {

    /**
     * Reads a whole file strictly.
     *
     * @throws IllegalArgumentException saying what keeps it from being an activity
     */
    static FitFile read(byte[] bytes) {
        try {
            if (bytes.length == 0
                    || !new Decode().checkFileIntegrity(new ByteArrayInputStream(bytes))) {
                throw new IllegalArgumentException("Invalid file");
            }
            return of(new FitDecoder().decode(new ByteArrayInputStream(bytes)));
        } catch (FitRuntimeException e) {
            throw new IllegalArgumentException("Invalid file", e);
        }
    }

    private static FitFile of(FitMessages messages) {
        if (messages.getFileIdMesgs().stream().noneMatch(id -> id.getType() == File.ACTIVITY)) {
            throw new IllegalArgumentException("Not an activity file");
        }
        if (messages.getSessionMesgs().size() != 1) {
            throw new IllegalArgumentException("Not one session");
        }
        SessionMesg session = messages.getSessionMesgs().getFirst();
        DateTime start = session.getStartTime();
        Float elapsed = session.getTotalElapsedTime();
        if (start == null || elapsed == null || session.getSport() == null) {
            throw new IllegalArgumentException("Session without start, time or sport");
        }
        Float distance = session.getTotalDistance();
        return new FitFile(
                type(session),
                start.getDate().toInstant(),
                offset(messages),
                elapsed,
                distance == null ? null : distance.doubleValue(),
                session.getAvgHeartRate() == null ? null : session.getAvgHeartRate().intValue(),
                messages.getRecordMesgs().size(),
                Math.toIntExact(
                        messages.getRecordMesgs().stream()
                                .filter(record -> record.getHeartRate() != null)
                                .count()));
    }

    private static ZoneOffset offset(FitMessages messages) {
        return messages.getActivityMesgs().stream()
                .filter(activity ->
                        activity.getTimestamp() != null && activity.getLocalTimestamp() != null)
                .findFirst()
                .map(FitFile::offset)
                .orElse(ZoneOffset.UTC);
    }

    private static ZoneOffset offset(ActivityMesg activity) {
        long utc = Objects.requireNonNull(activity.getTimestamp()).getTimestamp();
        long local = Objects.requireNonNull(activity.getLocalTimestamp());
        return ZoneOffset.ofTotalSeconds(
                Math.toIntExact(Duration.ofSeconds(local - utc).toMinutes() * 60));
    }

    private static String type(SessionMesg session) {
        return switch (Objects.requireNonNull(session.getSport())) {
            case Sport.RUNNING -> "Run";
            case Sport.CYCLING -> "Ride";
            case Sport.SWIMMING -> "Swim";
            case Sport.WALKING -> "Walk";
            case Sport.HIKING -> "Hike";
            case Sport.ROWING -> "Rowing";
            default -> "Workout";
        };
    }
}
