package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SILENT_AFTER = Duration.ofHours(36);
    private static final Duration STALE_AFTER = Duration.ofHours(3);

    private static Device device(String type, @Nullable Instant lastSync) {
        return new Device("7", "Charge 6", type, 80, lastSync);
    }

    private static List<Condition> judged(Device... devices) {
        return Silence.judge(List.of(), List.of(devices), NOW, SILENT_AFTER);
    }

    private static Instant ago(Duration age) {
        return NOW.minus(age);
    }

    private static List<KindState> reads(@Nullable Instant... at) {
        return java.util.Arrays.stream(at)
                .map(read -> new KindState("steps", read, NOW, LocalDate.EPOCH, null, null))
                .toList();
    }

    private static boolean stale(Instant connectedAt, List<KindState> kinds) {
        Connection connection = SampleConnection.connectedAt(connectedAt, StudyWindow.OPEN);
        return Silence.stale(connection, kinds, NOW, STALE_AFTER).isPresent();
    }

    @Test
    void theNewestTrackerDecides() {
        Instant old = ago(Duration.ofDays(20));

        assertThat(judged(device(Device.TRACKER, old)))
                .extracting(Condition::type)
                .containsExactly(Condition.DEVICE_SILENT);
        assertThat(judged(device(Device.TRACKER, old), device(Device.TRACKER, NOW))).isEmpty();
    }

    @Test
    void aScaleSpeaksForNoTracker() {
        Instant old = ago(Duration.ofHours(37));

        assertThat(judged(device("SCALE", NOW), device(Device.TRACKER, old))).hasSize(1);
        assertThat(judged(device("SCALE", old))).isEmpty();
    }

    @Test
    void aTrackerThatWasNeverHeardOfIsNotSilent() {
        assertThat(judged()).isEmpty();
        assertThat(judged(device(Device.TRACKER, null))).isEmpty();
        assertThat(judged(device(Device.TRACKER, ago(SILENT_AFTER)))).isEmpty();
    }

    @Test
    void aTrackerThatSyncsEndsIt() {
        List<Condition> silent = judged(device(Device.TRACKER, ago(Duration.ofDays(2))));

        assertThat(Silence.judge(silent, List.of(device(Device.TRACKER, NOW)), NOW, SILENT_AFTER))
                .isEmpty();
    }

    @Test
    void oneKindThatIsReadIsEnoughNotToBeStale() {
        Instant longAgo = ago(Duration.ofDays(3));

        assertThat(stale(longAgo, reads(longAgo, ago(STALE_AFTER)))).isFalse();
        assertThat(stale(longAgo, reads(longAgo, ago(STALE_AFTER.plusSeconds(1))))).isTrue();
        assertThat(stale(longAgo, reads((Instant) null))).isTrue();
    }

    @Test
    void aNewConsentHasItsTimeToBeRead() {
        assertThat(stale(ago(Duration.ofHours(1)), reads((Instant) null))).isFalse();
    }

    @Test
    void whereNothingIsDueNothingIsStale() {
        Instant longAgo = ago(Duration.ofDays(3));
        KindState resting = new KindState("steps", longAgo, null, LocalDate.EPOCH, null, null);

        assertThat(stale(longAgo, List.of(resting))).isFalse();
        assertThat(stale(longAgo, List.of())).isFalse();
    }

    @Test
    void outsideItsStudyWindowNothingIsStale() {
        Instant longAgo = ago(Duration.ofDays(3));
        StudyWindow over = new StudyWindow(null, LocalDate.of(2026, 11, 20));

        assertThat(
                        Silence.stale(
                                SampleConnection.connectedAt(longAgo, over),
                                reads(longAgo),
                                NOW,
                                STALE_AFTER))
                .isEmpty();
    }
}
