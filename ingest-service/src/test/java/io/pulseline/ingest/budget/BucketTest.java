package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Instant START = Instant.parse("2026-11-25T13:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Somebody asks so long after the one before, or before it: clocks differ. */
    record Ask(long milliseconds, Priority priority, int atMost, boolean refused) {}

    record Grant(Instant at, int requests) {}

    private static BucketRules rules(int capacity, int perMinute) {
        return new BucketRules(capacity, perMinute, 0, 80, 50, Duration.ofSeconds(5), TOLERANCE);
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        Arbitrary<Long> after =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.longs().between(0, 1_000)),
                        Tuple.of(1, Arbitraries.longs().between(0, 40_000)),
                        Tuple.of(1, Arbitraries.longs().between(-2_000, 0)));
        return Combinators.combine(
                        after,
                        Arbitraries.of(Priority.class),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 30).map(one -> one == 1))
                .as(Ask::new)
                .list()
                .ofMaxSize(60);
    }

    private static List<Grant> grants(List<Ask> asks, BucketRules rules) {
        List<Grant> grants = new ArrayList<>();
        Instant now = START;
        Bucket bucket = Bucket.full(now);
        for (Ask ask : asks) {
            now = now.plusMillis(ask.milliseconds());
            if (ask.refused()) {
                bucket = bucket.refused(now, now.plusSeconds(7), rules);
            }
            Bucket.Taken taken = bucket.take(ask.priority(), ask.atMost(), now, rules);
            bucket = taken.bucket();
            grants.add(new Grant(now, taken.granted()));
        }
        return grants;
    }

    @Property
    void noTimeSeesMoreThanAFullBucketAndWhatCameBackMeanwhile(
            @ForAll("asks") List<Ask> asks,
            @ForAll @IntRange(min = 1, max = 200) int capacity,
            @ForAll @IntRange(min = 1, max = 500) int perMinute) {
        List<Grant> grants = grants(asks, rules(capacity, perMinute));

        for (Grant first : grants) {
            for (Grant last : grants) {
                Duration window = Duration.between(first.at(), last.at());
                if (!window.isNegative()) {
                    long made =
                            grants.stream()
                                    .filter(grant -> !grant.at().isBefore(first.at()))
                                    .filter(grant -> !grant.at().isAfter(last.at()))
                                    .mapToLong(Grant::requests)
                                    .sum();
                    long comesBack = perMinute * window.toMillis() / 60_000;
                    assertThat(made).isLessThanOrEqualTo(capacity + comesBack);
                }
            }
        }
    }

    @Property
    void halvesOfAQuotaNeverExceedItInAnyMinute(@ForAll("asks") List<Ask> asks) {
        List<Grant> grants = grants(asks, rules(150, 150));

        for (Grant first : grants) {
            Instant end = first.at().plusSeconds(60);
            assertThat(
                            grants.stream()
                                    .filter(grant -> !grant.at().isBefore(first.at()))
                                    .filter(grant -> grant.at().isBefore(end))
                                    .mapToInt(Grant::requests)
                                    .sum())
                    .isLessThanOrEqualTo(300);
        }
    }

    @Property
    void aTimeThatWentBackFindsNoMoreThanTheTimeBefore(
            @ForAll("asks") List<Ask> asks, @ForAll @IntRange(max = 290_000) int back) {
        BucketRules rules = rules(100, 60);
        Bucket bucket = Bucket.full(START);
        Instant now = START;
        for (Ask ask : asks) {
            now = now.plusMillis(Math.max(0, ask.milliseconds()));
            bucket = bucket.take(ask.priority(), ask.atMost(), now, rules).bucket();
        }

        assertThat(bucket.left(now.minusMillis(back), rules))
                .isLessThanOrEqualTo(bucket.left(now, rules));
    }

    @Property
    void whoeverIsGrantedNothingMayGoOnAtTheTimeTold(
            @ForAll("asks") List<Ask> asks, @ForAll Priority priority) {
        BucketRules rules = rules(100, 60);
        Bucket bucket = Bucket.full(START);
        Instant now = START;
        for (Ask ask : asks) {
            now = now.plusMillis(ask.milliseconds());
            bucket = ask.refused() ? bucket.refused(now, now.plusSeconds(7), rules) : bucket;
            bucket = bucket.take(ask.priority(), ask.atMost(), now, rules).bucket();
        }
        Bucket.Taken taken = bucket.take(priority, 1, now, rules);
        Instant then = taken.bucket().goesOnAt(priority, now, rules);

        assertThat(taken.bucket().take(priority, 1, then, rules).granted()).isOne();
        if (taken.granted() == 0) {
            assertThat(then).isAfter(now);
        }
    }

    @Test
    void aShareOfNothingLetsNoneThrough() {
        BucketRules none = new BucketRules(150, 150, 5, 80, 0, Duration.ZERO, TOLERANCE);

        assertThat(Bucket.full(START).take(Priority.BACKFILL, 1, START, none).granted()).isZero();
        assertThat(Bucket.full(START).isOpenTo(Priority.BACKFILL, START, none)).isFalse();
        assertThat(none.perHour(Priority.BACKFILL)).isZero();
        assertThat(none.perHour(Priority.LATE)).isEqualTo(9000);
    }

    @Test
    void whatDoesNotDivideEvenlyComesBackALittleLater() {
        assertThat(rules(10, 7).microsecondsEach()).isEqualTo(8_571_429);
        assertThat(rules(10, 60).microsecondsEach()).isEqualTo(1_000_000);
    }

    @Test
    void numbersThatMakeNoBucketAreRefused() {
        assertThatThrownBy(() -> rules(0, 1)).hasMessageContaining("ingest.google-budget");
        assertThatThrownBy(() -> rules(1, 0)).hasMessageContaining("per-minute");
        assertThatThrownBy(() -> rules(1, 10_000_001)).hasMessageContaining("10000000");
        assertThatThrownBy(() -> new BucketRules(1, 1, -1, 80, 50, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("margin");
        assertThatThrownBy(() ->
                        new BucketRules(1, 1, 0, 80, 50, Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessageContaining("duration");
    }
}
