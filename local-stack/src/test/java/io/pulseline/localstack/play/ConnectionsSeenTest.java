package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.play.ConnectionsSeen.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsSeenTest {
    private static final Person ANNA = new Person("ANNA", Set.of());
    private static final Person BEN = new Person("BEN", Set.of("nap", "expiredRefresh"));

    private static List<String> mistakes(String anna, String ben) {
        return new ConnectionsSeen(
                        Map.of("ANNA", new Seen("a", anna, ""), "BEN", new Seen("b", ben, "")))
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
                        "connection of user ANNA: expected CONNECTED, found NEEDS_REAUTHORIZATION");
    }

    @Test
    void oneThatStaysConnectedWithoutARefreshTokenIsAMistake() {
        assertThat(mistakes("CONNECTED", "CONNECTED"))
                .containsExactly(
                        "connection of user BEN: expected NEEDS_REAUTHORIZATION, found CONNECTED");
    }

    @Test
    void aPersonWithoutAConnectionIsAMistake() {
        assertThat(new ConnectionsSeen(Map.of()).mistakes(List.of(ANNA)))
                .containsExactly(
                        "connection of user ANNA: expected CONNECTED, found no connection");
    }
}
