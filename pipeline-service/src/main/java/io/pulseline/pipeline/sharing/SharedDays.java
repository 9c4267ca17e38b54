package io.pulseline.pipeline.sharing;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.pipeline.record.DailyRecords.OfDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is read of days for the care team. Unpacks records: not for event loops. */
public final class SharedDays {
    /** The night first: a nap says less of it. */
    private static final Comparator<Sleep> BEST =
            Comparator.comparing((Sleep sleep) -> Boolean.TRUE.equals(sleep.getMainSleep()))
                    .thenComparing(
                            Sleep::getAsleepMinutes,
                            Comparator.nullsFirst(Comparator.<Integer>naturalOrder()));

    private SharedDays() {}

    /**
     * One local date of a user; what is absent is null.
     *
     * @param nightAsleepMinutes of the night that ended on that date
     */
    public record SharedDay(
            LocalDate date,
            @Nullable Integer steps,
            @Nullable Double distanceMetres,
            @Nullable Double restingHeartRateBeatsPerMinute,
            @Nullable Integer nightAsleepMinutes) {}

    /** By user, the dates of which there is anything, latest first. */
    public static Map<UUID, List<SharedDay>> byUser(List<OfDate> records) {
        return records.stream()
                .collect(
                        Collectors.groupingBy(
                                OfDate::user,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), SharedDays::ofOne)));
    }

    /** Of one user, the dates of which there is anything, latest first. */
    public static List<SharedDay> ofOne(List<OfDate> records) {
        Map<LocalDate, List<OfDate>> byDate =
                records.stream()
                        .collect(
                                Collectors.groupingBy(
                                        OfDate::date,
                                        () -> new TreeMap<>(Comparator.reverseOrder()),
                                        Collectors.toList()));
        List<SharedDay> days = new ArrayList<>(byDate.size());
        byDate.forEach((date, ofDate) -> days.add(day(date, ofDate)));
        return List.copyOf(days);
    }

    private static SharedDay day(LocalDate date, List<OfDate> records) {
        @Nullable DailySummary summary =
                records.stream()
                        .filter(one -> one.kept().recordType().equals(RecordType.DAILY_SUMMARY))
                        .map(one -> one.kept().as(DailySummary.class))
                        .findFirst()
                        .orElse(null);
        @Nullable Integer asleep =
                records.stream()
                        .filter(one -> one.kept().recordType().equals(RecordType.SLEEP))
                        .map(one -> one.kept().as(Sleep.class))
                        .max(BEST)
                        .map(Sleep::getAsleepMinutes)
                        .orElse(null);
        return summary == null
                ? new SharedDay(date, null, null, null, asleep)
                : new SharedDay(
                        date,
                        summary.getSteps(),
                        summary.getDistanceMetres(),
                        summary.getRestingHeartRateBeatsPerMinute(),
                        asleep);
    }
}
