package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.audit.AuditEntry;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.operator.DeadLetterCount;
import io.pulseline.pipeline.operator.ExhaustedDelivery;
import io.pulseline.pipeline.operator.Lag;
import io.pulseline.pipeline.operator.Overview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the street stands, as the page shows it.
 *
 * @param exhausted the latest deliveries that were given up
 * @param audit its latest lines
 */
public record OperatorView(
        Shell shell, Overview overview, List<ExhaustedLine> exhausted, List<AuditLine> audit) {
    public OperatorView {
        exhausted = List.copyOf(exhausted);
        audit = List.copyOf(audit);
    }

    static OperatorView of(
            Shell shell,
            Overview overview,
            List<ExhaustedDelivery> exhausted,
            List<AuditEntry> audit) {
        Reader reader = shell.reader();
        return new OperatorView(
                shell,
                overview,
                exhausted.stream().map(one -> ExhaustedLine.of(one, reader)).toList(),
                audit.stream().map(one -> AuditLine.of(one, reader)).toList());
    }

    OperatorView with(Overview complete) {
        return new OperatorView(shell, complete, exhausted, audit);
    }

    /** When all of it was read. */
    public String asOf() {
        return shell.reader().moment(shell.reader().now());
    }

    public List<Counted> states() {
        return Counted.of(
                overview.connectionsByState(),
                state -> Texts.sayOr("connections_state_" + state, state));
    }

    public List<Counted> providers() {
        return Counted.of(
                overview.connectionsByProvider(),
                provider -> Texts.sayOr("activities_provider_" + provider, provider));
    }

    /** How many have each tier. */
    public List<Counted> tiers() {
        return Counted.of(
                overview.tiers().usersByTier(), tier -> Texts.sayOr("operator_tier_" + tier, tier));
    }

    public List<WorkLine> deliveries() {
        return overview.work().deliveries().stream()
                .map(one -> WorkLine.of(one, shell.reader()))
                .toList();
    }

    /** Since when the oldest run that is due waits. */
    public String oldestRun() {
        return shell.reader().ago(overview.work().oldestRunDueAt());
    }

    /** Null where Kafka did not answer. */
    public @Nullable List<Lag> lag() {
        return overview.lag();
    }

    /** Null where Kafka did not answer. */
    public @Nullable List<DeadLetterCount> deadLetters() {
        return overview.deadLetters();
    }
}
