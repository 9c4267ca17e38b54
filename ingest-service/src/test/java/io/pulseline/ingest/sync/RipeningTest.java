package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RipeningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = Instant.parse("2026-11-21T12:10:00Z");
    private static final Instant JUST_SYNCED = NOW.minus(Duration.ofMinutes(10));
    private static final LocalDate TRAILING = TODAY.minusDays(13);
    private static final ZoneHistory ZONES =
            ZoneHistory.UNKNOWN.told(ZoneOffset.UTC, TODAY.minusDays(100));

    private static Progress readUntil(LocalDate date) {
        return Progress.none(TODAY.minusDays(100))
                .change()
                .readUntil(date.atTime(8, 0).toInstant(ZoneOffset.UTC))
                .done();
    }

    private static @Nullable Ripening ripening(Progress progress, @Nullable Instant synced) {
        return Ripening.of(progress, ZONES, NOW, synced, TRAILING);
    }

    @Test
    void nightsOfWeeksThatWereJustBroughtAreReadOnceMore() {
        assertThat(ripening(readUntil(TODAY.minusDays(20)), JUST_SYNCED))
                .isEqualTo(new Ripening(TODAY.minusDays(20), NOW.plus(Ripening.LASTS)));
    }

    @Test
    void nightsThatWereBroughtLongAgoAreRipe() {
        Instant longAgo = NOW.minus(Ripening.LASTS);

        assertThat(ripening(readUntil(TODAY.minusDays(20)), longAgo)).isNull();
        assertThat(ripening(readUntil(TODAY.minusDays(20)), null)).isNull();
    }

    @Test
    void nightsOfTheTrailingDaysAreReadAgainAnyway() {
        assertThat(ripening(readUntil(TRAILING), JUST_SYNCED)).isNull();
    }

    @Test
    void aReadingBeforeTheTimeThatWasSetDoesNotEndTheWaiting() {
        Progress early =
                readUntil(TODAY)
                        .change()
                        .succeeded(NOW.minus(Duration.ofMinutes(30)), ZONES)
                        .reread(TODAY.minusDays(20), new TreeSet<>())
                        .done();

        Ripening ripening = ripening(early, JUST_SYNCED);

        assertThat(ripening).isNotNull();
        assertThat(ripening(late(early), JUST_SYNCED)).isNull();
    }

    private static Progress late(Progress progress) {
        return progress.change().succeeded(NOW.minus(Ripening.LASTS), ZONES).done();
    }
}
