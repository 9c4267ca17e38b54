package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlayOptionsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void anEvenSeedHasTheShortNightAndAnOddOneTheLong() {
        assertThat(change(PlayOptions.quick(2, true, PlayProvider.FITBIT)))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(change(PlayOptions.quick(1, true, PlayProvider.FITBIT)))
                .isEqualTo("2026-10-25T01:00:00Z");
    }

    @Test
    void theNightOfTheClockChangeLiesWellInside() {
        for (int days : new int[] {3, 4, 14, 30}) {
            PlayOptions options = new PlayOptions(1, days, 1, true, PlayProvider.FITBIT);

            assertThat(change(options))
                    .isAfter(options.start().plus(Duration.ofHours(30)))
                    .isBefore(options.end().minus(Duration.ofHours(24)));
        }
    }

    private static Instant change(PlayOptions options) {
        return BERLIN.getRules().nextTransition(options.start()).getInstant();
    }

    @Test
    void aPlayWithoutAnybodyIsRefused() {
        assertThatThrownBy(() -> new PlayOptions(0, 14, 1, true, PlayProvider.FITBIT))
                .hasMessageContaining("at least one user");
    }

    @Test
    void peopleMoveOnDaySevenOrInTheMiddleOfAShortPlay() {
        PlayOptions whole = new PlayOptions(4, 14, 1, true, PlayProvider.MIXED);
        PlayOptions small = PlayOptions.quick(1, true, PlayProvider.MIXED);

        assertThat(whole.move()).isEqualTo(whole.start().plus(Duration.ofDays(7)));
        assertThat(small.move())
                .isEqualTo(small.start().plus(Duration.ofHours(36)))
                .isAfter(small.connect());
    }
}
