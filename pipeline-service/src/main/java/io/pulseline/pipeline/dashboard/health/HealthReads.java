package io.pulseline.pipeline.dashboard.health;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what health pages show, in a fixed number of statements. */
@RequestScoped
class HealthReads {
    private static final int DAYS_BEFORE = DailyValues.DAYS_BEFORE;

    private static final Set<String> OF_THE_OVERVIEW =
            Set.of(
                    RecordType.DAILY_SUMMARY,
                    RecordType.HEART_RATE_VARIABILITY,
                    RecordType.SLEEP,
                    RecordType.RESPIRATORY_RATE,
                    RecordType.OXYGEN_SATURATION);

    private final Shells shells;
    private final Records records;

    HealthReads(Shells shells, Records records) {
        this.shells = shells;
        this.records = records;
    }

    /** To be called inside a transaction. */
    Uni<OverviewKept> overview() {
        return shells.of(Section.HEALTH)
                .chain(shell -> {
                    LocalDate today = shell.reader().today();
                    return records.metrics(
                                    shell.user(),
                                    OF_THE_OVERVIEW,
                                    // A week, and what is usual for its first date.
                                    today.minusDays(7L + DAYS_BEFORE),
                                    today)
                            .map(days -> new OverviewKept(shell, days));
                });
    }

    /** The same for one measure; what the address asks for may be anything. */
    Uni<HealthKept> measure(Measure measure, @Nullable String span, @Nullable String date) {
        return shells.of(Section.HEALTH)
                .chain(shell -> {
                    Period period = Period.asked(span, date, shell.reader().today());
                    return days(shell, measure, period)
                            .chain(days ->
                                    hours(shell, measure, period)
                                            .map(hours ->
                                                    new HealthKept(
                                                            shell,
                                                            measure,
                                                            period,
                                                            days,
                                                            hours,
                                                            Reasons.ofData(shell, measure))));
                });
    }

    private Uni<List<KeptMetric>> days(Shell shell, Measure measure, Period period) {
        return records.metrics(
                shell.user(),
                measure.dailyTypes(period.span()),
                period.first().minusDays(DAYS_BEFORE),
                period.last());
    }

    private Uni<List<KeptMetric>> hours(Shell shell, Measure measure, Period period) {
        return measure.readsHours(period.span())
                ? records.metrics(shell.user(), measure.path(), period.first(), period.last())
                : Uni.createFrom().item(List.of());
    }
}
