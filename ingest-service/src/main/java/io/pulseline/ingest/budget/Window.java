package io.pulseline.ingest.budget;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection's quota in the present window; the fields are those of table {@code rate_budget}.
 * The rules stand here once in Java and once in {@link PostgresBudgets}' statement; one contract
 * kit holds both to the same answers.
 */
record Window(
        int allowance,
        Instant resetsAt,
        int used,
        int nearEnd,
        int seenUsed,
        int seenAt,
        @Nullable Instant limitedUntil) {
    static final Duration LENGTH = Duration.ofHours(1);

    /** Of a connection that has not asked yet: windows end at the full hour. */
    static Window first(int allowance, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(LENGTH);
        return new Window(allowance, end, 0, 0, 0, 0, null);
    }

    /** What a question for a request led to. */
    record Taken(Window window, BudgetOutcome outcome) {}

    /** The window of that time: this one, or a later one in which little has been asked. */
    Window at(Instant now, BudgetRules rules) {
        Duration over = Duration.between(resetsAt.plus(rules.margin()), now);
        if (over.isNegative()) {
            return this;
        }
        long windows = over.dividedBy(LENGTH) + 1;
        int carried = windows == 1 ? nearEnd : 0;
        return new Window(
                allowance,
                resetsAt.plus(LENGTH.multipliedBy(windows)),
                carried,
                0,
                0,
                0,
                limitedUntil);
    }

    /**
     * Learns from a header. While a window is young headers may still count the one before, and an
     * older view than the one known is forgotten.
     */
    Window learned(HeaderView view, Instant now, BudgetRules rules) {
        if (!view.tells(now, rules)) {
            return this;
        }
        Duration apart = Duration.between(resetsAt, view.resetsAt()).abs();
        Instant end = apart.compareTo(rules.margin()) > 0 ? view.resetsAt() : resetsAt;
        boolean young = view.seenAt().isBefore(end.minus(LENGTH).plus(rules.headerLag()));
        boolean newer = !young && view.count() >= seenAt;
        return new Window(
                view.allowance(),
                end,
                used,
                nearEnd,
                newer ? view.used() : seenUsed,
                newer ? view.count() : seenAt,
                limitedUntil);
    }

    /** Our own count, or the provider's with what we have asked since: whichever is more. */
    int spent() {
        return Math.max(used, seenUsed + Math.max(0, used - seenAt));
    }

    /** What is left for whoever goes first, at the time this window is of. */
    int left(Instant now, BudgetRules rules) {
        boolean limited = limitedUntil != null && now.isBefore(limitedUntil);
        return limited ? 0 : Math.max(0, rules.ceiling(Priority.LIVE, allowance) - spent());
    }

    /** Asks for one request now; this must be the window {@link #at} now. */
    Taken take(Priority priority, Instant now, BudgetRules rules) {
        if (limitedUntil != null && now.isBefore(limitedUntil)) {
            return new Taken(this, new SpentUntil(limitedUntil, Reason.PROVIDER_REFUSED));
        }
        if (spent() >= rules.ceiling(priority, allowance)) {
            return new Taken(
                    this, new SpentUntil(resetsAt.plus(rules.margin()), Reason.QUOTA_SPENT));
        }
        boolean near = !now.isBefore(resetsAt.minus(rules.margin()));
        Window after =
                new Window(
                        allowance,
                        resetsAt,
                        used + 1,
                        near ? nearEnd + 1 : nearEnd,
                        seenUsed,
                        seenAt,
                        null);
        return new Taken(after, new Granted(after.left(now, rules), after.used()));
    }

    /** The provider refuses until then. */
    Window limited(Instant until) {
        return new Window(allowance, resetsAt, used, nearEnd, seenUsed, seenAt, until);
    }
}
