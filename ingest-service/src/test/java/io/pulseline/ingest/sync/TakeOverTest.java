package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeOverTest {
    private static final UUID USER = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant TOLD = NOON.plusSeconds(9000);

    private static Sighting minutes(int start, int end) {
        return new Sighting(
                USER, "activity", NOON.plusSeconds(60L * start), NOON.plusSeconds(60L * end));
    }

    private static TakeOver.Known elsewhere(String key, Sighting sighting, @Nullable Instant told) {
        return new TakeOver.Known(key, sighting, true, false, told);
    }

    private static TakeOver.Known here(String key, Sighting sighting, boolean held) {
        return new TakeOver.Known(key, sighting, false, held, TOLD.plusSeconds(5));
    }

    @Test
    void aThingTakesOverTheKeyAndTheCapture() {
        Map<String, TakeOver> taking =
                TakeOver.of(
                        Map.of("g1", minutes(1, 31)),
                        List.of(elsewhere("FITBIT:7", minutes(0, 30), TOLD)));

        assertThat(taking).containsExactly(Map.entry("g1", new TakeOver("FITBIT:7", TOLD)));
    }

    @Test
    void whatWasNeverToldGivesItsKeyAlone() {
        Map<String, TakeOver> taking =
                TakeOver.of(
                        Map.of("g1", minutes(0, 30)),
                        List.of(elsewhere("FITBIT:7", minutes(0, 30), null)));

        assertThat(taking).containsExactly(Map.entry("g1", new TakeOver("FITBIT:7", null)));
    }

    @Test
    void ofTwoThingsTheBetterOneTakesTheKey() {
        Map<String, TakeOver> taking =
                TakeOver.of(
                        Map.of("g1", minutes(4, 30), "g2", minutes(1, 30)),
                        List.of(elsewhere("FITBIT:7", minutes(0, 30), TOLD)));

        assertThat(taking).containsOnlyKeys("g2");
    }

    @Test
    void twoThingsCloseToEachOtherFindTheirOwnKeys() {
        Map<String, TakeOver> taking =
                TakeOver.of(
                        Map.of("g1", minutes(0, 30), "g2", minutes(3, 33)),
                        List.of(
                                elsewhere("FITBIT:8", minutes(3, 33), null),
                                elsewhere("FITBIT:7", minutes(0, 30), null)));

        assertThat(taking.get("g1")).isEqualTo(new TakeOver("FITBIT:7", null));
        assertThat(taking.get("g2")).isEqualTo(new TakeOver("FITBIT:8", null));
    }

    @Test
    void aKeyThatIsHeldHereIsNotGivenAgain() {
        List<TakeOver.Known> known =
                List.of(
                        elsewhere("FITBIT:7", minutes(0, 30), TOLD),
                        here("FITBIT:7", minutes(1, 30), true));

        assertThat(TakeOver.of(Map.of("g2", minutes(0, 30)), known)).isEmpty();
    }

    @Test
    void aKeyWhoseThingHasVanishedHereIsFreeAndItsCaptureStillCounts() {
        List<TakeOver.Known> known =
                List.of(
                        elsewhere("FITBIT:7", minutes(0, 30), TOLD),
                        here("FITBIT:7", minutes(1, 30), false));

        assertThat(TakeOver.of(Map.of("g2", minutes(0, 30)), known))
                .containsExactly(Map.entry("g2", new TakeOver("FITBIT:7", TOLD.plusSeconds(5))));
    }

    @Test
    void thingsOfTheSameProviderAreOthers() {
        assertThat(
                        TakeOver.of(
                                Map.of("g2", minutes(0, 30)),
                                List.of(here("GOOGLE_HEALTH:g1", minutes(0, 30), true))))
                .isEmpty();
    }

    @Test
    void whatOverlapsTooLittleIsNew() {
        assertThat(
                        TakeOver.of(
                                Map.of("g1", minutes(15, 45)),
                                List.of(elsewhere("FITBIT:7", minutes(0, 30), TOLD))))
                .isEmpty();
    }
}
