package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What one night has one value of. Its interval is that of the samples, where the record has any;
 * else the date stands for the night that ended on it.
 */
final class Nights {
    private static final long HRV_SAMPLE_MILLISECONDS = 300_000;
    private static final long OXYGEN_SAMPLE_MILLISECONDS = 60_000;

    private Nights() {}

    /** RMSSD of the main sleep, in our own schema: neither family has one for it. */
    static List<ObjectNode> of(HeartRateVariability night, ZoneId zone) {
        Double rmssd = night.getDailyRmssdMilliseconds();
        if (rmssd == null) {
            return List.of();
        }
        TimeFrame when = TimeFrame.day(LocalDate.parse(night.getLocalDate()), zone);
        var samples = night.getIntraday();
        if (samples != null && !samples.getOffsetMilliseconds().isEmpty()) {
            when =
                    span(
                            samples.getStartEpochMillis(),
                            samples.getOffsetMilliseconds(),
                            HRV_SAMPLE_MILLISECONDS,
                            zone);
        }
        DataPoints points =
                points(night.getRecordId(), night.getUser(), night.getProvenance(), zone);
        points.add(
                SchemaId.HEART_RATE_VARIABILITY,
                Body.of(when)
                        .measure("heart_rate_variability", rmssd, "ms")
                        .word("measure", "rmssd")
                        .word("temporal_relationship_to_sleep", "during sleep"));
        return points.all();
    }

    static List<ObjectNode> of(OxygenSaturation night, ZoneId zone) {
        Double average = night.getAveragePercent();
        if (average == null) {
            return List.of();
        }
        TimeFrame when = TimeFrame.day(LocalDate.parse(night.getLocalDate()), zone);
        var samples = night.getIntraday();
        if (samples != null && !samples.getOffsetMilliseconds().isEmpty()) {
            when =
                    span(
                            samples.getStartEpochMillis(),
                            samples.getOffsetMilliseconds(),
                            OXYGEN_SAMPLE_MILLISECONDS,
                            zone);
        }
        DataPoints points =
                points(night.getRecordId(), night.getUser(), night.getProvenance(), zone);
        points.add(
                SchemaId.OXYGEN_SATURATION,
                Body.of(when)
                        .measure("oxygen_saturation", average, "%")
                        .word("system", "peripheral capillary")
                        .word("measurement_method", "pulse oximetry")
                        .word(Body.STATISTIC, "average"));
        return points.all();
    }

    static List<ObjectNode> of(RespiratoryRate night, ZoneId zone) {
        Double breaths = night.getBreathsPerMinute();
        if (breaths == null) {
            return List.of();
        }
        DataPoints points =
                points(night.getRecordId(), night.getUser(), night.getProvenance(), zone);
        points.add(
                SchemaId.RESPIRATORY_RATE,
                Body.of(TimeFrame.day(LocalDate.parse(night.getLocalDate()), zone))
                        .measure("respiratory_rate", breaths, "breaths/min")
                        .word(Body.STATISTIC, "average"));
        return points.all();
    }

    private static TimeFrame span(
            long startEpochMillis, List<Integer> offsets, long sampleMilliseconds, ZoneId zone) {
        return TimeFrame.between(
                at(startEpochMillis + offsets.getFirst(), zone),
                at(startEpochMillis + offsets.getLast() + sampleMilliseconds, zone));
    }

    private static OffsetDateTime at(long epochMillis, ZoneId zone) {
        return Instant.ofEpochMilli(epochMillis).atZone(zone).toOffsetDateTime();
    }

    private static DataPoints points(
            String recordId, String user, Provenance provenance, ZoneId zone) {
        return new DataPoints(
                recordId,
                user,
                provenance,
                at(provenance.getCapturedEpochMillis(), zone).getOffset());
    }
}
