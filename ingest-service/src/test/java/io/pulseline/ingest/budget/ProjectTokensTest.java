package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A full bucket of 1000, of which live work may spend 900, late 800 and backfill 500. */
class ProjectTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final InMemoryBuckets buckets = new InMemoryBuckets();
    private final ProjectTokens tokens = new ProjectTokens(buckets, new BucketSettings());

    private int takes(int wanted, Priority priority, Instant now) {
        int granted = 0;
        for (int request = 0; request < wanted; request++) {
            granted += tokens.take(priority, now).isEmpty() ? 1 : 0;
        }
        return granted;
    }

    private int left(Instant now) {
        return buckets.left(ProjectTokens.BUCKET, BucketRules.ofProject(new BucketSettings()), now)
                .orElseThrow();
    }

    @Test
    void oneQuestionServesABatchOfRequests() {
        assertThat(takes(100, Priority.LIVE, NOON)).isEqualTo(100);
        assertThat(buckets.questions()).isOne();

        assertThat(takes(1, Priority.LIVE, NOON)).isOne();
        assertThat(buckets.questions()).isEqualTo(2);
    }

    @Test
    void whatIsNotSpentInTimeIsLost() {
        takes(1, Priority.LIVE, NOON);

        takes(1, Priority.LIVE, NOON.plusMillis(9_999));
        assertThat(buckets.questions()).isOne();
        takes(1, Priority.LIVE, NOON.plusSeconds(10));

        assertThat(buckets.questions()).isEqualTo(2);
    }

    @Test
    void threadsThatAskOutOfTheOrderOfTheirTimesShareABatch() {
        takes(1, Priority.LIVE, NOON);
        takes(1, Priority.LIVE, NOON.minusMillis(3));

        assertThat(buckets.questions()).isOne();
    }

    @Test
    void whileThereIsEnoughABatchServesEverybody() {
        takes(1, Priority.LIVE, NOON);
        takes(1, Priority.LATE, NOON);
        takes(1, Priority.BACKFILL, NOON);

        assertThat(buckets.questions()).isOne();
    }

    @Test
    void historyGetsNothingOfWhatLiveWorkHasTakenWhileTheBucketRunsShort() {
        assertThat(takes(600, Priority.BACKFILL, NOON)).isEqualTo(500);
        assertThat(takes(1, Priority.LIVE, NOON)).isOne();
        assertThat(takes(1, Priority.LATE, NOON)).isOne();

        assertThat(takes(1, Priority.BACKFILL, NOON)).isZero();
        assertThat(takes(98, Priority.LIVE, NOON)).isEqualTo(98);
        assertThat(takes(1000, Priority.LATE, NOON)).isEqualTo(200);
        assertThat(takes(1000, Priority.LIVE, NOON)).isEqualTo(100);
        assertThat(left(NOON)).isZero();
    }

    @Test
    void aPriorityThatGotNothingIsToldUntilWhenAndTheBucketIsNotAskedBefore() {
        takes(500, Priority.BACKFILL, NOON);
        Instant until = tokens.take(Priority.BACKFILL, NOON).orElseThrow();
        int questions = buckets.questions();

        assertThat(until).isEqualTo(NOON.plusMillis(5_010));
        assertThat(tokens.take(Priority.BACKFILL, until.minusMillis(1))).hasValue(until);
        assertThat(buckets.questions()).isEqualTo(questions);
        assertThat(tokens.take(Priority.BACKFILL, until)).isEmpty();
    }

    @Test
    void aRestOfTheBucketIsGivenAsASmallerBatch() {
        takes(900, Priority.LIVE, NOON);
        Instant later = tokens.take(Priority.LIVE, NOON).orElseThrow().minusSeconds(5);
        ProjectTokens other = new ProjectTokens(buckets, new BucketSettings());

        assertThat(other.take(Priority.LIVE, later)).isEmpty();
        assertThat(other.take(Priority.LIVE, later)).isPresent();
    }

    @Test
    void whatIsGivenBackServesTheNext() {
        assertThat(takes(100, Priority.LIVE, NOON)).isEqualTo(100);
        tokens.giveBack();

        assertThat(takes(1, Priority.LIVE, NOON)).isOne();
        assertThat(buckets.questions()).isOne();
    }
}
