package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueWorkTest {
    private static final LocalDate LIVE_FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate WATERMARK = LocalDate.of(2026, 11, 21);

    private static DueWork work(LocalDate watermark, @Nullable LocalDate rereadFrom) {
        UUID id = new UUID(0, 1);
        return new DueWork(id, id, "activity", id, null, LIVE_FROM, watermark, rereadFrom, 0, 0);
    }

    @Test
    void aDayBeforeTheWatermarkIsReadAgain() {
        assertThat(work(WATERMARK, null).readFrom(1)).isEqualTo(WATERMARK.minusDays(1));
    }

    @Test
    void anOlderDayThatANotificationNamedIsReadAgain() {
        assertThat(work(WATERMARK, WATERMARK.minusDays(6)).readFrom(1))
                .isEqualTo(WATERMARK.minusDays(6));
        assertThat(work(WATERMARK, WATERMARK).readFrom(1)).isEqualTo(WATERMARK.minusDays(1));
    }

    @Test
    void nothingBeforeTheConsentIsReadLive() {
        assertThat(work(WATERMARK, LocalDate.of(2020, 1, 1)).readFrom(1)).isEqualTo(LIVE_FROM);
        assertThat(work(LIVE_FROM, null).readFrom(1)).isEqualTo(LIVE_FROM);
    }

    @Test
    void pausesAfterFailuresDoubleUpToTheLongest() {
        Backoff backoff =
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30), new Random(7));

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(10));
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        assertThat(backoff.after(60)).isBetween(Duration.ofSeconds(1_350), Duration.ofMinutes(30));
    }
}
