package io.pulseline.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every ledger promises. */
abstract class DeliveryLedgerContract extends LedgerKit {
    @Test
    void enteringTheSameDeliveryTwiceIsOne() {
        enter(1, NOON);
        enter(1, NOON.plusSeconds(1));

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON, 0, null));
    }

    @Test
    void whatIsDueIsClaimedOnceWithItsContent() {
        enter(1, NOON);

        List<ClaimedDelivery> first = claim("a", NOON);

        assertThat(first).hasSize(1);
        assertThat(new String(first.getFirst().content().plain(), UTF_8)).isEqualTo("revision 1");
        assertThat(first.getFirst().lease())
                .isEqualTo(new DeliveryState.Leased("a", NOON.plus(LEASE), 1));
        assertThat(claim("b", NOON)).isEmpty();
    }

    @Test
    void whatIsNotDueYetIsLeftAlone() {
        enter(1, NOON);

        assertThat(claim("a", NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void noMoreAreClaimedThanAskedFor() {
        enter(1, NOON);
        done(() -> ledger().enter(List.of(planned(UUID.randomUUID(), 1, null)), NOON));

        List<ClaimedDelivery> claimed =
                done(() ->
                        ledger().claim(
                                        new Claim(
                                                "a",
                                                NOON,
                                                NOON.plus(LEASE),
                                                1,
                                                1,
                                                Map.of(),
                                                Set.of())));

        assertThat(claimed).hasSize(1);
    }

    @Test
    void aBusyTargetIsLeftAlone() {
        enter(1, NOON);

        List<ClaimedDelivery> claimed =
                done(() ->
                        ledger().claim(
                                        new Claim(
                                                "a",
                                                NOON,
                                                NOON.plus(LEASE),
                                                100,
                                                100,
                                                Map.of(),
                                                Set.of(target))));

        assertThat(claimed).noneMatch(one -> one.delivery().target().equals(target));
    }

    @Test
    void aFailedAttemptIsDueAgainByTheScheduleAndThenExhausted() {
        enter(1, NOON);

        settle(claim("a", NOON).getFirst(), LATER, NOON);
        assertThat(states()).containsExactly(new DeliveryState.Due(NOON.plusSeconds(5), 1, "busy"));
        assertThat(claim("a", NOON.plusSeconds(4))).isEmpty();

        settle(claim("a", NOON.plusSeconds(5)).getFirst(), LATER, NOON.plusSeconds(5));
        assertThat(states()).containsExactly(new DeliveryState.Exhausted("busy", 2));
        assertThat(claim("a", NOON.plusSeconds(999))).isEmpty();
    }

    @Test
    void whatWasAcceptedIsOver() {
        enter(1, NOON);

        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted(), NOON);

        assertThat(states()).containsExactly(new DeliveryState.Delivered(NOON, 1));
        assertThat(claim("a", NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsClaimedAgainAndTheLateResultIsNotNoted() {
        enter(1, NOON);
        ClaimedDelivery lost = claim("a", NOON).getFirst();

        ClaimedDelivery again = claim("b", NOON.plus(LEASE)).getFirst();
        Optional<Delivery> late =
                settle(lost, new DeliveryOutcome.Refused("too late"), NOON.plus(LEASE));

        assertThat(late).isEmpty();
        assertThat(again.lease().attempts()).isEqualTo(2);
        assertThat(again.content().plain()).isEqualTo(lost.content().plain());
        assertThat(states()).containsExactly(again.lease());
    }

    @Test
    void theSameOwnersEarlierLeaseIsLostToo() {
        enter(1, NOON);
        ClaimedDelivery lost = claim("a", NOON).getFirst();
        claim("a", NOON.plus(LEASE));

        assertThat(settle(lost, new DeliveryOutcome.Accepted(), NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void aNewerRevisionSupersedesWhatIsStillDue() {
        enter(1, NOON);
        enter(2, NOON);

        assertThat(states())
                .containsExactly(
                        new DeliveryState.Superseded(0), new DeliveryState.Due(NOON, 0, null));
        assertThat(claim("a", NOON))
                .extracting(one -> one.delivery().revision())
                .containsExactly(2L);
    }

    @Test
    void aNewerRevisionWaitsForTheOlderOnItsWay() {
        enter(1, NOON);
        ClaimedDelivery older = claim("a", NOON).getFirst();
        enter(2, NOON);

        assertThat(claim("b", NOON)).isEmpty();
        settle(older, new DeliveryOutcome.Accepted(), NOON);
        assertThat(claim("b", NOON))
                .extracting(one -> one.delivery().revision())
                .containsExactly(2L);
    }

    @Test
    void anOlderRevisionThatFailsIsNotTriedAfterANewerOne() {
        enter(1, NOON);
        ClaimedDelivery older = claim("a", NOON).getFirst();
        enter(2, NOON);

        settle(older, LATER, NOON);

        assertThat(states())
                .containsExactly(
                        new DeliveryState.Superseded(1), new DeliveryState.Due(NOON, 0, null));
    }

    @Test
    void anOlderRevisionWhoseLeaseRanOutIsNotTriedAfterANewerOne() {
        enter(1, NOON);
        claim("a", NOON);
        enter(2, NOON);

        assertThat(claim("b", NOON.plus(LEASE)))
                .extracting(one -> one.delivery().revision())
                .containsExactly(2L);
        assertThat(states().getFirst()).isEqualTo(new DeliveryState.Superseded(1));
    }

    @Test
    void aRunCanCallOffWhatWasNotSent() {
        enter(1, NOON);

        done(() -> ledger().supersedeBelow(Map.of(run, 2L), NOON));

        assertThat(states()).containsExactly(new DeliveryState.Superseded(0));
        assertThat(claim("a", NOON)).isEmpty();
    }

    @Test
    void anOwnerThatStartsAgainGetsItsWorkBackAtOnce() {
        enter(1, NOON);
        String owner = "killed " + run;
        claim(owner, NOON);

        done(() -> ledger().release(owner, NOON.plusSeconds(1)));

        assertThat(claim(owner, NOON.plusSeconds(1)))
                .extracting(one -> one.lease().attempts())
                .containsExactly(2);
    }

    @Test
    void whatIsRefusedFromTheStartIsNeverClaimed() {
        done(() -> ledger().enter(List.of(planned(target, 1, "the target is disabled")), NOON));

        assertThat(states())
                .containsExactly(new DeliveryState.Refused("the target is disabled", 0));
        assertThat(claim("a", NOON)).isEmpty();
    }

    @Test
    void everyAttemptThatEndedIsRemembered() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), LATER, NOON);
        settle(
                claim("a", NOON.plusSeconds(5)).getFirst(),
                new DeliveryOutcome.Accepted(),
                NOON.plusSeconds(6));

        assertThat(deliveries().getFirst().past())
                .containsExactly(
                        new PastAttempt(1, NOON.toEpochMilli(), "LATER", "busy", 12, null, null),
                        new PastAttempt(
                                2,
                                NOON.plusSeconds(6).toEpochMilli(),
                                "ACCEPTED",
                                null,
                                12,
                                null,
                                null));
    }

    @Test
    void whatWasExhaustedOrRefusedIsDueOnRequestWithTheSameContent() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Refused("no"), NOON);

        assertThat(retry(NOON.plusSeconds(9))).isTrue();

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON.plusSeconds(9), 1, "no"));
        ClaimedDelivery again = claim("a", NOON.plusSeconds(9)).getFirst();
        assertThat(new String(again.content().plain(), UTF_8)).isEqualTo("revision 1");
        assertThat(again.lease().attempts()).isEqualTo(2);
    }

    @Test
    void whatWaitsIsDueAtOnceOnRequest() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), LATER, NOON);

        assertThat(retry(NOON.plusSeconds(1))).isTrue();

        assertThat(claim("a", NOON.plusSeconds(1))).hasSize(1);
    }

    @Test
    void whatIsOnItsWayOrDeliveredIsLeftAloneByARequest() {
        enter(1, NOON);
        ClaimedDelivery claimed = claim("a", NOON).getFirst();

        assertThat(retry(NOON)).isTrue();
        assertThat(states()).containsExactly(claimed.lease());
        settle(claimed, new DeliveryOutcome.Accepted(), NOON);
        assertThat(retry(NOON)).isTrue();
        assertThat(states()).containsExactly(new DeliveryState.Delivered(NOON, 1));
    }

    @Test
    void whatWasRefusedFromTheStartCanBeSentOnRequest() {
        done(() -> ledger().enter(List.of(planned(target, 1, "the target is disabled")), NOON));

        assertThat(retry(NOON)).isTrue();

        assertThat(claim("a", NOON)).hasSize(1);
    }

    @Test
    void withoutItsContentNothingIsSentAgain() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Refused("no"), NOON);
        done(() -> ledger().forgetEnded(NOON.plusSeconds(1), 10_000));

        assertThat(retry(NOON.plusSeconds(1))).isFalse();

        assertThat(states()).containsExactly(new DeliveryState.Refused("no", 1));
    }

    @Test
    void whatMayStillBeSentIsNotForgotten() {
        enter(1, NOON);

        done(() -> ledger().forgetEnded(NOON.plusSeconds(1), 10_000));

        assertThat(claim("a", NOON)).hasSize(1);
    }

    @Test
    void aRunThatIsCalledOffSendsNothingMore() {
        enter(1, NOON);

        callOff(NOON);

        assertThat(states()).containsExactly(new DeliveryState.Cancelled(0));
        assertThat(claim("a", NOON)).isEmpty();
    }

    @Test
    void whatWasOnItsWayWhenItsRunWasCalledOffMayArriveButIsNotTriedAgain() {
        enter(1, NOON);
        ClaimedDelivery first = claim("a", NOON).getFirst();
        callOff(NOON);

        assertThat(states()).containsExactly(first.lease());
        settle(first, LATER, NOON);

        assertThat(states()).containsExactly(new DeliveryState.Cancelled(1));
    }

    @Test
    void whatArrivedAfterItsRunWasCalledOffIsDelivered() {
        enter(1, NOON);
        ClaimedDelivery first = claim("a", NOON).getFirst();
        callOff(NOON);

        settle(first, new DeliveryOutcome.Accepted(), NOON);

        assertThat(states()).containsExactly(new DeliveryState.Delivered(NOON, 1));
    }

    @Test
    void aLeaseThatRanOutAfterItsRunWasCalledOffIsNotClaimedAgain() {
        enter(1, NOON);
        claim("a", NOON);
        callOff(NOON);

        assertThat(claim("b", NOON.plus(LEASE))).isEmpty();
        assertThat(states()).containsExactly(new DeliveryState.Cancelled(1));
    }

    @Test
    void anOwnerThatStartsAgainDoesNotGetBackWhatWasCalledOff() {
        enter(1, NOON);
        String owner = "killed " + run;
        claim(owner, NOON);
        callOff(NOON);

        done(() -> ledger().release(owner, NOON.plusSeconds(1)));

        assertThat(states()).containsExactly(new DeliveryState.Cancelled(1));
    }

    @Test
    void aDeliveryJoinsALaterPassAsItIs() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted(), NOON);

        joinPass(1, NOON.plusSeconds(1));

        assertThat(deliveries())
                .singleElement()
                .matches(one -> one.isOf(1, 1))
                .extracting(Delivery::state)
                .isEqualTo(new DeliveryState.Delivered(NOON, 1));
        assertThat(claim("a", NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void aDeliveryThatWasCalledOffBeginsAgainInALaterPass() {
        enter(1, NOON);
        ClaimedDelivery first = claim("a", NOON).getFirst();
        callOff(NOON);
        settle(first, LATER, NOON);

        joinPass(1, NOON.plusSeconds(1));

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON.plusSeconds(1), 1, null));
        ClaimedDelivery again = claim("a", NOON.plusSeconds(1)).getFirst();
        assertThat(new String(again.content().plain(), UTF_8)).isEqualTo("revision 1");
    }

    @Test
    void whatIsOnItsWayIsNoLongerCalledOffInALaterPass() {
        enter(1, NOON);
        ClaimedDelivery first = claim("a", NOON).getFirst();
        callOff(NOON);
        joinPass(1, NOON);

        settle(first, LATER, NOON);

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON.plusSeconds(5), 1, "busy"));
    }

    @Test
    void whatALaterPassSaysOtherwiseSupersedesWhatIsDue() {
        enter(1, NOON);
        UUID other = UUID.randomUUID();
        done(() -> ledger().enter(List.of(planned(other, target, 1, 1, null)), NOON));

        assertThat(states())
                .containsExactlyInAnyOrder(
                        new DeliveryState.Superseded(0), new DeliveryState.Due(NOON, 0, null));
        assertThat(claim("a", NOON)).extracting(one -> one.delivery().id()).containsExactly(other);
    }

    @Test
    void whatIsSparedIsNeverSentAndKeepsNothingToSend() {
        spare(0);

        assertThat(states()).containsExactly(new DeliveryState.Skipped("it came back", 0));
        assertThat(claim("a", NOON)).isEmpty();
        assertThat(retry(NOON)).isTrue();
        assertThat(states()).containsExactly(new DeliveryState.Skipped("it came back", 0));
    }

    @Test
    void whatWasSparedIsSentInALaterPassThatDoesNotSpareIt() {
        spare(0);
        spare(1);
        assertThat(states()).containsExactly(new DeliveryState.Skipped("it came back", 0));

        joinPass(2, NOON);

        assertThat(states()).containsExactly(new DeliveryState.Due(NOON, 0, null));
        ClaimedDelivery claimed = claim("a", NOON).getFirst();
        assertThat(new String(claimed.content().plain(), UTF_8)).isEqualTo("revision 1");
    }

    @Test
    void theIdThatATargetTellsIsKept() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("r-7"), NOON);

        assertThat(states()).containsExactly(new DeliveryState.Delivered(NOON, 1, "r-7"));
        assertThat(fed()).containsExactly(new Fed(target, run, footprint, "r-7"));
    }

    @Test
    void aTargetIsFedFromTheMomentThatItIsDue() {
        enter(1, NOON);
        Fed expected = new Fed(target, run, footprint, null);

        assertThat(fed()).containsExactly(expected);
        ClaimedDelivery claimed = claim("a", NOON).getFirst();
        assertThat(fed()).containsExactly(expected);
        settle(claimed, new DeliveryOutcome.Accepted(), NOON);
        assertThat(fed()).containsExactly(expected);
    }

    @Test
    void aTargetThatDidNotTakeItIsNotFed() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Refused("no"), NOON);

        assertThat(fed()).isEmpty();
    }

    @Test
    void aSparedTargetIsNotFed() {
        spare(0);

        assertThat(fed()).isEmpty();
    }

    @Test
    void whatIsFedIsFoundByItsStartBothEndsIncluded() {
        enter(1, NOON);

        assertThat(fed(user, START.minusSeconds(120), START, null)).hasSize(1);
        assertThat(fed(user, START, START.plusSeconds(120), null)).hasSize(1);
        assertThat(fed(user, START.plusMillis(1), START.plusSeconds(120), null)).isEmpty();
        assertThat(fed(user, START.minusSeconds(120), START.minusMillis(1), null)).isEmpty();
    }

    @Test
    void whatIsFedIsFoundByTheIdThatItsTargetToldWheneverItStarted() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted("r-8"), NOON);
        Instant other = START.plusSeconds(9999);

        assertThat(fed(user, other, other, "r-8")).hasSize(1);
        assertThat(fed(user, other, other, "r-9")).isEmpty();
        assertThat(fed(user, other, other, null)).isEmpty();
    }

    @Test
    void neitherAnotherUserNorTheRecordItselfFindsIt() {
        enter(1, NOON);

        assertThat(fed(UUID.randomUUID(), START, START, null)).isEmpty();
        List<Fed> itself = done(() -> ledger().fed(user, record, START, START, null));
        assertThat(itself).isEmpty();
    }

    @Test
    void whatATargetIsToldToDeleteItIsNotFedWith() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted(), NOON);

        delete(2, null);

        assertThat(fed()).isEmpty();
        enter(3, NOON);
        assertThat(fed()).as("back again").isNotEmpty();
    }

    @Test
    void aDeletionThatTheTargetWillNotHearChangesNothing() {
        enter(1, NOON);
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Accepted(), NOON);

        delete(2, "the target is disabled");

        assertThat(fed()).hasSize(1);
    }
}
