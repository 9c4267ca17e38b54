package io.pulseline.pipeline.upload.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibleTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, 0",
        "2026-11-28T11:00:00Z, 3600000",
        "2026-11-29T11:00:00Z, 3600000",
        "2026-11-28T11:00:00Z, ",
        "2026-11-01T11:00:00Z, 1728000000",
    })
    void whatCanBeTruePasses(Instant start, @Nullable Long elapsed) {
        assertThatCode(() -> PlausibleTimes.check(activity(start, elapsed), NOW))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1999-12-31T23:59:59Z | 60000 | before the year 2000",
                "1970-01-01T00:00:00Z | | before the year 2000",
                "2026-11-29T11:00:01Z | 3600000 | in the future",
                "2026-11-29T12:00:01Z | | in the future",
                "2026-11-28T11:00:00Z | -1 | ends before it begins",
                "2026-11-01T11:00:00Z | 1728000001 | longer than 20 days",
            })
    void whatCannotIsRefused(Instant start, @Nullable Long elapsed, String reason) {
        assertThatThrownBy(() -> PlausibleTimes.check(activity(start, elapsed), NOW))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anActivityWithoutAStartIsRefused() {
        Activity activity = BlankActivity.of("FILE:x", false);

        assertThatThrownBy(() -> PlausibleTimes.check(activity, NOW))
                .hasMessageContaining("when the activity began");
        assertThat(activity.getStartEpochMillis()).isNull();
    }

    private static Activity activity(Instant start, @Nullable Long elapsed) {
        Activity activity = BlankActivity.of("FILE:x", false);
        activity.setStartEpochMillis(start.toEpochMilli());
        activity.setElapsedMilliseconds(elapsed);
        return activity;
    }
}
