package io.pulseline.pipeline.upload.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeviceInfoMesg;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import java.time.Instant;

/** FIT files as Garmin's own encoder writes them. */
public final class FitWriter {
    public static final long SERIAL = 3_912_345_678L;

    private final BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);

    /** A file of type activity, made by a device with a serial number. */
    public static FitWriter activity(Instant created) {
        return new FitWriter().with(fileId(created));
    }

    /** Nothing yet. */
    public static FitWriter empty() {
        return new FitWriter();
    }

    public static FileIdMesg fileId(Instant created) {
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        id.setManufacturer(Manufacturer.DEVELOPMENT);
        id.setProduct(7);
        id.setSerialNumber(SERIAL);
        id.setTimeCreated(time(created));
        return id;
    }

    public FitWriter with(Mesg message) {
        encoder.write(message);
        return this;
    }

    /** The device that wrote the file. */
    public FitWriter device(String name) {
        DeviceInfoMesg device = new DeviceInfoMesg();
        device.setDeviceIndex((short) 0);
        device.setProductName(name);
        return with(device);
    }

    /** A heart strap, which did not write it. */
    public FitWriter sensor(String name) {
        DeviceInfoMesg device = new DeviceInfoMesg();
        device.setDeviceIndex((short) 1);
        device.setProductName(name);
        return with(device);
    }

    /** A point with a heart rate and nothing else. */
    public FitWriter beat(Instant at, int beatsPerMinute) {
        RecordMesg record = record(at);
        record.setHeartRate((short) beatsPerMinute);
        return with(record);
    }

    /** The end: when it was, and what the clocks on the wall showed. */
    public FitWriter end(Instant at, long offsetSeconds) {
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(time(at));
        activity.setLocalTimestamp(time(at).getTimestamp() + offsetSeconds);
        activity.setNumSessions(1);
        return with(activity);
    }

    public byte[] bytes() {
        return encoder.close();
    }

    public static RecordMesg record(Instant at) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(time(at));
        return record;
    }

    public static SessionMesg session(Instant start, int seconds, Sport sport, SubSport subSport) {
        SessionMesg session = new SessionMesg();
        session.setStartTime(time(start));
        session.setTimestamp(time(start.plusSeconds(seconds)));
        session.setTotalElapsedTime((float) seconds);
        session.setSport(sport);
        session.setSubSport(subSport);
        return session;
    }

    public static LapMesg lap(Instant start, int seconds, float metres) {
        LapMesg lap = new LapMesg();
        lap.setStartTime(time(start));
        lap.setTimestamp(time(start.plusSeconds(seconds)));
        lap.setTotalElapsedTime((float) seconds);
        lap.setTotalDistance(metres);
        return lap;
    }

    static DateTime time(Instant at) {
        return new DateTime(at.getEpochSecond() - FitMessage.EPOCH_SECONDS);
    }
}
