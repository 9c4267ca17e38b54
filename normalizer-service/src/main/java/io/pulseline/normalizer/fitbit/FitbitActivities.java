package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.fitbit.TcxDocument.TcxLap;
import io.pulseline.normalizer.fitbit.TcxDocument.TcxPoint;
import io.pulseline.normalizer.record.ActivityRecords;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.MappedActivity;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.TrackColumns;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workout of Fitbit: the log entry, its 1-second heart rate, its TCX.
 *
 * <p>Heart rate comes from the intraday parts, several where the window was split. Only where they
 * hold no sample at all is the TCX's own heart rate taken, because it is the thinner reading of the
 * same sensor; the two are never mixed. A part that was answered with an error, or with nothing,
 * says nothing; what is missing stands in {@code missingParts}, as ingest found it.
 */
public final class FitbitActivities implements PayloadMapper {
    @Override
    public String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public String kind() {
        return PayloadKind.ACTIVITY;
    }

    @Override
    public PayloadCaptured rehearsal() {
        return FitbitRehearsal.payload();
    }

    @Override
    public MappedActivity map(PayloadCaptured payload) {
        Oddities oddities = new Oddities();
        boolean vanished =
                payload.getParts().stream()
                        .anyMatch(part -> part.getKind().equals(PartKind.VANISHED));
        Activity activity =
                vanished ? ActivityRecords.vanished(payload) : present(payload, oddities);
        return new MappedActivity(activity, oddities.counts());
    }

    private static Activity present(PayloadCaptured payload, Oddities oddities) {
        Activity.Builder activity = ActivityRecords.begin(payload);
        PayloadPart logPart = logPart(payload);
        FitbitLog log = FitbitDocuments.log(PartBytes.body(logPart), logPart.getUnitSystem());
        LocalTimes times = new LocalTimes(payload.getZoneHistory(), oddities);
        OffsetDateTime start = log.start(times);
        TcxDocument tcx = tcx(payload, times, oddities);
        fill(activity, log, start);
        activity.setProvenance(provenance(payload, log, tcx));
        activity.setHeartRate(heartRate(payload, log, start, tcx, times, oddities));
        activity.setTrack(track(tcx, oddities));
        activity.setLaps(laps(tcx));
        return ActivityRecords.finish(activity);
    }

    private static PayloadPart logPart(PayloadCaptured payload) {
        PayloadPart log = answered(payload, PartKind.LOG).reduce((_, later) -> later).orElse(null);
        if (log == null) {
            throw new UnmappableException(
                    "payload has neither an activity log nor a vanished mark");
        }
        return log;
    }

    private static Stream<PayloadPart> answered(PayloadCaptured payload, String kind) {
        return payload.getParts().stream()
                .filter(part -> part.getKind().equals(kind))
                .filter(part -> part.getStatus() >= 200 && part.getStatus() < 300)
                .filter(part -> part.getUncompressedBytes() > 0);
    }

    private static void fill(Activity.Builder activity, FitbitLog log, OffsetDateTime start) {
        activity.setTitle(log.name())
                .setActivityType(log.type())
                .setProviderActivityTypeId(log.typeId())
                .setProviderActivityTypeName(log.name())
                .setStartEpochMillis(start.toInstant().toEpochMilli())
                .setStartOffsetSeconds(start.getOffset().getTotalSeconds())
                .setElapsedMilliseconds(log.elapsedMilliseconds())
                .setActiveMilliseconds(log.activeMilliseconds())
                .setDistanceMetres(log.distanceMetres())
                .setEnergyKilocalories(log.energyKilocalories())
                .setSteps(log.steps())
                .setElevationGainMetres(log.elevationGainMetres())
                .setAverageHeartRateBeatsPerMinute(log.averageHeartRate())
                .setHeartRateZones(log.zones());
    }

    /** A log without a source names no device; the TCX often does. */
    private static Provenance provenance(PayloadCaptured payload, FitbitLog log, TcxDocument tcx) {
        return ActivityRecords.provenance(payload)
                .setProviderRecordId(log.id())
                .setRecordingMethod(log.recordingMethod())
                .setDeviceId(log.deviceId())
                .setDeviceName(log.hasSource() ? log.deviceName() : tcx.creatorName())
                .setApplication(log.application())
                .build();
    }

    private static TcxDocument tcx(PayloadCaptured payload, LocalTimes times, Oddities oddities) {
        return answered(payload, PartKind.TCX)
                .reduce((_, later) -> later)
                .map(part -> FitbitDocuments.tcx(PartBytes.body(part), times, oddities))
                .orElse(TcxDocument.EMPTY);
    }

    private static @Nullable HeartRateSamples heartRate(
            PayloadCaptured payload,
            FitbitLog log,
            OffsetDateTime start,
            TcxDocument tcx,
            LocalTimes times,
            Oddities oddities) {
        // Rows tell whole seconds, a start may have milliseconds.
        Instant first = start.toInstant().truncatedTo(ChronoUnit.SECONDS);
        Long elapsed = log.elapsedMilliseconds();
        Instant last = elapsed == null ? null : start.toInstant().plusMillis(elapsed);
        HeartRateColumns columns = new HeartRateColumns(first, last, oddities);
        answered(payload, PartKind.HEART_RATE)
                .forEach(part -> addIntraday(part, start, times, columns, oddities));
        if (columns.isEmpty()) {
            for (TcxPoint point : tcx.points()) {
                if (point.beatsPerMinute() != null) {
                    columns.add(point.time().toInstant(), point.beatsPerMinute());
                }
            }
        }
        return columns.build();
    }

    private static void addIntraday(
            PayloadPart part,
            OffsetDateTime start,
            LocalTimes times,
            HeartRateColumns columns,
            Oddities oddities) {
        HeartRateWindow window = HeartRateWindow.of(part, start.toLocalDate());
        LocalTimes.Sequence sequence = times.from(start);
        for (HeartRateRow row : FitbitDocuments.heartRate(PartBytes.body(part), oddities)) {
            columns.add(sequence.instantOf(window.at(row.time())), row.beatsPerMinute());
        }
    }

    private static @Nullable Track track(TcxDocument tcx, Oddities oddities) {
        TrackColumns columns = new TrackColumns(oddities);
        for (TcxPoint point : tcx.points()) {
            columns.add(
                    point.time().toInstant(),
                    point.latitudeDegrees(),
                    point.longitudeDegrees(),
                    point.altitudeMetres(),
                    point.distanceMetres());
        }
        return columns.build();
    }

    private static @Nullable List<Lap> laps(TcxDocument tcx) {
        List<Lap> laps = new ArrayList<>();
        for (TcxLap lap : tcx.laps()) {
            Double seconds = lap.seconds();
            laps.add(
                    new Lap(
                            lap.start().toInstant().toEpochMilli(),
                            seconds == null ? null : Math.round(seconds * 1000),
                            lap.metres(),
                            lap.kilocalories()));
        }
        return laps.isEmpty() ? null : laps;
    }
}
