package io.pulseline.simulator;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.Decode;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SubSport;
import io.pulseline.simulator.fit.FitActivity;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Garmin's own decoder reads in a file that is an activity. */
final class GarminReading {
    private GarminReading() {}

    static boolean isWhole(byte[] file) {
        return new Decode().checkFileIntegrity(new ByteArrayInputStream(file));
    }

    static FitActivity of(byte[] file) {
        FitMessages messages = new FitDecoder().decode(new ByteArrayInputStream(file));
        SessionMesg session = messages.getSessionMesgs().getFirst();
        SubSport subSport = session.getSubSport();
        List<RecordMesg> records = messages.getRecordMesgs();
        Short heartRate = session.getAvgHeartRate();
        return new FitActivity(
                session.getSport().name(),
                subSport == null ? null : subSport.name(),
                session.getStartTime().getDate().toInstant(),
                offset(messages.getActivityMesgs().getFirst()),
                number(session.getTotalElapsedTime()),
                number(session.getTotalTimerTime()),
                number(session.getTotalDistance()),
                session.getTotalCalories(),
                heartRate == null ? null : heartRate.intValue(),
                records.size(),
                count(records, record -> record.getHeartRate() != null),
                count(
                        records,
                        record ->
                                record.getPositionLat() != null
                                        && record.getPositionLong() != null),
                messages.getLapMesgs().size());
    }

    private static @Nullable ZoneOffset offset(ActivityMesg activity) {
        Long local = activity.getLocalTimestamp();
        if (local == null || activity.getTimestamp() == null) {
            return null;
        }
        long utc = Objects.requireNonNull(activity.getTimestamp().getTimestamp());
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(local - utc));
    }

    private static @Nullable Double number(@Nullable Float value) {
        return value == null ? null : value.doubleValue();
    }

    private static int count(List<RecordMesg> records, Predicate<RecordMesg> which) {
        return Math.toIntExact(records.stream().filter(which).count());
    }
}
