package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.SampledData;

/** An hour of heart rate. Care teams are not served by 3,600 samples, so it is thinned out. */
final class HeartRateObservations {
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    /** What SampledData writes where there is no value. */
    private static final String MISSING = "E";

    private static final int DECIMALS = 1;

    private final Sheet sheet;
    private final HeartRateSeries hour;

    HeartRateObservations(Sheet sheet, HeartRateSeries hour) {
        this.sheet = sheet;
        this.hour = hour;
    }

    List<Observation> all() {
        return switch (sheet.style().heartRate()) {
            case SAMPLED_DATA -> means();
            case SAMPLES -> samples(sheet.style().heartRateMinutes());
        };
    }

    /**
     * One Observation with the mean of every minute, up to the last minute that has one. Its code
     * is ours: FHIR allows 8867-4 with a single quantity only.
     */
    private List<Observation> means() {
        double[] sums = new double[minutes()];
        int[] counts = new int[minutes()];
        int known = 0;
        HeartRateSamples samples = hour.getHeartRate();
        for (int at = 0; at < samples.getOffsetMilliseconds().size(); at++) {
            int minute = minute(samples, at);
            if (minute >= 0 && minute < sums.length) {
                sums[minute] += samples.getBeatsPerMinute().get(at);
                counts[minute]++;
                known = Math.max(known, minute + 1);
            }
        }
        if (known == 0) {
            return List.of();
        }
        String data =
                IntStream.range(0, known)
                        .mapToObj(minute -> mean(sums[minute], counts[minute]))
                        .collect(Collectors.joining(" "));
        return List.of(
                sheet.draft("heart-rate-series", LocalCode.HEART_RATE_SERIES)
                        .activity()
                        .at(Times.between(time(0), time(known * MINUTE_MILLIS)))
                        .finished(sampled(data)));
    }

    /** Of every span the first sample, as it was measured. */
    private List<Observation> samples(int minutes) {
        List<Observation> all = new ArrayList<>();
        HeartRateSamples samples = hour.getHeartRate();
        int last = -1;
        for (int at = 0; at < samples.getOffsetMilliseconds().size(); at++) {
            int minute = minute(samples, at);
            int span = Math.floorDiv(minute, minutes);
            if (minute >= 0 && minute < minutes() && span > last) {
                last = span;
                all.add(sample(span * minutes, samples, at));
            }
        }
        return all;
    }

    private Observation sample(int minute, HeartRateSamples samples, int at) {
        return sheet.draft("heart-rate:" + minute, "Heart rate", Loinc.HEART_RATE.coding())
                .vitalSign(UsCoreProfile.HEART_RATE)
                .at(time(sinceStart(samples, at)))
                .finished(Unit.BEATS_PER_MINUTE.of(samples.getBeatsPerMinute().get(at)));
    }

    private static String mean(double sum, int count) {
        return count == 0 ? MISSING : Unit.rounded(sum / count, DECIMALS).toPlainString();
    }

    private static SampledData sampled(String data) {
        return new SampledData()
                .setOrigin(Unit.BEATS_PER_MINUTE.of(0))
                .setPeriod(BigDecimal.valueOf(MINUTE_MILLIS))
                .setDimensions(1)
                .setData(data);
    }

    private int minutes() {
        return Math.toIntExact(
                Math.ceilDiv(hour.getEndEpochMillis() - hour.getStartEpochMillis(), MINUTE_MILLIS));
    }

    private int minute(HeartRateSamples samples, int at) {
        return Math.toIntExact(Math.floorDiv(sinceStart(samples, at), MINUTE_MILLIS));
    }

    private long sinceStart(HeartRateSamples samples, int at) {
        return samples.getStartEpochMillis()
                + samples.getOffsetMilliseconds().get(at)
                - hour.getStartEpochMillis();
    }

    private DateTimeType time(long sinceStartMillis) {
        return Times.at(
                hour.getStartEpochMillis() + sinceStartMillis, hour.getStartOffsetSeconds());
    }
}
