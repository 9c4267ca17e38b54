package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.fitbit.IntradayDocument.Series;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.PayloadParts;
import io.pulseline.normalizer.record.RecordFrame;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import io.pulseline.normalizer.tcx.TcxDocument;
import io.pulseline.normalizer.tcx.TcxReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workout of Fitbit: the log entry, its 1-second heart rate, its TCX.
 *
 * <p>Heart rate comes from the intraday parts, several where the window was split. Only where they
 * hold no sample at all is the TCX's own heart rate taken, because it is the thinner reading of the
 * same sensor; the two are never mixed. A part that was answered with an error, or with nothing,
 * says nothing; what is missing stands in {@code missingParts}, as ingest found it.
 */
final class FitbitActivities extends FitbitMapper {
    FitbitActivities() {
        super(PayloadKind.ACTIVITY);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        RecordFrame frame = new RecordFrame(payload, RecordKind.ACTIVITY);
        PayloadParts parts = new PayloadParts(payload);
        Oddities oddities = new Oddities();
        Activity.Builder activity =
                Activity.newBuilder()
                        .setProvenance(frame.provenance().build())
                        .setThingKey(payload.getThingKey())
                        .setCompleteness(payload.getCompleteness())
                        .setMissingParts(new ArrayList<>(payload.getMissingParts()));
        MappedRecord record =
                parts.tellVanished()
                        ? frame.vanished(activity.build(), payload.getThingKey())
                        : present(payload, frame, parts, activity, oddities);
        return new Mapping(List.of(record), oddities.counts());
    }

    private static MappedRecord present(
            PayloadCaptured payload,
            RecordFrame frame,
            PayloadParts parts,
            Activity.Builder activity,
            Oddities oddities) {
        PayloadPart logPart = logPart(parts);
        FitbitLog log = FitbitDocuments.log(PartBytes.body(logPart), logPart.getUnitSystem());
        LocalTimes times = new LocalTimes(payload.getZoneHistory(), oddities);
        OffsetDateTime start = log.start(times);
        TcxDocument tcx = tcx(parts, times, oddities);
        fill(activity, log, start);
        activity.setProvenance(provenance(frame, log, tcx));
        activity.setHeartRate(heartRate(parts, log, start, tcx, times, oddities));
        activity.setTrack(tcx.track(oddities));
        activity.setLaps(tcx.recordedLaps());
        Long elapsed = log.elapsedMilliseconds();
        return frame.complete(
                activity.build(),
                payload.getThingKey(),
                start.toInstant().plusMillis(elapsed == null ? 0 : elapsed));
    }

    private static PayloadPart logPart(PayloadParts parts) {
        return parts.latest(PartKind.LOG)
                .orElseThrow(() ->
                        new UnmappableException(
                                "payload has neither an activity log nor a vanished mark"));
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
    private static Provenance provenance(RecordFrame frame, FitbitLog log, TcxDocument tcx) {
        return frame.provenance()
                .setProviderRecordId(log.id())
                .setRecordingMethod(log.recordingMethod())
                .setDeviceId(log.deviceId())
                .setDeviceName(log.hasSource() ? log.deviceName() : tcx.creatorName())
                .setApplication(log.application())
                .build();
    }

    private static TcxDocument tcx(PayloadParts parts, LocalTimes times, Oddities oddities) {
        return parts.latest(PartKind.TCX)
                .map(part -> TcxReader.read(PartBytes.body(part), times, oddities))
                .orElse(TcxDocument.EMPTY);
    }

    private static @Nullable HeartRateSamples heartRate(
            PayloadParts parts,
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
        parts.answered(PartKind.HEART_RATE)
                .forEach(part -> addIntraday(part, start, times, columns, oddities));
        if (columns.isEmpty()) {
            tcx.addHeartRate(columns);
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
        FitbitDocuments.intraday(
                PartBytes.body(part),
                Series.HEART_RATE,
                oddities,
                (time, value) -> columns.add(sequence.instantOf(window.at(time)), value));
    }
}
