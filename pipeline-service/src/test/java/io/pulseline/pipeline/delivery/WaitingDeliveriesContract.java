package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger promises about targets that rest, are slow, or remember. */
abstract class WaitingDeliveriesContract extends LedgerKit {
    private static final DeliveryOutcome PAUSED = new DeliveryOutcome.Paused("the key is wrong");

    @Test
    void whatGoesToAPausedTargetWaitsUntilItIsLetGo() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), PAUSED, NOON);

        assertThat(claim("a", NOON.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(states())
                .containsExactly(
                        new DeliveryState.Due(NOON, 1, "the target is paused: the key is wrong"));

        letGo(NOON.plusSeconds(60));

        assertThat(claim("a", NOON.plusSeconds(60))).hasSize(1);
    }

    @Test
    void aPauseTakesNothingFromTheSchedule() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), PAUSED, NOON);
        letGo(NOON);

        settle(claim("a", NOON).getFirst(), LATER, NOON);

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON.plusSeconds(5), 2, "busy"));
    }

    @Test
    void whatIsPostponedComesBackThenWithItsProgressAndAsOftenAsItTakes() {
        enter(1, NOON);
        Instant now = NOON;
        for (int poll = 1; poll <= 5; poll++) {
            settle(claim("a", now).getFirst(), postponed("upload 7"), now);
            assertThat(claim("a", now.plusMillis(1999))).isEmpty();
            now = now.plusSeconds(2);
        }

        ClaimedDelivery last = claim("a", now).getFirst();

        assertThat(last.progress()).isEqualTo("upload 7");
        assertThat(last.uncounted()).isEqualTo(5);
        settle(last, new DeliveryOutcome.Accepted("a-1"), now);
        assertThat(states()).containsExactly(new DeliveryState.Delivered(now, 6, "a-1"));
    }

    @Test
    void aFailureKeepsTheProgress() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), postponed("upload 7"), NOON);
        Instant then = NOON.plusSeconds(2);

        settle(claim("a", then).getFirst(), LATER, then);

        assertThat(claim("a", then.plusSeconds(5)).getFirst().progress()).isEqualTo("upload 7");
    }

    @Test
    void aNewerRevisionIsToldUnderWhichIdTheTargetKeepsTheOlder() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("remote-1"), NOON);
        enter(2, NOON);

        ClaimedDelivery second = claim("a", NOON).getFirst();

        assertThat(second.remoteId()).isEqualTo("remote-1");
    }

    @Test
    void anIdThatIsToldOnceIsKnownForGood() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("remote-1"), NOON);
        enter(2, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted(), NOON);
        enter(3, NOON);

        assertThat(claim("a", NOON).getFirst().remoteId()).isEqualTo("remote-1");
    }

    @Test
    void whatWasDeletedThereHasNoIdAnyMore() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("remote-1"), NOON);
        delete(2, null);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("remote-1"), NOON);
        enter(3, NOON);

        assertThat(claim("a", NOON).getFirst().remoteId()).isNull();
    }

    @Test
    void whatIsOnItsWayWhenANewerRevisionBeginsIsNotTriedAgain() {
        enter(1, NOON);
        ClaimedDelivery older = claim("a", NOON).getFirst();
        done(() -> ledger().supersedeBelow(Map.of(run, 2L), NOON));

        settle(older, LATER, NOON);

        assertThat(states()).containsExactly(new DeliveryState.Superseded(1));
    }

    @Test
    void itsLeaseThatRunsOutIsNotTakenUpEither() {
        enter(1, NOON);
        claim("a", NOON);
        done(() -> ledger().supersedeBelow(Map.of(run, 2L), NOON));

        assertThat(claim("b", NOON.plus(LEASE))).isEmpty();
        assertThat(states()).containsExactly(new DeliveryState.Superseded(1));
    }

    @Test
    void theLatestFiftyAttemptsAreRemembered() {
        enter(1, NOON);
        Instant now = NOON;
        for (int attempt = 1; attempt <= 52; attempt++) {
            settle(claim("a", now).getFirst(), postponed(null), now);
            now = now.plusSeconds(2);
        }

        List<PastAttempt> past = deliveries().getFirst().past();

        assertThat(past).hasSize(50);
        assertThat(past.getFirst().number()).isEqualTo(3);
        assertThat(past.getLast().number()).isEqualTo(52);
    }

    @Test
    void oneTargetIsNotGivenMoreAtOnceThanItMayHave() {
        for (int other = 0; other < 5; other++) {
            enterAnother();
        }

        assertThat(claimed(3, 2)).hasSize(1);
        assertThat(claimed(3, 0)).hasSize(3);
        assertThat(claimed(3, 3)).isEmpty();
    }

    private List<ClaimedDelivery> claimed(int atOnce, int underWay) {
        Claim claim =
                new Claim(
                        "a",
                        NOON,
                        NOON.plus(LEASE),
                        1000,
                        atOnce,
                        Map.of(target, underWay),
                        Set.of());
        return done(() -> ledger().claim(claim)).stream()
                .filter(one -> one.delivery().target().equals(target))
                .toList();
    }

    private void enterAnother() {
        UUID another = UUID.randomUUID();
        done(() -> ledger().enter(List.of(ofRecord(another, another)), NOON));
    }

    private void letGo(Instant now) {
        done(() -> ledger().letGo(List.of(target), now));
    }

    private static DeliveryOutcome postponed(@Nullable String progress) {
        return new DeliveryOutcome.Postponed("it works on it", Duration.ofSeconds(2), progress);
    }
}
