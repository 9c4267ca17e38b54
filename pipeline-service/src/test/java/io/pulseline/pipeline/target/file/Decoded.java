package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.Decode;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.plugins.ActivityFileValidationPlugin;
import com.garmin.fit.plugins.ActivityFileValidationResult;
import io.pulseline.contracts.health.Activity;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A FIT file as Garmin's own SDK reads it. */
record Decoded(FitMessages messages) {
    private static final long EPOCH_SECONDS = 631_065_600;

    static Decoded of(Activity activity) {
        return of(ActivityFit.write(activity, List.of()));
    }

    static Decoded of(byte[] file) {
        assertThat(new Decode().checkFileIntegrity(new ByteArrayInputStream(file))).isTrue();
        return new Decoded(new FitDecoder().decode(new ByteArrayInputStream(file)));
    }

    /** What Garmin's check of activity files finds wrong. */
    static List<String> complaints(byte[] file) {
        var check = new ActivityFileValidationPlugin();
        var _ = new FitDecoder().decode(new ByteArrayInputStream(file), check);
        return check.getResults().stream()
                .filter(result -> result.getStatus() == ActivityFileValidationResult.Status.FAILED)
                .map(ActivityFileValidationResult::toString)
                .toList();
    }

    SessionMesg session() {
        assertThat(messages.getSessionMesgs()).hasSize(1);
        return messages.getSessionMesgs().getFirst();
    }

    List<RecordMesg> records() {
        return messages.getRecordMesgs();
    }

    /** Heart rates by second. */
    Map<Instant, Integer> heartRate() {
        Map<Instant, Integer> heartRate = new TreeMap<>();
        for (RecordMesg record : records()) {
            if (record.getHeartRate() != null) {
                heartRate.put(
                        instant(record.getTimestamp().getTimestamp()), (int) record.getHeartRate());
            }
        }
        return heartRate;
    }

    /** The timer, as {@code START 2026-…} and {@code STOP_ALL 2026-…}. */
    List<String> timer() {
        return messages.getEventMesgs().stream()
                .map(event -> word(event) + " " + instant(event.getTimestamp().getTimestamp()))
                .toList();
    }

    private static String word(EventMesg event) {
        EventType type = event.getEventType();
        return type.name();
    }

    static Instant instant(long fitSeconds) {
        return Instant.ofEpochSecond(fitSeconds + EPOCH_SECONDS);
    }

    static double degrees(int semicircles) {
        return semicircles * 180.0 / (1L << 31);
    }
}
