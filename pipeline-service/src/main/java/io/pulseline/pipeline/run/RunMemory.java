package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.KnownHeartRate.Stretch;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.KeptActivity;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one user, for one run: the kept records, one statement for each kind, and what
 * is equal once only.
 */
final class RunMemory implements Memory {
    private final Records records;
    private final RunTable runs;
    private final Preferences preferences;
    private final Transactions transactions;
    private final UUID user;
    private final UUID pipeline;
    private final UUID atHand;
    private final Correction correction;
    private final Consumer<Lookup.HeartRate> beforeHeartRate;

    /** Null before any activities were looked up. */
    private @Nullable Preference preference;

    private final Map<Lookup.HeartRate, KnownHeartRate> heartRates = new HashMap<>();
    private final Map<Lookup.Activities, List<PastActivity>> activities = new HashMap<>();
    private final Map<Lookup.Days, List<PastDay>> days = new HashMap<>();

    /**
     * @param atHand the activity that goes through the pipeline
     * @param correction what the user says of it
     * @param beforeHeartRate is told of heart rate that is about to be read
     */
    RunMemory(
            Records records,
            RunTable runs,
            Preferences preferences,
            Transactions transactions,
            UUID user,
            UUID pipeline,
            UUID atHand,
            Correction correction,
            Consumer<Lookup.HeartRate> beforeHeartRate) {
        this.records = records;
        this.runs = runs;
        this.preferences = preferences;
        this.transactions = transactions;
        this.user = user;
        this.pipeline = pipeline;
        this.atHand = atHand;
        this.correction = correction;
        this.beforeHeartRate = beforeHeartRate;
    }

    @Override
    public Background answer(Background background, List<Lookup> lookups) {
        Background known = background;
        for (Lookup lookup : lookups) {
            known =
                    switch (lookup) {
                        case Lookup.HeartRate asked ->
                                known.with(
                                        asked, heartRates.computeIfAbsent(asked, this::heartRate));
                        case Lookup.Activities asked ->
                                known.with(
                                        asked, activities.computeIfAbsent(asked, this::activities));
                        case Lookup.Days asked ->
                                known.with(asked, days.computeIfAbsent(asked, this::days));
                    };
        }
        return preference == null ? known : known.preferring(preference.preferredProvider());
    }

    @Override
    public Correction correction() {
        return correction;
    }

    private KnownHeartRate heartRate(Lookup.HeartRate asked) {
        beforeHeartRate.accept(asked);
        List<HeartRateSeries> hours =
                transactions
                        .writeAndWait(() -> records.heartRate(user, asked.from(), asked.to()))
                        .stream()
                        .map(hour -> hour.as(HeartRateSeries.class))
                        .toList();
        List<Stretch> covered = new ArrayList<>();
        for (HeartRateSeries hour : hours) {
            Instant from = Instant.ofEpochMilli(hour.getStartEpochMillis());
            Instant to = toldUntil(hour);
            if (from.isBefore(to)) {
                covered.add(new Stretch(from, to));
            }
        }
        return new KnownHeartRate(
                hours.stream().map(HeartRateSeries::getHeartRate).toList(), covered);
    }

    /** Where that is not known, nothing is sure behind the last sample. */
    private static Instant toldUntil(HeartRateSeries hour) {
        if (hour.getCoveredUntilEpochMillis() != null) {
            return Instant.ofEpochMilli(hour.getCoveredUntilEpochMillis());
        }
        List<Integer> offsets = hour.getHeartRate().getOffsetMilliseconds();
        return Instant.ofEpochMilli(
                offsets.isEmpty()
                        ? hour.getStartEpochMillis()
                        : hour.getHeartRate().getStartEpochMillis() + offsets.getLast() + 1);
    }

    private record Remembered(
            List<KeptActivity> kept, Map<UUID, RunName> names, Preference preference) {}

    private List<PastActivity> activities(Lookup.Activities asked) {
        Remembered all =
                transactions.writeAndWait(() ->
                        records.activities(user, asked.from(), asked.before())
                                .chain(kept ->
                                        runs.names(user, pipeline)
                                                .chain(names ->
                                                        preference()
                                                                .map(own ->
                                                                        new Remembered(
                                                                                kept, names,
                                                                                own)))));
        preference = all.preference();
        return all.kept().stream()
                .filter(one -> !one.recordId().equals(atHand) && one.correction().counts())
                .map(one -> past(one, all.names().get(one.recordId())))
                .toList();
    }

    private Uni<Preference> preference() {
        return preference == null ? preferences.of(user) : Uni.createFrom().item(preference);
    }

    private static PastActivity past(KeptActivity kept, @Nullable RunName name) {
        String type = name == null ? null : name.activityType();
        return name == null || type == null ? kept.past() : kept.past(name.title(), type);
    }

    private List<PastDay> days(Lookup.Days asked) {
        List<KeptMetric> metrics =
                transactions.writeAndWait(() -> records.days(user, asked.first(), asked.last()));
        Map<LocalDate, PastDay> byDate = new TreeMap<>();
        for (KeptMetric metric : metrics) {
            JsonNode json = metric.json();
            PastDay told = told(metric.recordType(), json);
            byDate.merge(told.date(), told, RunMemory::together);
        }
        return List.copyOf(byDate.values());
    }

    private static PastDay told(String recordType, JsonNode json) {
        LocalDate date = LocalDate.parse(json.path("localDate").asText());
        return switch (recordType) {
            case RecordType.DAILY_SUMMARY ->
                    new PastDay(date, number(json, "restingHeartRateBeatsPerMinute"), null, null);
            case RecordType.HEART_RATE_VARIABILITY ->
                    new PastDay(date, null, number(json, "dailyRmssdMilliseconds"), null);
            default -> new PastDay(date, null, null, number(json, "asleepMinutes"));
        };
    }

    private static @Nullable Double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }

    private static PastDay together(PastDay one, PastDay other) {
        Double asleep = one.asleepMinutes();
        Double more = other.asleepMinutes();
        return new PastDay(
                one.date(),
                first(one.restingHeartRateBeatsPerMinute(), other.restingHeartRateBeatsPerMinute()),
                first(one.rmssdMilliseconds(), other.rmssdMilliseconds()),
                asleep == null || more == null
                        ? first(asleep, more)
                        : Double.valueOf(asleep + more));
    }

    private static @Nullable Double first(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : one;
    }
}
