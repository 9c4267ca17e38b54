package io.pulseline.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownErasureTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private static KnownErasure known(@Nullable String state, @Nullable Instant goneAt) {
        UUID id = state == null ? null : UUID.randomUUID();
        return new KnownErasure(
                id, state, "ERASE-AAAAA", NOON, NOON.plusSeconds(900), null, goneAt, goneAt);
    }

    @Test
    void whatWasNotConfirmedInTimeIsForgotten() {
        assertThat(known("ASKED", null).at(NOON.plusSeconds(899), MONTH).state())
                .isEqualTo(ErasureState.ASKED);
        assertThat(known("ASKED", null).at(NOON.plusSeconds(900), MONTH))
                .extracting(ErasureView::state, ErasureView::confirmation)
                .containsExactly(ErasureState.NONE, null);
    }

    @Test
    void itIsDoneWhenTheLongestRetentionHasPassed() {
        KnownErasure gone = known(null, NOON);

        assertThat(gone.at(NOON.plus(MONTH).minusMillis(1), MONTH).state())
                .isEqualTo(ErasureState.ERASED_HERE);
        assertThat(gone.at(NOON.plus(MONTH), MONTH))
                .extracting(ErasureView::state, ErasureView::doneAt)
                .containsExactly(ErasureState.DONE, NOON.plus(MONTH));
    }

    @Test
    void whoWasErasedMayAskAgain() {
        assertThat(known("ASKED", NOON).at(NOON, MONTH).state()).isEqualTo(ErasureState.ASKED);
        assertThat(known("LAST", NOON).at(NOON, MONTH))
                .extracting(ErasureView::state, ErasureView::confirmation)
                .containsExactly(ErasureState.RUNNING, null);
    }

    @Test
    void aWordIsReadAsPeopleWriteIt() {
        String word = ConfirmationWord.next();

        assertThat(ConfirmationWord.matches(word, " " + word.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(ConfirmationWord.matches(word, "ERASE")).isFalse();
    }
}
