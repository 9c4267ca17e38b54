package io.pulseline.ingest.budget;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.Spending.Postponed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Grants requests to providers, each on the account that {@link Spending} names. What headers tell
 * is kept until the next request of that connection and goes to the database with it.
 */
@ApplicationScoped
public class RequestBudget {
    private static final Logger LOG = Logger.getLogger(RequestBudget.class);

    /** A window that ended so long ago matters to nobody. */
    private static final Duration FORGET_AFTER = Duration.ofDays(1);

    private final Budgets budgets;
    private final BudgetRules rules;
    private final BudgetMetrics metrics;
    private final Clock clock;
    private final ConcurrentMap<UUID, HeaderView> untold = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> forgottenAt = new AtomicReference<>(Instant.EPOCH);

    RequestBudget(Budgets budgets, BudgetMetrics metrics, BudgetConfig config, Clock clock) {
        this.budgets = budgets;
        this.rules = BudgetRules.of(config);
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Asks for one request on the present account; blocks.
     *
     * @param provider as people call it
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away: what cannot
     *     be counted is not asked
     */
    public BudgetOutcome take(String provider) {
        Spending spending = Spending.current();
        Instant now = clock.instant();
        forget(now);
        @Nullable HeaderView told = untold.remove(spending.connection());
        BudgetOutcome outcome = budgets.take(spending.connection(), spending.priority(), now, told);
        metrics.request(spending.priority(), outcome);
        switch (outcome) {
            case Granted _ -> spending.granted();
            case SpentUntil(Instant until, Reason reason) -> {
                boolean forAll =
                        reason == Reason.PROVIDER_REFUSED || spending.priority() == Priority.LIVE;
                spending.postponed(new Postponed(until, provider + " " + words(reason), forAll));
            }
        }
        return outcome;
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case QUOTA_SPENT -> "quota spent";
            case PROVIDER_REFUSED -> "refuses more requests (429)";
        };
    }

    /** What headers beside an answer told; the newest counts. */
    public void told(HeaderView view) {
        untold.merge(
                Spending.current().connection(),
                view,
                (held, next) -> next.seenAt().isBefore(held.seenAt()) ? held : next);
    }

    /** The provider answered 429: nobody asks for this connection before then. Blocks. */
    public void refused(String provider, Instant until) {
        Spending spending = Spending.current();
        budgets.limited(spending.connection(), clock.instant(), until);
        metrics.refused();
        spending.postponed(
                new Postponed(until, provider + " " + words(Reason.PROVIDER_REFUSED), true));
        LOG.infof("refused by the provider: connection=%s until=%s", spending.connection(), until);
    }

    /**
     * Requests an hour that this priority may spend while the provider's quota is the usual one.
     */
    public int perHour(Priority priority) {
        return rules.ceiling(priority, rules.allowance());
    }

    /** Requests left for live work in this window; empty if not known. Blocks. */
    public OptionalInt requestsLeft(UUID connection) {
        return budgets.left(connection, clock.instant());
    }

    private void forget(Instant now) {
        Instant last = forgottenAt.get();
        if (last.plus(Window.LENGTH).isBefore(now) && forgottenAt.compareAndSet(last, now)) {
            budgets.forgetBefore(now.minus(FORGET_AFTER));
            untold.values().removeIf(view -> view.resetsAt().isBefore(now));
        }
    }
}
