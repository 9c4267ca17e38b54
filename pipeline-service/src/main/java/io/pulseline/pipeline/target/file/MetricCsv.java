package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.OxygenSaturationSamples;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A metric as a table in UTF-8: a line for each sample, interval or stage, its unit in the name of
 * its column. Times are ISO 8601 with the offset of the record; where it tells none, they are UTC.
 * A field that the record does not know is empty. What covers a whole night or date has a line of
 * its own, whose {@code period} says what it covers.
 */
public final class MetricCsv {
    private static final int MINUTE_MILLISECONDS = 60_000;
    private static final String DATE = "local_date";

    private static final Map<Class<?>, List<String>> HEADERS =
            Map.of(
                    HeartRateSeries.class,
                    List.of("time", "heart_rate_beats_per_minute"),
                    Steps.class,
                    List.of("time", "steps_in_minute"),
                    HeartRateVariability.class,
                    List.of(
                            DATE,
                            "period",
                            "time",
                            "rmssd_milliseconds",
                            "coverage_ratio",
                            "high_frequency_milliseconds_squared",
                            "low_frequency_milliseconds_squared"),
                    OxygenSaturation.class,
                    List.of(DATE, "period", "time", "oxygen_saturation_percent"),
                    RespiratoryRate.class,
                    List.of(DATE, "period", "time", "breaths_per_minute"),
                    Sleep.class,
                    List.of(DATE, "period", "time", "end_time", "stage", "duration_seconds"),
                    DailySummary.class,
                    DailyCsv.HEADER);

    private MetricCsv() {}

    /**
     * The table.
     *
     * @param metric a record of one of the seven types
     * @throws IllegalArgumentException if it is of none of them
     */
    public static byte[] write(SpecificRecord metric) {
        CsvOut csv = CsvOut.headed(header(metric.getClass()));
        add(csv, metric);
        return csv.bytes();
    }

    /** The header of {@link #lines}. */
    public static byte[] linesHeader(Class<? extends SpecificRecord> type) {
        List<String> columns = new ArrayList<>(header(type));
        if (!columns.contains(DATE)) {
            columns.addFirst(DATE);
        }
        return CsvOut.headed(columns).bytes();
    }

    /**
     * The lines of one record in a table of many, without a header; each has the local date.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public static byte[] lines(SpecificRecord metric) {
        CsvOut csv =
                switch (metric) {
                    case HeartRateSeries series -> CsvOut.beneath(series.getLocalDate());
                    case Steps steps -> CsvOut.beneath(steps.getLocalDate());
                    default -> CsvOut.beneath();
                };
        add(csv, metric);
        return csv.bytes();
    }

    private static List<String> header(Class<?> type) {
        List<String> header = HEADERS.get(type);
        if (header == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is no metric");
        }
        return header;
    }

    private static void add(CsvOut csv, SpecificRecord metric) {
        switch (metric) {
            case HeartRateSeries series -> heartRate(csv, series);
            case Steps steps -> steps(csv, steps);
            case HeartRateVariability variability -> variability(csv, variability);
            case OxygenSaturation saturation -> saturation(csv, saturation);
            case RespiratoryRate rate -> respiratoryRate(csv, rate);
            case Sleep sleep -> sleep(csv, sleep);
            case DailySummary summary -> DailyCsv.add(csv, summary);
            default ->
                    throw new IllegalArgumentException(
                            metric.getSchema().getName() + " is no metric");
        }
    }

    private static void heartRate(CsvOut csv, HeartRateSeries series) {
        CsvTime time = CsvTime.of(series.getZone(), series.getStartOffsetSeconds());
        HeartRateSamples samples = series.getHeartRate();
        for (int at = 0; at < samples.getOffsetMilliseconds().size(); at++) {
            csv.row(
                    time.text(samples.getStartEpochMillis(), samples.getOffsetMilliseconds(), at),
                    samples.getBeatsPerMinute().get(at));
        }
    }

    private static void steps(CsvOut csv, Steps steps) {
        CsvTime time = CsvTime.of(steps.getZone(), steps.getStartOffsetSeconds());
        List<Integer> minutes = steps.getStepsPerMinute();
        for (int minute = 0; minute < minutes.size(); minute++) {
            csv.row(
                    time.text(steps.getStartEpochMillis() + (long) minute * MINUTE_MILLISECONDS),
                    minutes.get(minute));
        }
    }

    private static void variability(CsvOut csv, HeartRateVariability variability) {
        String date = variability.getLocalDate();
        period(csv, date, "main-sleep", variability.getDailyRmssdMilliseconds(), 3);
        period(csv, date, "deep-sleep", variability.getDeepSleepRmssdMilliseconds(), 3);
        HeartRateVariabilitySamples samples = variability.getIntraday();
        for (int at = 0; samples != null && at < samples.getOffsetMilliseconds().size(); at++) {
            csv.row(
                    date,
                    "interval",
                    CsvTime.UTC.text(
                            samples.getStartEpochMillis(), samples.getOffsetMilliseconds(), at),
                    samples.getRmssdMilliseconds().get(at),
                    samples.getCoverageRatio().get(at),
                    samples.getHighFrequencyMillisecondsSquared().get(at),
                    samples.getLowFrequencyMillisecondsSquared().get(at));
        }
    }

    private static void saturation(CsvOut csv, OxygenSaturation saturation) {
        String date = saturation.getLocalDate();
        period(csv, date, "average", saturation.getAveragePercent(), 0);
        period(csv, date, "minimum", saturation.getMinimumPercent(), 0);
        period(csv, date, "maximum", saturation.getMaximumPercent(), 0);
        OxygenSaturationSamples samples = saturation.getIntraday();
        for (int at = 0; samples != null && at < samples.getOffsetMilliseconds().size(); at++) {
            csv.row(
                    date,
                    "sample",
                    CsvTime.UTC.text(
                            samples.getStartEpochMillis(), samples.getOffsetMilliseconds(), at),
                    samples.getPercent().get(at));
        }
    }

    /** A line without a time; none where the record does not know the value. */
    private static void period(
            CsvOut csv, String date, String period, @Nullable Double value, int emptyBehind) {
        if (value != null) {
            @Nullable Object[] row = new @Nullable Object[4 + emptyBehind];
            row[0] = date;
            row[1] = period;
            row[3] = value;
            csv.row(row);
        }
    }

    private static void respiratoryRate(CsvOut csv, RespiratoryRate rate) {
        String date = rate.getLocalDate();
        period(csv, date, "main-sleep", rate.getBreathsPerMinute(), 0);
        period(csv, date, "deep-sleep", rate.getDeepSleepBreathsPerMinute(), 0);
        period(csv, date, "light-sleep", rate.getLightSleepBreathsPerMinute(), 0);
        period(csv, date, "rem-sleep", rate.getRemSleepBreathsPerMinute(), 0);
    }

    private static void sleep(CsvOut csv, Sleep sleep) {
        CsvTime time = CsvTime.of(null, sleep.getStartOffsetSeconds());
        Long start = sleep.getStartEpochMillis();
        Long end = sleep.getEndEpochMillis();
        if (start != null && end != null) {
            csv.row(
                    sleep.getLocalDate(),
                    "sleep",
                    time.text(start),
                    CsvTime.of(null, sleep.getEndOffsetSeconds()).text(end),
                    null,
                    (end - start) / 1000.0);
        }
        segments(csv, sleep, "segment", sleep.getSegments(), time);
        segments(csv, sleep, "short-awakening", sleep.getShortAwakenings(), time);
    }

    private static void segments(
            CsvOut csv,
            Sleep sleep,
            String period,
            @Nullable SleepSegments segments,
            CsvTime time) {
        for (int at = 0; segments != null && at < segments.getOffsetMilliseconds().size(); at++) {
            long from = segments.getStartEpochMillis() + segments.getOffsetMilliseconds().get(at);
            int duration = segments.getDurationMilliseconds().get(at);
            csv.row(
                    sleep.getLocalDate(),
                    period,
                    time.text(from),
                    time.text(from + duration),
                    segments.getStage().get(at),
                    duration / 1000.0);
        }
    }
}
