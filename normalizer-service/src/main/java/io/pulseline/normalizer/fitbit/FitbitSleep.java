package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.fitbit.FitbitSleepLog.Start;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.PayloadParts;
import io.pulseline.normalizer.record.RecordFrame;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One sleep of Fitbit's log. Its local start is read with the zone of its date; everything after it
 * is placed by the time that passed, because in a night of a clock change that is what a device
 * counts.
 */
final class FitbitSleep extends FitbitMapper {
    FitbitSleep() {
        super(PayloadKind.SLEEP);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        RecordFrame frame = new RecordFrame(payload, RecordKind.SLEEP);
        PayloadParts parts = new PayloadParts(payload);
        Oddities oddities = new Oddities();
        Sleep.Builder sleep =
                Sleep.newBuilder().setProvenance(frame.sensed()).setThingKey(payload.getThingKey());
        if (parts.tellVanished()) {
            String date = payload.getLocalDate();
            if (date != null) {
                sleep.setLocalDate(date);
            }
            MappedRecord gone = frame.vanished(sleep.build(), payload.getThingKey());
            return new Mapping(List.of(gone), oddities.counts());
        }
        PayloadPart part =
                parts.latest(PartKind.LOG)
                        .orElseThrow(() ->
                                new UnmappableException(
                                        "payload has neither a sleep log nor a vanished mark"));
        FitbitSleepLog log = FitbitDocuments.sleep(PartBytes.body(part));
        LocalTimes times = new LocalTimes(payload.getZoneHistory(), oddities);
        MappedRecord record = present(frame, payload.getThingKey(), sleep, log, times, oddities);
        return new Mapping(List.of(record), oddities.counts());
    }

    private static MappedRecord present(
            RecordFrame frame,
            String thingKey,
            Sleep.Builder sleep,
            FitbitSleepLog log,
            LocalTimes times,
            Oddities oddities) {
        Start start = log.start(times);
        Duration duration = log.duration();
        Instant end = start.at().toInstant().plus(duration);
        OffsetDateTime localEnd = end.atOffset(times.offsetAt(start.at(), end));
        FitbitSleepLevels levels = log.levels(start.at(), duration, times, oddities);
        sleep.setLocalDate(log.localDate(localEnd))
                .setStartEpochMillis(start.at().toInstant().toEpochMilli())
                .setStartOffsetSeconds(start.at().getOffset().getTotalSeconds())
                .setEndEpochMillis(end.toEpochMilli())
                .setEndOffsetSeconds(localEnd.getOffset().getTotalSeconds())
                .setDurationMilliseconds(duration.toMillis())
                .setTimePlacedByRule(start.placedByRule() || levels.placedByRule())
                .setSegments(levels.segments())
                .setShortAwakenings(levels.shortAwakenings())
                .setStageTotals(levels.totals());
        fill(sleep, log);
        sleep.setProvenance(
                frame.provenance()
                        .setProviderRecordId(log.id())
                        .setRecordingMethod(log.recordingMethod())
                        .build());
        return frame.complete(sleep.build(), thingKey, end);
    }

    private static void fill(Sleep.Builder sleep, FitbitSleepLog log) {
        sleep.setAsleepMinutes(log.minutes("minutesAsleep"))
                .setAwakeMinutes(log.minutes("minutesAwake"))
                .setMinutesToFallAsleep(log.minutes("minutesToFallAsleep"))
                .setMinutesAfterWakeup(log.minutes("minutesAfterWakeup"))
                .setEfficiencyPercent(log.efficiencyPercent())
                .setMainSleep(log.mainSleep())
                .setScoring(log.scoring());
    }
}
