package io.pulseline.simulator;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeveloperDataIdMesg;
import com.garmin.fit.DeveloperField;
import com.garmin.fit.FieldDescriptionMesg;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.FitBaseType;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
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

    /**
     * A file with every field that is looked for, two laps, fields of a developer, and records of
     * which some lack the heart rate or the position.
     */
    static byte[] full(Instant start) {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        id.setProductName("Größe");
        encoder.write(id);
        DeveloperDataIdMesg developer = new DeveloperDataIdMesg();
        developer.setDeveloperDataIndex((short) 0);
        FieldDescriptionMesg described = described();
        encoder.write(developer);
        encoder.write(described);
        for (int second = 0; second < 12; second++) {
            RecordMesg record = record(start.plusSeconds(second), second);
            DeveloperField field = new DeveloperField(described, developer);
            field.setValue(60_000 + second);
            record.addDeveloperField(field);
            encoder.write(record);
        }
        for (int lap = 0; lap < 2; lap++) {
            LapMesg one = new LapMesg();
            one.setTimestamp(time(start.plusSeconds(6L * (lap + 1))));
            one.setStartTime(time(start.plusSeconds(6L * lap)));
            encoder.write(one);
        }
        encoder.write(session(start, Sport.CYCLING, SubSport.MOUNTAIN));
        encoder.write(activity(start.plusSeconds(12), 5 * 3_600 + 45 * 60));
        return encoder.close();
    }

    private static FieldDescriptionMesg described() {
        FieldDescriptionMesg described = new FieldDescriptionMesg();
        described.setDeveloperDataIndex((short) 0);
        described.setFieldDefinitionNumber((short) 3);
        described.setFitBaseTypeId(FitBaseType.UINT16);
        described.setFieldName(0, "doughnuts");
        return described;
    }

    private static RecordMesg record(Instant time, int second) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(time(time));
        record.setHeartRate(second % 3 == 0 ? Fit.UINT8_INVALID : (short) (120 + second));
        record.setAltitude(12.4f);
        if (second % 4 != 0) {
            record.setPositionLat(-664_241_746 + second);
            record.setPositionLong(149_945_660);
        }
        return record;
    }

    /** Of that kind, with everything that a session is asked for. */
    static SessionMesg session(Instant start, Sport sport, SubSport subSport) {
        SessionMesg session = new SessionMesg();
        session.setTimestamp(time(start.plusSeconds(12)));
        session.setStartTime(time(start));
        session.setSport(sport);
        session.setSubSport(subSport);
        session.setTotalElapsedTime(12.345f);
        session.setTotalTimerTime(11.5f);
        session.setTotalDistance(8_123.45f);
        session.setTotalCalories(312);
        session.setAvgHeartRate((short) 131);
        session.setMaxHeartRate((short) 180);
        return session;
    }

    /** With a wearer's clock so many seconds ahead of UTC. */
    static ActivityMesg activity(Instant end, int offsetSeconds) {
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(time(end));
        activity.setLocalTimestamp(time(end).getTimestamp() + offsetSeconds);
        activity.setNumSessions(1);
        return activity;
    }

    private static DateTime time(Instant instant) {
        return new DateTime(Date.from(instant));
    }
}
