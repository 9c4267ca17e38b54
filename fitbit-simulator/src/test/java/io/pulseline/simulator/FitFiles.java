package io.pulseline.simulator;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import java.time.Instant;
import java.util.Date;

/** FIT files written with Garmin's encoder. */
final class FitFiles {
    private FitFiles() {}

    /** A run of ten minutes with a heartbeat each minute. */
    static byte[] run(Instant start) {
        return of(File.ACTIVITY, start, true);
    }

    /** A file of that type, which may have no points in time. */
    static byte[] of(File type, Instant start, boolean withRecords) {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(type);
        id.setManufacturer(Manufacturer.DEVELOPMENT);
        id.setTimeCreated(time(start));
        encoder.write(id);
        for (int minute = 0; withRecords && minute <= 10; minute++) {
            RecordMesg record = new RecordMesg();
            record.setTimestamp(time(start.plusSeconds(60L * minute)));
            record.setHeartRate((short) (120 + minute));
            encoder.write(record);
        }
        SessionMesg session = new SessionMesg();
        session.setTimestamp(time(start.plusSeconds(600)));
        session.setStartTime(time(start));
        session.setSport(Sport.RUNNING);
        session.setTotalElapsedTime(600f);
        session.setTotalTimerTime(600f);
        session.setTotalDistance(2000f);
        encoder.write(session);
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(time(start.plusSeconds(600)));
        activity.setNumSessions(1);
        encoder.write(activity);
        return encoder.close();
    }

    private static DateTime time(Instant instant) {
        return new DateTime(Date.from(instant));
    }
}
