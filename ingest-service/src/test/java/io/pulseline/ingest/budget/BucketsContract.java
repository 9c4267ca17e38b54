package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** What buckets promise, whoever keeps them. Each test has a bucket of its own. */
abstract class BucketsContract {
    private static final BucketSettings SETTINGS = new BucketSettings();
    private static final BucketRules RULES = BucketRules.ofUser(SETTINGS);
    private static final int THREADS = 8;

    private static final List<Priority> PRIORITIES =
            List.of(Priority.LIVE, Priority.LATE, Priority.BACKFILL);

    private final String bucket = UUID.randomUUID().toString();

    /** One of two replicas over the same buckets. */
    abstract Buckets replica();

    private static Instant at(String time) {
        return Instant.parse("2026-11-25T" + time + "Z");
    }

    private int takes(int atMost, Priority priority, String now) {
        return replica().take(bucket, RULES, priority, atMost, at(now)).granted();
    }

    private Bucket looksAt(Priority priority, String now) {
        Bucket.Taken taken = replica().take(bucket, RULES, priority, 1, at(now));
        assertThat(taken.granted()).isZero();
        return taken.bucket();
    }

    @Test
    void aFirstRequestIsGrantedAndCounted() {
        assertThat(replica().left(bucket, RULES, at("13:10:00"))).isEmpty();
        assertThat(takes(1, Priority.LIVE, "13:10:00")).isOne();
        assertThat(replica().left(bucket, RULES, at("13:10:00"))).hasValue(144);
        assertThat(replica().left(bucket, RULES, at("13:10:00.400"))).hasValue(145);
    }

    @Test
    void backfillStopsFirstThenLateThenLiveAndEachGoesOnAsItFills() {
        assertThat(takes(100, Priority.BACKFILL, "13:10:00")).isEqualTo(75);
        assertThat(takes(1, Priority.BACKFILL, "13:10:00")).isZero();
        assertThat(takes(100, Priority.LATE, "13:10:00")).isEqualTo(45);
        assertThat(takes(100, Priority.LATE, "13:10:00")).isZero();
        assertThat(takes(100, Priority.LIVE, "13:10:00")).isEqualTo(25);
        assertThat(takes(100, Priority.LIVE, "13:10:00")).isZero();
        assertThat(replica().left(bucket, RULES, at("13:10:00"))).hasValue(0);

        assertThat(takes(1, Priority.LIVE, "13:10:00.399999")).isZero();
        assertThat(takes(1, Priority.LIVE, "13:10:00.400")).isOne();
        assertThat(takes(1, Priority.BACKFILL, "13:10:28.799999")).isZero();
        assertThat(takes(9, Priority.BACKFILL, "13:10:28.800")).isOne();
    }

    @Test
    void whoeverIsRefusedIsToldWhenToGoOn() {
        takes(75, Priority.BACKFILL, "13:10:00");

        Instant then =
                looksAt(Priority.BACKFILL, "13:10:00")
                        .goesOnAt(Priority.BACKFILL, at("13:10:00"), RULES);

        assertThat(then).isEqualTo(at("13:10:05.400"));
        assertThat(replica().take(bucket, RULES, Priority.BACKFILL, 100, then).granted())
                .isEqualTo(13);
    }

    @Test
    void aRefusalEmptiesTheBucketAndHoldsForAll() {
        takes(3, Priority.LIVE, "13:10:00");

        replica().refused(bucket, RULES, at("13:10:01"), at("13:10:41"));

        Bucket refused = looksAt(Priority.LIVE, "13:10:40");
        assertThat(refused.isRefused(at("13:10:40"))).isTrue();
        assertThat(refused.goesOnAt(Priority.LIVE, at("13:10:40"), RULES))
                .isEqualTo(at("13:10:41"));
        assertThat(replica().left(bucket, RULES, at("13:10:40"))).hasValue(0);
        assertThat(replica().left(bucket, RULES, at("13:10:41"))).hasValue(95);
        assertThat(takes(200, Priority.LIVE, "13:10:41")).isEqualTo(95);
    }

    @Test
    void aRefusalOfTheVeryFirstRequestIsKept() {
        replica().refused(bucket, RULES, at("13:10:01"), at("13:30:00"));

        Bucket refused = looksAt(Priority.LIVE, "13:20:00");

        assertThat(refused.isRefused(at("13:20:00"))).isTrue();
        assertThat(refused.goesOnAt(Priority.LIVE, at("13:20:00"), RULES))
                .isEqualTo(at("13:30:00"));
    }

    @Test
    void anEarlierEndOfARefusalDoesNotShortenALaterOne() {
        replica().refused(bucket, RULES, at("13:10:00"), at("13:30:00"));
        replica().refused(bucket, RULES, at("13:10:01"), at("13:20:00"));

        assertThat(takes(1, Priority.LIVE, "13:29:59")).isZero();
        assertThat(takes(1, Priority.LIVE, "13:30:00")).isOne();
    }

    @Test
    void aClockThatWasSetBackFindsAnEmptyBucketThatFills() {
        takes(10, Priority.LIVE, "13:10:00");

        assertThat(takes(1, Priority.LIVE, "12:10:00")).isZero();
        assertThat(takes(200, Priority.LIVE, "12:11:00")).isEqualTo(145);
    }

    @Test
    void bucketsLongFullAreForgotten() {
        takes(1, Priority.LIVE, "03:10:00");

        replica().forgetFullBefore(at("03:10:00.400"));
        assertThat(replica().left(bucket, RULES, at("04:30:00"))).hasValue(145);
        replica().forgetFullBefore(at("03:10:00.401"));

        assertThat(replica().left(bucket, RULES, at("04:30:00"))).isEmpty();
    }

    /** Whatever happens, in whatever order, the answers are those of {@link Bucket}. */
    @Test
    void everyAnswerIsThatOfThePureRules() {
        Random random = new Random(7);
        Instant now = at("10:00:00");
        Bucket expected = replica().take(bucket, RULES, Priority.LIVE, 1, now).bucket();
        for (int step = 0; step < 600; step++) {
            boolean back = random.nextInt(40) == 0;
            long microseconds = random.nextInt(back ? 700_000_000 : 9_000_000);
            now = now.plusNanos((back ? -microseconds : microseconds) * 1_000);
            if (random.nextInt(40) == 0) {
                Instant until = now.plusMillis(random.nextInt(90_000));
                replica().refused(bucket, RULES, now, until);
                expected = expected.refused(now, until, RULES);
            }
            Priority priority = PRIORITIES.get(random.nextInt(3));
            int atMost = 1 + random.nextInt(random.nextInt(9) == 0 ? 150 : 20);
            Bucket.Taken taken = expected.take(priority, atMost, now, RULES);
            expected = taken.bucket();

            assertThat(replica().take(bucket, RULES, priority, atMost, now))
                    .as("step %d at %s, %s wants %d", step, now, priority, atMost)
                    .isEqualTo(taken);
        }
    }

    @Test
    void twoReplicasTogetherNeverGrantMoreThanThereIs()
            throws InterruptedException, ExecutionException {
        int sum =
                inThreads(worker -> {
                    Buckets replica = replica();
                    Priority priority = PRIORITIES.get(worker % 3);
                    return () -> replica.take(bucket, RULES, priority, 1, at("13:30:00")).granted();
                });

        assertThat(sum).isEqualTo(145);
        assertThat(replica().left(bucket, RULES, at("13:30:00"))).hasValue(0);
    }

    @Test
    void whileTimeGoesOnTwoReplicasTogetherGrantWhatComesBackAndNoMore()
            throws InterruptedException, ExecutionException {
        AtomicLong milliseconds = new AtomicLong();
        int sum =
                inThreads(_ -> {
                    Buckets replica = replica();
                    return () -> {
                        Instant now = at("13:30:00").plusMillis(milliseconds.addAndGet(100));
                        return replica.take(bucket, RULES, Priority.LIVE, 1, now).granted();
                    };
                });

        int comesBack = (int) (milliseconds.get() / 400);
        assertThat(sum).isBetween(145 + comesBack - THREADS, 145 + comesBack);
    }

    @Test
    void replicasThatTakeInBatchesTogetherNeverMakeMoreThanTheProjectHas()
            throws InterruptedException, ExecutionException {
        replica().forgetFullBefore(Instant.parse("2200-01-01T00:00:00Z"));
        List<ProjectTokens> replicas =
                List.of(
                        new ProjectTokens(replica(), SETTINGS),
                        new ProjectTokens(replica(), SETTINGS));
        int sum =
                inThreads(worker -> {
                    ProjectTokens replica = replicas.get(worker % 2);
                    return () -> replica.take(Priority.LIVE, at("13:30:00")).isEmpty() ? 1 : 0;
                });

        assertThat(sum).isEqualTo(900);
    }

    private interface Worker {
        /** What the thread of that number does again and again. */
        IntSupplier of(int thread);
    }

    private static int inThreads(Worker worker) throws InterruptedException, ExecutionException {
        List<Future<Integer>> granted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                IntSupplier once = worker.of(thread);
                granted.add(threads.submit(() -> sum(once)));
            }
        }
        int sum = 0;
        for (Future<Integer> each : granted) {
            sum += each.get();
        }
        return sum;
    }

    private static int sum(IntSupplier once) {
        int sum = 0;
        for (int request = 0; request < 1000 / THREADS * 2; request++) {
            sum += once.getAsInt();
        }
        return sum;
    }
}
