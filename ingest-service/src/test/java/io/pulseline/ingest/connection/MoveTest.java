package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Connection FORMER = SampleConnection.connectedAt(NOON, StudyWindow.OPEN);

    private static KindState kind(String name, LocalDate watermark, @Nullable Instant read) {
        return new KindState(name, read, null, watermark, null, null);
    }

    private static Move from(KindState... kinds) {
        return Move.from(FORMER, List.of(kinds), Period.ofDays(14));
    }

    @Test
    void theEarliestWatermarkDecides() {
        Move move = from(kind("activity", DAY, NOON), kind("sleep", DAY.minusDays(3), NOON));

        assertThat(move.from()).isEqualTo(DAY.minusDays(17));
    }

    @Test
    void itNeverBeginsLaterThanItWouldWithoutTheMove() {
        Move move = from(kind("activity", DAY, NOON));

        assertThat(move.liveFrom(DAY.minusDays(1))).isEqualTo(DAY.minusDays(14));
        assertThat(move.liveFrom(DAY.minusDays(40))).isEqualTo(DAY.minusDays(40));
    }

    @Test
    void aKindThatWasNeverReadHoldsNobodyBack() {
        Move move =
                from(
                        kind("activity", DAY, NOON),
                        kind("oxygen-saturation", DAY.minusDays(20), null));

        assertThat(move.from()).isEqualTo(DAY.minusDays(14));
    }

    @Test
    void aKindThatEndedLongBeforeTheOthersHoldsNobodyBack() {
        Move move = from(kind("activity", DAY, NOON), kind("sleep", DAY.minusDays(300), NOON));

        assertThat(move.from()).isEqualTo(DAY.minusDays(14));
    }

    @Test
    void whereNothingWasEverReadTheConsentIsTheBeginning() {
        Move move =
                from(
                        kind("activity", DAY.minusDays(2), null),
                        kind("sleep", DAY.minusDays(2), null));

        assertThat(move.from()).isEqualTo(DAY.minusDays(16));
    }

    @Test
    void whatWasErasedIsNotGoneOnFrom() {
        Move move = from();

        assertThat(move.from()).isNull();
        assertThat(move.liveFrom(DAY)).isEqualTo(DAY);
    }
}
