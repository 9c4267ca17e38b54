package io.pulseline.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reads what the demo writes itself; the demo reads what Pulseline wrote. */
class FitContentTest {
    private static final Instant START = Instant.parse("2026-11-29T15:00:00Z");
    private static final byte[] FILE =
            new StrengthFile(START, Duration.ofMinutes(45), ZoneOffset.UTC).bytes(4711);

    @Test
    void theSessionTellsWhenItBeganAndHowLongItTook() {
        FitContent file = FitContent.read(FILE);

        assertThat(FitContent.epochSeconds(file.session(2).orElseThrow()))
                .isEqualTo(START.getEpochSecond());
        assertThat(file.session(7)).hasValue(Duration.ofMinutes(45).toMillis());
        assertThat(file.session(9)).isEmpty();
        assertThat(file.heartRate()).isEmpty();
    }

    @Test
    void anotherFileIsNamedAsSuch() {
        assertThatThrownBy(() -> FitContent.read("no FIT file at all".getBytes(UTF_8)))
                .isInstanceOf(StepFailedException.class);
        assertThatThrownBy(() -> FitContent.read(Arrays.copyOf(FILE, FILE.length - 1)))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("no whole FIT file");
    }
}
