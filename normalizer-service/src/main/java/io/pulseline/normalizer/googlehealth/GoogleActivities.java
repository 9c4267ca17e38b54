package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
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
 * A workout: the exercise, the heart rate of its time, its TCX (fact sheet 4.8).
 *
 * <p>Heart rate comes from the heart-rate parts; only where they hold no sample at all is the TCX's
 * own taken, because it is the thinner reading of the same sensor; the two are never mixed. A part
 * that was answered with an error, or with nothing, says nothing; what is missing stands in {@code
 * missingParts}, as ingest found it.
 */
final class GoogleActivities extends GoogleMapper {
    GoogleActivities() {
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
        PayloadPart part =
                parts.latest(PartKind.EXERCISE)
                        .orElseThrow(() ->
                                new UnmappableException(
                                        "payload has neither an exercise nor a vanished mark"));
        GoogleExercise exercise = new GoogleExercise(GooglePoint.only(part, PartKind.EXERCISE));
        LocalTimes times = new LocalTimes(payload.getZoneHistory(), oddities);
        OffsetDateTime start = exercise.start(times);
        Instant end = exercise.end();
        TcxDocument tcx =
                parts.latest(PartKind.TCX)
                        .map(it -> TcxReader.read(PartBytes.body(it), times, oddities))
                        .orElse(TcxDocument.EMPTY);
        fill(activity, exercise, start);
        activity.setProvenance(provenance(frame, exercise, tcx));
        activity.setHeartRate(heartRate(parts, start, end, tcx, oddities));
        activity.setTrack(tcx.track(oddities));
        List<Lap> laps = tcx.recordedLaps();
        activity.setLaps(laps == null ? exercise.laps(oddities) : laps);
        return frame.complete(
                activity.build(), payload.getThingKey(), end == null ? start.toInstant() : end);
    }

    private static void fill(
            Activity.Builder activity, GoogleExercise exercise, OffsetDateTime start) {
        activity.setTitle(exercise.name())
                .setActivityType(exercise.type())
                .setProviderActivityTypeId(exercise.typeId())
                .setProviderActivityTypeName(exercise.name())
                .setStartEpochMillis(start.toInstant().toEpochMilli())
                .setStartOffsetSeconds(start.getOffset().getTotalSeconds())
                .setElapsedMilliseconds(exercise.elapsedMilliseconds(start))
                .setActiveMilliseconds(exercise.activeMilliseconds())
                .setDistanceMetres(exercise.distanceMetres())
                .setEnergyKilocalories(exercise.energyKilocalories())
                .setSteps(exercise.steps())
                .setElevationGainMetres(exercise.elevationGainMetres())
                .setAverageHeartRateBeatsPerMinute(exercise.averageHeartRate())
                .setHeartRateZones(exercise.zones());
    }

    /** A reconciled exercise names no source; the TCX often does. */
    private static Provenance provenance(
            RecordFrame frame, GoogleExercise exercise, TcxDocument tcx) {
        GoogleSource source = exercise.source();
        String device = exercise.hasSource() ? source.deviceName() : tcx.creatorName();
        return frame.provenance()
                .setProviderRecordId(exercise.id())
                .setRecordingMethod(source.recordingMethod())
                .setDeviceName(device)
                .setApplication(device == null ? source.application() : null)
                .build();
    }

    private static @Nullable HeartRateSamples heartRate(
            PayloadParts parts,
            OffsetDateTime start,
            @Nullable Instant end,
            TcxDocument tcx,
            Oddities oddities) {
        // Samples tell whole seconds, a start may have milliseconds.
        Instant first = start.toInstant().truncatedTo(ChronoUnit.SECONDS);
        HeartRateColumns columns = new HeartRateColumns(first, end, oddities);
        GoogleHeartRateSamples samples = new GoogleHeartRateSamples(oddities);
        parts.answered(PartKind.HEART_RATE).forEach(part -> samples.read(part, _ -> true));
        samples.forEach(columns::add);
        if (columns.isEmpty()) {
            tcx.addHeartRate(columns);
        }
        return columns.build();
    }
}
