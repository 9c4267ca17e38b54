package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.booster.metric.MetricBackground;
import io.pulseline.pipeline.booster.metric.MetricLookup;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers what boosters for metrics look up, for one run: one statement for each thing, and what is
 * equal once only.
 */
final class MetricMemory {
    /** A provider may tell hours before a tracker has filled them: a day of those at most. */
    private static final int HOURS = 26;

    private final Records records;
    private final Transactions transactions;
    private final UUID user;
    private final UUID atHand;
    private final Map<MetricLookup.Days, List<Metric>> days = new HashMap<>();
    private final Map<MetricLookup.HeartRateHours, List<Metric>> hours = new HashMap<>();
    private Optional<Instant> lastTold = Optional.empty();
    private boolean isLastToldKnown;

    /**
     * @param atHand the metric that goes through the pipeline
     */
    MetricMemory(Records records, Transactions transactions, UUID user, UUID atHand) {
        this.records = records;
        this.transactions = transactions;
        this.user = user;
        this.atHand = atHand;
    }

    /** The same background with the answers; blocks. */
    MetricBackground answer(MetricBackground background, List<MetricLookup> lookups) {
        MetricBackground known = background;
        for (MetricLookup lookup : lookups) {
            known =
                    switch (lookup) {
                        case MetricLookup.Days asked ->
                                known.with(asked, days.computeIfAbsent(asked, this::days));
                        case MetricLookup.HeartRateHours asked ->
                                known.with(asked, hours.computeIfAbsent(asked, this::hours));
                        case MetricLookup.LastTold asked -> known.with(asked, lastTold());
                    };
        }
        return known;
    }

    private List<Metric> days(MetricLookup.Days asked) {
        return kept(asked.recordType(), asked.first(), asked.last());
    }

    private List<Metric> hours(MetricLookup.HeartRateHours asked) {
        return kept(RecordType.HEART_RATE, asked.date(), asked.date());
    }

    private List<Metric> kept(String recordType, LocalDate first, LocalDate last) {
        return transactions
                .writeAndWait(() -> records.metrics(user, recordType, first, last))
                .stream()
                .filter(kept -> !kept.recordId().equals(atHand))
                .map(kept -> metric(kept.recordType(), kept.recordId(), kept.json()))
                .toList();
    }

    static Metric metric(String recordType, UUID recordId, JsonNode json) {
        LocalDate date = LocalDate.parse(json.path("localDate").asText());
        return new Metric(recordType, recordId, date, json);
    }

    private @Nullable Instant lastTold() {
        if (!isLastToldKnown) {
            isLastToldKnown = true;
            lastTold =
                    transactions.writeAndWait(() -> records.latestHours(user, HOURS)).stream()
                            .map(KeptMetric::json)
                            .flatMap(MetricMemory::toldUntil)
                            .max(Comparator.naturalOrder());
        }
        return lastTold.orElse(null);
    }

    /** Nothing where the hour holds nothing yet. */
    private static Stream<Instant> toldUntil(JsonNode hour) {
        JsonNode covered = hour.path("coveredUntilEpochMillis");
        return covered.isNumber() && covered.asLong() > hour.path("startEpochMillis").asLong()
                ? Stream.of(Instant.ofEpochMilli(covered.asLong()))
                : Stream.empty();
    }
}
