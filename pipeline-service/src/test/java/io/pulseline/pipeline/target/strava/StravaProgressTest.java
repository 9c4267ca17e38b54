package io.pulseline.pipeline.target.strava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StravaProgressTest {
    private static final Instant SINCE = Instant.parse("2026-10-25T00:59:59Z");

    @Test
    void whatIsKeptIsUnderstoodAgain() {
        List<StravaProgress> all =
                List.of(
                        new StravaProgress.Begun(),
                        new StravaProgress.Uploaded("16000000001", SINCE, 3, true),
                        new StravaProgress.Made("15000000001", true),
                        new StravaProgress.Made("15000000001", false));

        for (StravaProgress one : all) {
            assertThat(StravaProgress.read(one.text())).isEqualTo(one);
        }
        assertThat(StravaProgress.read(null)).isEqualTo(new StravaProgress.Begun());
        assertThatIllegalArgumentException().isThrownBy(() -> StravaProgress.read("download 1"));
    }

    @Test
    void pollsComeQuicklyAtFirstAndRarelyLater() {
        StravaProgress.Uploaded uploaded = new StravaProgress.Uploaded("1", SINCE, 0, false);
        List<Long> pauses = new ArrayList<>();
        for (int poll = 0; poll < 9; poll++) {
            pauses.add(uploaded.pause(SINCE.plusSeconds(65)).toSeconds());
            uploaded = uploaded.polled();
        }

        assertThat(pauses).containsExactly(1L, 2L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(uploaded.pause(SINCE.plusSeconds(600))).isEqualTo(Duration.ofMinutes(5));
        assertThat(uploaded.pause(SINCE.plusSeconds(3600))).isEqualTo(Duration.ofMinutes(15));
    }
}
