package io.pulseline.ingest.budget;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotas of one process. */
final class InMemoryBudgets implements Budgets {
    private final BudgetRules rules;
    private final Map<UUID, Window> windows = new HashMap<>();

    InMemoryBudgets(BudgetRules rules) {
        this.rules = rules;
    }

    private Window window(UUID connection, Instant now) {
        return windows.getOrDefault(connection, Window.first(rules.allowance(), now));
    }

    @Override
    public synchronized BudgetOutcome take(
            UUID connection, Priority priority, Instant now, @Nullable HeaderView told) {
        Window present = window(connection, now).at(now, rules);
        Window learned = told == null ? present : present.learned(told, now, rules);
        Window.Taken taken = learned.take(priority, now, rules);
        windows.put(connection, taken.window());
        return taken.outcome();
    }

    @Override
    public synchronized void limited(UUID connection, Instant now, Instant until) {
        windows.put(connection, window(connection, now).limited(until));
    }

    @Override
    public synchronized OptionalInt left(UUID connection, Instant now) {
        Window held = windows.get(connection);
        return held == null
                ? OptionalInt.empty()
                : OptionalInt.of(held.at(now, rules).left(now, rules));
    }

    @Override
    public synchronized void forgetBefore(Instant time) {
        windows.values().removeIf(window -> window.resetsAt().isBefore(time));
    }
}
