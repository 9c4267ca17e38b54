package io.pulseline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.backfill.Backfill.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackfillTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");

    private static Backfill backfill(int requests, KindCursor... kinds) {
        return new Backfill(
                new UUID(0, 1),
                Backfill.RUNNING,
                null,
                FIRST,
                LAST,
                true,
                requests,
                0,
                NOW,
                List.of(kinds));
    }

    private static KindCursor kind(String name, LocalDate next) {
        return kind(name, next, null);
    }

    private static KindCursor kind(String name, LocalDate next, @Nullable String refused) {
        return new KindCursor(name, next, refused);
    }

    @Test
    void theKindThatIsLeastFarBackIsReadNext() {
        Backfill backfill =
                backfill(
                        10,
                        kind(PayloadKind.SLEEP, LAST.minusDays(20)),
                        kind(PayloadKind.STEPS, LAST.minusDays(3)));

        assertThat(backfill.nextStep(30))
                .contains(new Step(PayloadKind.STEPS, LAST.minusDays(3), LAST.minusDays(3)));
    }

    @Test
    void aStepReadsManyDatesWhereOneRequestCoversThemAndEndsAtTheFirst() {
        assertThat(backfill(0, kind(PayloadKind.SLEEP, LAST)).nextStep(14))
                .contains(new Step(PayloadKind.SLEEP, LAST.minusDays(13), LAST));
        assertThat(backfill(0, kind(PayloadKind.SLEEP, FIRST.plusDays(2))).nextStep(14))
                .contains(new Step(PayloadKind.SLEEP, FIRST, FIRST.plusDays(2)));
        assertThat(backfill(0, kind(PayloadKind.ACTIVITY, LAST)).nextStep(30))
                .contains(new Step(PayloadKind.ACTIVITY, LAST.minusDays(6), LAST));
    }

    @Test
    void whatIsReadOrRefusedIsNotReadAgain() {
        Backfill backfill =
                backfill(
                        10,
                        kind(PayloadKind.SLEEP, FIRST.minusDays(1)),
                        kind(PayloadKind.STEPS, LAST, "no right"));

        assertThat(backfill.nextStep(30)).isEmpty();
        assertThat(backfill.done()).isEqualTo(30);
        assertThat(backfill.total()).isEqualTo(30);
    }

    @Test
    void progressCountsKindsAndDates() {
        Backfill backfill =
                backfill(
                        10,
                        kind(PayloadKind.SLEEP, LAST),
                        kind(PayloadKind.STEPS, LAST.minusDays(12)));

        assertThat(backfill.done()).isEqualTo(12);
        assertThat(backfill.total()).isEqualTo(60);
    }

    @Test
    void theEndIsEstimatedByWhatWasSpentSoFar() {
        Backfill backfill =
                backfill(
                        24,
                        kind(PayloadKind.SLEEP, LAST),
                        kind(PayloadKind.STEPS, LAST.minusDays(12)));

        // 48 kinds and dates left at 2 requests each, 75 an hour.
        assertThat(backfill.estimatedEnd(NOW, 75)).isEqualTo(NOW.plus(Duration.ofSeconds(4608)));
        assertThat(backfill.estimatedEnd(NOW, 0)).isNull();
    }
}
