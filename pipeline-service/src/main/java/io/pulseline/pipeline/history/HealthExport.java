package io.pulseline.pipeline.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.target.file.MetricCsv;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a user's metrics of many dates, some dates at a time, so that a year by the second never
 * lies in memory. For threads that may wait.
 */
@ApplicationScoped
class HealthExport {
    /** Hours by the second are a MB a day. */
    private static final int DAYS_OF_HOURS = 1;

    private static final int DAYS_OF_NIGHTS = 31;

    private static final Set<String> HOURLY = Set.of(RecordType.HEART_RATE, RecordType.STEPS);

    private static final Map<String, Class<? extends SpecificRecord>> TYPES =
            Map.of(
                    RecordType.HEART_RATE, HeartRateSeries.class,
                    RecordType.HEART_RATE_VARIABILITY, HeartRateVariability.class,
                    RecordType.STEPS, Steps.class,
                    RecordType.RESPIRATORY_RATE, RespiratoryRate.class,
                    RecordType.OXYGEN_SATURATION, OxygenSaturation.class,
                    RecordType.SLEEP, Sleep.class,
                    RecordType.DAILY_SUMMARY, DailySummary.class);

    private final Records records;
    private final Transactions transactions;

    HealthExport(Records records, Transactions transactions) {
        this.records = records;
        this.transactions = transactions;
    }

    static boolean knows(String recordType) {
        return TYPES.containsKey(recordType);
    }

    /** Our JSON records as they are, in one list, by local date and time. */
    void json(UUID user, String recordType, HealthQuestion question, OutputStream out)
            throws IOException {
        String before = "[";
        for (LocalDate first = question.from(); !first.isAfter(question.to()); ) {
            LocalDate last = last(recordType, question, first);
            for (KeptMetric kept : kept(user, recordType, first, last)) {
                out.write(before.getBytes(UTF_8));
                out.write(kept.content().plain());
                before = ",\n";
            }
            first = last.plusDays(1);
        }
        out.write((before.equals("[") ? "[]\n" : "]\n").getBytes(UTF_8));
    }

    /** A table in UTF-8 with a header. */
    void csv(UUID user, String recordType, HealthQuestion question, OutputStream out)
            throws IOException {
        Class<? extends SpecificRecord> type = TYPES.get(recordType);
        if (type == null) {
            throw new IllegalArgumentException(recordType + " is no metric");
        }
        out.write(MetricCsv.linesHeader(type));
        for (LocalDate first = question.from(); !first.isAfter(question.to()); ) {
            LocalDate last = last(recordType, question, first);
            for (KeptMetric kept : kept(user, recordType, first, last)) {
                out.write(MetricCsv.lines(kept.as(type)));
            }
            first = last.plusDays(1);
        }
    }

    private static LocalDate last(String recordType, HealthQuestion question, LocalDate first) {
        LocalDate last =
                first.plusDays((HOURLY.contains(recordType) ? DAYS_OF_HOURS : DAYS_OF_NIGHTS) - 1);
        return last.isAfter(question.to()) ? question.to() : last;
    }

    private List<KeptMetric> kept(UUID user, String recordType, LocalDate first, LocalDate last) {
        return transactions.readAndWait(() -> records.metricsInTime(user, recordType, first, last));
    }
}
