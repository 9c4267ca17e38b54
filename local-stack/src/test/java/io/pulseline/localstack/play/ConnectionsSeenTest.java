package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.play.ConnectionsSeen.Account;
import io.pulseline.localstack.play.ConnectionsSeen.Seen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsSeenTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 27);
    private static final Person ANNA = new Person("ANNA", FIRST, Set.of());
    private static final Person BEN = new Person("BEN", FIRST, Set.of("nap", "expiredRefresh"));

    private static final Person CARA = ANNA.going(Journey.MOVES, "4711");

    private static Seen seen(String state) {
        return new Seen("u", state, "");
    }

    private static List<String> mistakes(String anna, String ben) {
        return new ConnectionsSeen(
                        Map.of(
                                new Account("FITBIT", "ANNA"), seen(anna),
                                new Account("FITBIT", "BEN"), seen(ben)))
                .mistakes(List.of(ANNA, BEN));
    }

    @Test
    void onlyWhoseRefreshTokenEndedNeedsToConnectAgain() {
        assertThat(mistakes("CONNECTED", "NEEDS_REAUTHORIZATION")).isEmpty();
    }

    @Test
    void anybodyElseWhoNeedsToIsAMistake() {
        assertThat(mistakes("NEEDS_REAUTHORIZATION", "NEEDS_REAUTHORIZATION"))
                .containsExactly(
                        "connection of user ANNA at Fitbit: expected CONNECTED, found NEEDS_REAUTHORIZATION");
    }

    @Test
    void oneThatStaysConnectedWithoutARefreshTokenIsAMistake() {
        assertThat(mistakes("CONNECTED", "CONNECTED"))
                .containsExactly(
                        "connection of user BEN at Fitbit: expected NEEDS_REAUTHORIZATION, found CONNECTED");
    }

    @Test
    void aPersonWithoutAConnectionIsAMistake() {
        assertThat(new ConnectionsSeen(Map.of()).mistakes(List.of(ANNA)))
                .containsExactly(
                        "connection of user ANNA at Fitbit: expected CONNECTED, found no connection");
    }

    private static List<String> mistakesOfMover(String fitbit, String google) {
        return new ConnectionsSeen(
                        Map.of(
                                new Account("FITBIT", "ANNA"), seen(fitbit),
                                new Account("GOOGLE_HEALTH", "4711"), seen(google)))
                .mistakes(List.of(CARA));
    }

    @Test
    void whoMovedIsConnectedAtGoogleHealthAndNotAtFitbitAnyMore() {
        assertThat(mistakesOfMover("NEEDS_REAUTHORIZATION", "CONNECTED")).isEmpty();
        assertThat(mistakesOfMover("DISCONNECTED", "CONNECTED")).isEmpty();
        assertThat(mistakesOfMover("CONNECTED", "NEEDS_REAUTHORIZATION"))
                .containsExactly(
                        "connection of user ANNA at Fitbit: expected DISCONNECTED or"
                                + " NEEDS_REAUTHORIZATION, found CONNECTED",
                        "connection of user ANNA at Google Health: expected CONNECTED, found"
                                + " NEEDS_REAUTHORIZATION");
    }
}
