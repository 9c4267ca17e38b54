package io.pulseline.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.OxygenSaturationSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.record.ReceivedRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** A user's dated metrics, where that user lives. */
public record MetricDays(UUID user, ZoneId zone) {
    private static final int HOUR_MILLIS = 3_600_000;

    /**
     * The hour of heart rate in which that instant lies, of somebody who lives in UTC: a sample a
     * minute, told to its end and just captured.
     */
    public static HeartRateSeries liveHour(UUID user, Instant in, int beatsPerMinute) {
        ZonedDateTime local = in.atZone(ZoneOffset.UTC);
        HeartRateSeries hour =
                new MetricDays(user, ZoneOffset.UTC)
                        .hour(local.toLocalDate(), local.getHour(), 60, beatsPerMinute);
        return captured(hour, Instant.now());
    }

    /** The same as a live one that was captured then. */
    public static HeartRateSeries captured(HeartRateSeries hour, Instant at) {
        long captured = at.toEpochMilli();
        hour.setAcquisition(Acquisition.LIVE);
        hour.setProvenance(
                new Provenance("FITBIT", null, "p1", 1, captured, "SENSED", null, null, null));
        hour.setRevision(Revision.of(captured, 1));
        return hour;
    }

    /** With every field at its default. */
    public static <T extends SpecificRecord> T blank(Class<T> type) {
        return RecordJson.read(JsonNodeFactory.instance.objectNode(), type);
    }

    private UUID id(String type, String key) {
        return Ids.record(user, type, key);
    }

    private Instant start(LocalDate date, int slot) {
        return date.atStartOfDay(zone).toInstant().plusSeconds(3600L * slot);
    }

    private int offsetSeconds(Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds();
    }

    /** Samples of a slot, so many seconds apart, all of one value. */
    public HeartRateSeries hour(LocalDate date, int slot, int everySeconds, int beatsPerMinute) {
        int samples = 3600 / everySeconds;
        return hour(
                date,
                slot,
                IntStream.range(0, samples).map(at -> at * everySeconds * 1000).boxed().toList(),
                Collections.nCopies(samples, beatsPerMinute));
    }

    /** These samples of a slot. */
    public HeartRateSeries hour(
            LocalDate date, int slot, List<Integer> offsets, List<Integer> beatsPerMinute) {
        Instant start = start(date, slot);
        HeartRateSeries hour = blank(HeartRateSeries.class);
        hour.setRecordId(id(RecordType.HEART_RATE, Ids.slotKey(date, slot)).toString());
        hour.setUser(user.toString());
        hour.setRevision(1024);
        hour.setLocalDate(date.toString());
        hour.setSlot(slot);
        hour.setZone(zone.getId());
        hour.setStartEpochMillis(start.toEpochMilli());
        hour.setEndEpochMillis(start.toEpochMilli() + HOUR_MILLIS);
        hour.setStartOffsetSeconds(offsetSeconds(start));
        hour.setCoveredUntilEpochMillis(hour.getEndEpochMillis());
        hour.setHeartRate(new HeartRateSamples(start.toEpochMilli(), offsets, beatsPerMinute));
        hour.setContentHash(ContentHash.of(hour));
        return hour;
    }

    /** So many steps in each minute; null is not known. */
    public Steps steps(LocalDate date, int slot, List<Integer> minutes) {
        Instant start = start(date, slot);
        Steps hour = blank(Steps.class);
        hour.setRecordId(id(RecordType.STEPS, Ids.slotKey(date, slot)).toString());
        hour.setUser(user.toString());
        hour.setRevision(1024);
        hour.setLocalDate(date.toString());
        hour.setSlot(slot);
        hour.setZone(zone.getId());
        hour.setStartEpochMillis(start.toEpochMilli());
        hour.setEndEpochMillis(start.toEpochMilli() + HOUR_MILLIS);
        hour.setStartOffsetSeconds(offsetSeconds(start));
        hour.setStepsPerMinute(minutes);
        hour.setContentHash(ContentHash.of(hour));
        return hour;
    }

    public DailySummary summary(LocalDate date, double resting, int steps) {
        DailySummary day = blank(DailySummary.class);
        day.setRecordId(id(RecordType.DAILY_SUMMARY, date.toString()).toString());
        day.setUser(user.toString());
        day.setRevision(1024);
        day.setLocalDate(date.toString());
        day.setRestingHeartRateBeatsPerMinute(resting);
        day.setSteps(steps);
        day.setContentHash(ContentHash.of(day));
        return day;
    }

    /** With so many intervals of five minutes from one o'clock on. */
    public HeartRateVariability variability(LocalDate date, double rmssd, int intervals) {
        HeartRateVariability night = blank(HeartRateVariability.class);
        night.setRecordId(id(RecordType.HEART_RATE_VARIABILITY, date.toString()).toString());
        night.setUser(user.toString());
        night.setRevision(1024);
        night.setLocalDate(date.toString());
        night.setDailyRmssdMilliseconds(rmssd);
        night.setDeepSleepRmssdMilliseconds(rmssd + 1);
        night.setIntraday(
                new HeartRateVariabilitySamples(
                        start(date, 1).toEpochMilli(),
                        IntStream.range(0, intervals).map(at -> at * 300_000).boxed().toList(),
                        Collections.nCopies(intervals, rmssd),
                        Collections.nCopies(intervals, 0.9),
                        Collections.nCopies(intervals, 412.25),
                        Collections.nCopies(intervals, null)));
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    public RespiratoryRate respiration(LocalDate date, double breaths) {
        RespiratoryRate night = blank(RespiratoryRate.class);
        night.setRecordId(id(RecordType.RESPIRATORY_RATE, date.toString()).toString());
        night.setUser(user.toString());
        night.setRevision(1024);
        night.setLocalDate(date.toString());
        night.setBreathsPerMinute(breaths);
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    /** With so many samples, a minute apart, from one o'clock on. */
    public OxygenSaturation oxygen(LocalDate date, double average, int samples) {
        OxygenSaturation night = blank(OxygenSaturation.class);
        night.setRecordId(id(RecordType.OXYGEN_SATURATION, date.toString()).toString());
        night.setUser(user.toString());
        night.setRevision(1024);
        night.setLocalDate(date.toString());
        night.setAveragePercent(average);
        night.setMinimumPercent(average - 3);
        night.setMaximumPercent(average + 2);
        night.setIntraday(
                new OxygenSaturationSamples(
                        start(date, 1).toEpochMilli(),
                        IntStream.range(0, samples).map(at -> at * 60_000).boxed().toList(),
                        Collections.nCopies(samples, average)));
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    /** Light, deep and REM sleep in turn, so many pieces of ten minutes from midnight on. */
    public Sleep night(LocalDate date, int pieces) {
        List<String> turn = List.of("LIGHT", "DEEP", "REM");
        List<String> stages = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            stages.add(turn.get(piece % turn.size()));
        }
        return night(date, "STAGES", stages);
    }

    /** These stages, ten minutes each, from midnight on. */
    public Sleep night(LocalDate date, String scoring, List<String> stages) {
        int pieces = stages.size();
        Instant start = start(date, 0);
        Sleep night = blank(Sleep.class);
        night.setThingKey("night:" + date);
        night.setRecordId(id(RecordType.SLEEP, night.getThingKey()).toString());
        night.setUser(user.toString());
        night.setRevision(1024);
        night.setLocalDate(date.toString());
        night.setStartEpochMillis(start.toEpochMilli());
        night.setStartOffsetSeconds(offsetSeconds(start));
        night.setDurationMilliseconds(pieces * 600_000L);
        Instant end = start.plusMillis(night.getDurationMilliseconds());
        night.setEndEpochMillis(end.toEpochMilli());
        night.setEndOffsetSeconds(offsetSeconds(end));
        night.setAsleepMinutes(10 * pieces);
        night.setMainSleep(true);
        night.setScoring(scoring);
        night.setSegments(
                new SleepSegments(
                        start.toEpochMilli(),
                        IntStream.range(0, pieces).map(at -> at * 600_000).boxed().toList(),
                        Collections.nCopies(pieces, 600_000),
                        stages));
        night.setStageTotals(
                stages.stream()
                        .distinct()
                        .map(stage -> {
                            int times = Collections.frequency(stages, stage);
                            return new SleepStageTotal(stage, 10 * times, times);
                        })
                        .toList());
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    /** Fit to be kept. */
    public static ReceivedRecord received(SpecificRecord metric) {
        return ReceivedRecord.ofMetric(
                switch (metric) {
                    case HeartRateSeries _ -> RecordType.HEART_RATE;
                    case Steps _ -> RecordType.STEPS;
                    case HeartRateVariability _ -> RecordType.HEART_RATE_VARIABILITY;
                    case OxygenSaturation _ -> RecordType.OXYGEN_SATURATION;
                    case RespiratoryRate _ -> RecordType.RESPIRATORY_RATE;
                    case Sleep _ -> RecordType.SLEEP;
                    case DailySummary _ -> RecordType.DAILY_SUMMARY;
                    default -> throw new IllegalArgumentException("no metric");
                },
                metric);
    }
}
