package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What quotas promise, whoever keeps them. Each test has a connection of its own. */
abstract class BudgetsContract {
    static final BudgetRules RULES =
            new BudgetRules(150, 5, 80, 50, Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static final List<Priority> PRIORITIES =
            List.of(Priority.LIVE, Priority.LATE, Priority.BACKFILL);

    private final UUID connection = UUID.randomUUID();

    /** One of two replicas over the same quotas, with {@link #RULES}. */
    abstract Budgets replica();

    private static Instant at(String time) {
        return Instant.parse("2026-11-25T" + time + "Z");
    }

    private BudgetOutcome take(Priority priority, String now) {
        return replica().take(connection, priority, at(now), null);
    }

    private void takes(int count, Priority priority, String now) {
        for (int request = 0; request < count; request++) {
            assertThat(take(priority, now)).isInstanceOf(Granted.class);
        }
    }

    @Test
    void aFirstRequestIsGrantedAndCounted() {
        assertThat(replica().left(connection, at("13:10:00"))).isEmpty();
        assertThat(take(Priority.LIVE, "13:10:00")).isEqualTo(new Granted(144, 1));
        assertThat(replica().left(connection, at("13:10:00"))).hasValue(144);
    }

    @Test
    void backfillStopsFirstThenLateThenLiveAndAllGoOnInTheNextWindow() {
        SpentUntil nextHour = new SpentUntil(at("14:00:05"), Reason.QUOTA_SPENT);
        takes(75, Priority.BACKFILL, "13:10:00");
        assertThat(take(Priority.BACKFILL, "13:20:00")).isEqualTo(nextHour);
        takes(45, Priority.LATE, "13:20:00");
        assertThat(take(Priority.LATE, "13:20:00")).isEqualTo(nextHour);
        takes(25, Priority.LIVE, "13:20:00");
        assertThat(take(Priority.LIVE, "13:20:00")).isEqualTo(nextHour);
        assertThat(replica().left(connection, at("13:20:00"))).hasValue(0);

        assertThat(take(Priority.LIVE, "14:00:04")).isEqualTo(nextHour);
        assertThat(take(Priority.BACKFILL, "14:00:05")).isEqualTo(new Granted(144, 1));
    }

    @Test
    void aRefusalHoldsForAllAlthoughRequestsRemain() {
        takes(3, Priority.LIVE, "13:10:00");

        replica().limited(connection, at("13:10:01"), at("13:30:00"));

        assertThat(take(Priority.LIVE, "13:29:59"))
                .isEqualTo(new SpentUntil(at("13:30:00"), Reason.PROVIDER_REFUSED));
        assertThat(replica().left(connection, at("13:29:59"))).hasValue(0);
        assertThat(take(Priority.LIVE, "13:30:00")).isEqualTo(new Granted(141, 4));
    }

    @Test
    void aRefusalOfTheVeryFirstRequestIsKept() {
        replica().limited(connection, at("13:10:01"), at("13:30:00"));

        assertThat(take(Priority.LIVE, "13:20:00")).isInstanceOf(SpentUntil.class);
    }

    @Test
    void headersAreLearnedWithTheNextRequest() {
        takes(10, Priority.LIVE, "13:10:00");
        HeaderView others = new HeaderView(150, 60, at("14:00:00"), at("13:10:00"), 10);

        assertThat(replica().take(connection, Priority.LIVE, at("13:10:01"), others))
                .isEqualTo(new Granted(145 - 91, 11));
        assertThat(take(Priority.BACKFILL, "13:10:02")).isInstanceOf(SpentUntil.class);
    }

    @Test
    void windowsLongPastAreForgotten() {
        takes(1, Priority.LIVE, "03:10:00");

        replica().forgetBefore(at("04:00:00"));
        assertThat(replica().left(connection, at("04:30:00"))).hasValue(145);
        replica().forgetBefore(at("04:00:01"));

        assertThat(replica().left(connection, at("04:30:00"))).isEmpty();
    }

    /** Whatever happens, in whatever order, the answers are those of {@link Window}. */
    @Test
    void everyAnswerIsThatOfThePureRules() {
        Random random = new Random(7);
        Instant now = at("10:00:00");
        Window expected = Window.first(RULES.allowance(), now);
        int count = 0;
        for (int step = 0; step < 600; step++) {
            now = now.plusSeconds(random.nextInt(40));
            if (random.nextInt(80) == 0) {
                Instant until = now.plusSeconds(random.nextInt(600));
                replica().limited(connection, now, until);
                expected = expected.limited(until);
            }
            @Nullable HeaderView told = random.nextInt(4) == 0 ? told(random, now, count) : null;
            Priority priority = PRIORITIES.get(random.nextInt(3));
            expected = expected.at(now, RULES);
            expected = told == null ? expected : expected.learned(told, now, RULES);
            Window.Taken taken = expected.take(priority, now, RULES);
            expected = taken.window();
            count = expected.used();

            assertThat(replica().take(connection, priority, now, told))
                    .as("step %d at %s, %s told %s", step, now, priority, told)
                    .isEqualTo(taken.outcome());
        }
    }

    private static HeaderView told(Random random, Instant now, int count) {
        Instant seen = now.minusSeconds(random.nextInt(90));
        long reset = 3600L - Math.floorMod(seen.getEpochSecond(), 3600) + random.nextInt(5) - 2;
        return new HeaderView(
                150,
                Math.clamp(150L - count - random.nextInt(20) + 10, 0, 150),
                seen.plusSeconds(Math.max(0, reset)),
                seen,
                Math.max(0, count - random.nextInt(3)));
    }

    @Test
    void twoReplicasTogetherNeverExceedTheQuota() throws InterruptedException, ExecutionException {
        List<Future<Integer>> granted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int worker = 0; worker < 8; worker++) {
                Budgets replica = replica();
                Priority priority = PRIORITIES.get(worker % 3);
                granted.add(threads.submit(() -> grants(replica, priority, 40)));
            }
        }
        int sum = 0;
        for (Future<Integer> each : granted) {
            sum += each.get();
        }

        assertThat(sum).isEqualTo(145);
        assertThat(replica().left(connection, at("13:30:00"))).hasValue(0);
    }

    private int grants(Budgets replica, Priority priority, int tries) {
        int granted = 0;
        for (int request = 0; request < tries; request++) {
            if (replica.take(connection, priority, at("13:30:00"), null) instanceof Granted) {
                granted++;
            }
        }
        return granted;
    }
}
