package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.PayloadParts;
import io.pulseline.normalizer.record.RecordFrame;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sleep (fact sheet 4.7). A sleep that still goes on, or whose stages Google is still working
 * out, gives no record: it comes again under the same name when it is done.
 */
final class GoogleSleep extends GoogleMapper {
    GoogleSleep() {
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
                parts.latest(PartKind.SLEEP)
                        .orElseThrow(() ->
                                new UnmappableException(
                                        "payload has neither a sleep nor a vanished mark"));
        GoogleSleepSession session = new GoogleSleepSession(GooglePoint.only(part, PartKind.SLEEP));
        if (!session.isFinished()) {
            oddities.met(Oddity.SLEEP_UNFINISHED);
            return new Mapping(List.of(), oddities.counts());
        }
        LocalTimes times = new LocalTimes(payload.getZoneHistory(), oddities);
        MappedRecord record =
                present(frame, payload.getThingKey(), sleep, session, times, oddities);
        return new Mapping(List.of(record), oddities.counts());
    }

    private static MappedRecord present(
            RecordFrame frame,
            String thingKey,
            Sleep.Builder sleep,
            GoogleSleepSession session,
            LocalTimes times,
            Oddities oddities) {
        OffsetDateTime start = session.start(times);
        OffsetDateTime end = session.end(times);
        Duration duration = Duration.between(start, end);
        if (duration.isNegative() || duration.isZero()) {
            throw new UnmappableException("sleep part ends before it begins");
        }
        GoogleSleepStages stages = session.stages(start, end, oddities);
        sleep.setLocalDate(end.toLocalDate().toString())
                .setStartEpochMillis(start.toInstant().toEpochMilli())
                .setStartOffsetSeconds(start.getOffset().getTotalSeconds())
                .setEndEpochMillis(end.toInstant().toEpochMilli())
                .setEndOffsetSeconds(end.getOffset().getTotalSeconds())
                .setDurationMilliseconds(duration.toMillis())
                .setSegments(stages.segments())
                .setShortAwakenings(stages.shortAwakenings())
                .setStageTotals(stages.totals())
                .setMinutesToFallAsleep(session.minutes("minutesToFallAsleep"))
                .setMinutesAfterWakeup(session.minutes("minutesAfterWakeUp"))
                .setMainSleep(session.mainSleep())
                .setScoring(session.scoring());
        fillMinutes(sleep, session, stages, duration);
        sleep.setProvenance(session.provenance(frame));
        return frame.complete(sleep.build(), thingKey, end.toInstant());
    }

    /** Asleep and awake as the totals have them; as the summary, where there are none of ours. */
    private static void fillMinutes(
            Sleep.Builder sleep,
            GoogleSleepSession session,
            GoogleSleepStages stages,
            Duration duration) {
        Integer asleep = stages.asleepMinutes();
        Integer awake = stages.awakeMinutes();
        if (asleep == null || awake == null) {
            asleep = session.minutes("minutesAsleep");
            awake = session.minutes("minutesAwake");
        }
        sleep.setAsleepMinutes(asleep)
                .setAwakeMinutes(awake)
                .setEfficiencyPercent(efficiencyPercent(asleep, duration));
    }

    /** Google gives none: the share of the time in bed that was slept, in whole percent. */
    private static @Nullable Double efficiencyPercent(@Nullable Integer asleep, Duration inBed) {
        if (asleep == null || inBed.toMinutes() == 0 || asleep > inBed.toMinutes()) {
            return null;
        }
        return (double) Math.round(100.0 * asleep / inBed.toMinutes());
    }
}
