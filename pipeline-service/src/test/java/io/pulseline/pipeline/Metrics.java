package io.pulseline.pipeline;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.Provenance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;

/** Metrics for tests, of people who live in UTC. */
public final class Metrics {
    private static final int MINUTES = 60;

    private Metrics() {}

    /** The hour of heart rate in which that instant lies, a sample a minute, told to its end. */
    public static HeartRateSeries heartRate(UUID user, Instant in, int beatsPerMinute) {
        Instant start = in.truncatedTo(ChronoUnit.HOURS);
        var local = start.atOffset(ZoneOffset.UTC);
        long captured = Instant.now().toEpochMilli();
        HeartRateSeries hour = new HeartRateSeries();
        hour.setAcquisition(Acquisition.LIVE);
        hour.setProvenance(
                new Provenance("FITBIT", null, "p1", 1, captured, "SENSED", null, null, null));
        String key = Ids.slotKey(local.toLocalDate(), local.getHour());
        hour.setRecordId(Ids.record(user, RecordType.HEART_RATE, key).toString());
        hour.setUser(user.toString());
        hour.setRevision(Revision.of(captured, 1));
        hour.setLocalDate(local.toLocalDate().toString());
        hour.setSlot(local.getHour());
        hour.setStartEpochMillis(start.toEpochMilli());
        hour.setEndEpochMillis(start.plus(1, ChronoUnit.HOURS).toEpochMilli());
        hour.setCoveredUntilEpochMillis(hour.getEndEpochMillis());
        hour.setHeartRate(
                new HeartRateSamples(
                        start.toEpochMilli(),
                        IntStream.range(0, MINUTES).map(minute -> minute * 60_000).boxed().toList(),
                        Collections.nCopies(MINUTES, beatsPerMinute)));
        hour.setContentHash(ContentHash.of(hour));
        return hour;
    }
}
