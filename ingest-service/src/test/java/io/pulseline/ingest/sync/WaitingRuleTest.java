package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.ingest.sync.WaitingRule.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingRuleTest {
    private static final Instant NOTED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Set<String> HEART_RATE = Set.of("heart-rate");

    private final WaitingRule rule =
            new WaitingRule(
                    Duration.ofMinutes(15),
                    List.of(
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(3)),
                    Duration.ofMinutes(30),
                    Duration.ofHours(24));

    private Decision decide(Set<String> missing, int attempts, Duration after) {
        Instant now = NOTED.plus(after);
        return rule.decide(missing, NOTED, attempts, now, now);
    }

    @Test
    void nothingMissingGoesOutWheneverThatIs() {
        assertThat(decide(Set.of(), 0, Duration.ZERO)).isEqualTo(new Decision.PublishComplete());
        assertThat(decide(Set.of(), 9, Duration.ofHours(30)))
                .isEqualTo(new Decision.PublishComplete());
    }

    @Test
    void pausesGrowAndTheLastOneRepeats() {
        assertThat(decide(HEART_RATE, 0, Duration.ZERO))
                .isEqualTo(new Decision.Wait(NOTED.plusSeconds(15)));
        assertThat(decide(HEART_RATE, 1, Duration.ofSeconds(15)))
                .isEqualTo(new Decision.Wait(NOTED.plusSeconds(45)));
        assertThat(decide(HEART_RATE, 7, Duration.ofMinutes(5)))
                .isEqualTo(new Decision.Wait(NOTED.plus(Duration.ofMinutes(8))));
    }

    @Test
    void theLastTryIsAtTheDeadline() {
        assertThat(decide(HEART_RATE, 9, Duration.ofMinutes(14)))
                .isEqualTo(new Decision.Wait(NOTED.plus(Duration.ofMinutes(15))));
    }

    @Test
    void atTheDeadlineItGoesOutAsItIsAndIsLookedAtAgain() {
        assertThat(decide(HEART_RATE, 9, Duration.ofMinutes(15)))
                .isEqualTo(new Decision.PublishPartial(NOTED.plus(Duration.ofMinutes(45))));
    }

    @Test
    void afterADayItIsLeftAlone() {
        assertThat(decide(HEART_RATE, 50, Duration.ofHours(24)))
                .isEqualTo(new Decision.PublishPartialForGood());
    }

    @Test
    void aRateLimitMovesTheNextTryButNotTheDeadline() {
        Instant limited = NOTED.plus(Duration.ofMinutes(40));

        assertThat(rule.decide(HEART_RATE, NOTED, 0, limited, NOTED))
                .isEqualTo(new Decision.Wait(NOTED.plus(Duration.ofMinutes(15))));
        Instant deadline = NOTED.plus(Duration.ofMinutes(15));
        assertThat(rule.decide(HEART_RATE, NOTED, 1, limited, deadline))
                .isEqualTo(new Decision.PublishPartial(NOTED.plus(Duration.ofMinutes(45))));
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() ->
                        new WaitingRule(
                                Duration.ofHours(2),
                                List.of(Duration.ofSeconds(1)),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1)))
                .hasMessageContaining("ingest.activity.give-up-after");
    }
}
