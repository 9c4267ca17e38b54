package io.pulseline.pipeline.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShownContentTest {
    @Test
    void jsonIsShownAsThat() {
        ShownContent shown = ShownContent.of("{\"title\": \"Läufe\"}".getBytes(UTF_8));

        assertThat(Objects.requireNonNull(shown.content()).path("title").asText())
                .isEqualTo("Läufe");
        assertThat(shown.reason()).isNull();
    }

    @Test
    void otherTextIsShownAsText() {
        ShownContent shown = ShownContent.of("<gpx>ä</gpx>".getBytes(UTF_8));

        assertThat(Objects.requireNonNull(shown.content()).asText()).isEqualTo("<gpx>ä</gpx>");
    }

    @Test
    void whatIsNoTextIsNotShown() {
        ShownContent shown = ShownContent.of(new byte[] {14, 16, (byte) 0xFF, (byte) 0xC0});

        assertThat(shown.content()).isNull();
        assertThat(shown.reason()).isEqualTo("not shown: it is no text");
    }

    @Test
    void whatIsTooLongIsNotShown() {
        String most = "\"" + "a".repeat(ShownContent.MOST_BYTES - 2) + "\"";

        assertThat(ShownContent.of(most.getBytes(UTF_8)).reason()).isNull();
        ShownContent more = ShownContent.of((most + " ").getBytes(UTF_8));
        assertThat(more.content()).isNull();
        assertThat(more.reason()).isEqualTo("not shown: 262145 bytes are more than 262144");
    }
}
