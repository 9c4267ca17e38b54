package io.pulseline.ingest.budget;

class InMemoryBudgetsTest extends BudgetsContract {
    private final Budgets budgets = new InMemoryBudgets(RULES);

    @Override
    Budgets replica() {
        return budgets;
    }
}
