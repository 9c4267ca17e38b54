package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.Spending.Postponed;
import io.pulseline.ingest.budget.Spending.Spent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestBucketsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.000000789Z");
    private static final Instant NOON_SHARP = Instant.parse("2026-11-25T12:00:00Z");
    private static final String PROVIDER = "Google Health";

    private final UUID connection = UUID.randomUUID();
    private final InMemoryBuckets store = new InMemoryBuckets();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BudgetMetrics metrics = new BudgetMetrics(registry);
    private final BucketSettings settings = new BucketSettings();
    private final RequestBuckets buckets = at(NOON);

    private RequestBuckets at(Instant now) {
        return new RequestBuckets(
                store,
                new ProjectTokens(store, settings),
                metrics,
                settings,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Spent<BudgetOutcome> asks(Priority priority) {
        return Spending.of(connection, priority, () -> buckets.take(PROVIDER));
    }

    private double counted(String priority, String outcome) {
        return registry.get("pulseline.ingest.budget.requests")
                .tags("priority", priority, "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void aGrantIsCountedOnTheAccountOfWhoeverAsks() {
        Spent<BudgetOutcome> spent = asks(Priority.LATE);

        assertThat(spent.answer()).isEqualTo(new Granted(144, 0));
        assertThat(spent.requests()).isOne();
        assertThat(spent.postponed()).isEmpty();
        assertThat(buckets.requestsLeft(connection)).hasValue(144);
        assertThat(counted("late", "granted")).isOne();
    }

    @Test
    void aSpentShareIsPostponedAndOthersGoOn() {
        for (int request = 0; request < 75; request++) {
            asks(Priority.BACKFILL);
        }
        Instant until = NOON_SHARP.plusMillis(5_400);

        Spent<BudgetOutcome> spent = asks(Priority.BACKFILL);

        assertThat(spent.answer()).isEqualTo(new SpentUntil(until, Reason.QUOTA_SPENT));
        assertThat(spent.requests()).isZero();
        assertThat(spent.postponed())
                .hasValue(new Postponed(until, "Google Health quota spent", false));
        assertThat(counted("backfill", "postponed")).isOne();
        assertThat(asks(Priority.LIVE).answer()).isInstanceOf(Granted.class);
    }

    @Test
    void whatTheUserMayNotSpendIsNotTakenFromTheProject() {
        for (int request = 0; request < 75; request++) {
            asks(Priority.BACKFILL);
        }
        for (int request = 0; request < 75; request++) {
            asks(Priority.BACKFILL);
        }
        int questions = store.questions();

        for (int request = 0; request < 24; request++) {
            asks(Priority.LIVE);
        }

        assertThat(store.questions() - questions).as("one each, of the user's").isEqualTo(24);
    }

    @Test
    void aSpentProjectIsNamedAndCostsTheUserNothing() {
        store.take(
                ProjectTokens.BUCKET,
                BucketRules.ofProject(settings),
                Priority.LIVE,
                900,
                NOON_SHARP);

        Spent<BudgetOutcome> spent = asks(Priority.LIVE);

        Instant until = NOON_SHARP.plusMillis(5_010);
        assertThat(spent.postponed())
                .hasValue(new Postponed(until, "Google Health quota of all users spent", true));
        assertThat(buckets.requestsLeft(connection)).isEmpty();
    }

    @Test
    void aRefusalHoldsForAllOfTheConnectionAndForNobodyElse() {
        Instant until = NOON.plusSeconds(60);
        Spent<BudgetOutcome> spent =
                Spending.of(
                        connection,
                        Priority.LIVE,
                        () -> {
                            BudgetOutcome outcome = buckets.take(PROVIDER);
                            buckets.refused(PROVIDER, until);
                            return outcome;
                        });

        String why = "Google Health refuses more requests (429)";
        assertThat(spent.postponed()).hasValue(new Postponed(until, why, true));
        assertThat(registry.get("pulseline.ingest.budget.refused").counter().count()).isOne();
        assertThat(buckets.requestsLeft(connection)).hasValue(0);
        Instant then = NOON_SHARP.plusSeconds(60);
        assertThat(asks(Priority.BACKFILL).answer())
                .isEqualTo(new SpentUntil(then, Reason.PROVIDER_REFUSED));
        assertThat(asks(Priority.BACKFILL).postponed()).hasValue(new Postponed(then, why, true));
        UUID other = UUID.randomUUID();
        assertThat(Spending.of(other, Priority.LIVE, () -> buckets.take(PROVIDER)).answer())
                .isInstanceOf(Granted.class);
    }

    @Test
    void bucketsOfYesterdayAreForgotten() {
        asks(Priority.LIVE);
        RequestBuckets tomorrow = at(NOON.plus(Duration.ofDays(1)).plusSeconds(1));

        Spending.of(UUID.randomUUID(), Priority.LIVE, () -> tomorrow.take(PROVIDER));

        assertThat(tomorrow.requestsLeft(connection)).isEmpty();
    }

    @Test
    void aCallThatNobodyPaysForIsAMistakeInOurProgram() {
        assertThatThrownBy(() -> buckets.take(PROVIDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of Spending");
    }
}
