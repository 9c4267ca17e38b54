package io.pulseline.normalizer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @Test
    void aDateIsMeantAsAWhole() {
        assertThat(Moments.from("2026-01-31")).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(Moments.to("2026-01-31")).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void anInstantIsMeantAsItStands() {
        Instant instant = Instant.parse("2026-01-31T09:00:00Z");

        assertThat(Moments.from("2026-01-31T10:00:00+01:00")).isEqualTo(instant);
        assertThat(Moments.to("2026-01-31T09:00:00Z")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-01-31T10:00"})
    void whatIsNoTimeIsAnsweredWithWhatWouldBe(String text) {
        assertThatThrownBy(() -> Moments.from(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write 2026-01-31 (UTC) or 2026-01-31T10:00:00Z");
    }
}
