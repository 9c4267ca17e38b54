package io.pulseline.pipeline.target.strava;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StravaContentTest {
    /** Ends 23:40 UTC; with the offset of an hour it began after midnight of the next day. */
    private static final Instant END = Instant.parse("2026-03-28T23:40:00Z");

    private static StravaContent content(@Nullable Boolean trainer, boolean hide, boolean inFile) {
        return new StravaContent(
                "Name", "", "Pilates", inFile, trainer, hide, "r1", new byte[] {1, 2});
    }

    @Test
    void whatIsKeptIsUnderstoodAgain() {
        StravaContent kept = StravaContent.read(content(true, true, false).bytes());

        assertThat(kept.file()).containsExactly(1, 2);
        assertThat(kept.all()).isEqualTo(content(true, true, false).all());
        assertThatThrownBy(() -> StravaContent.read("{\"title\": \"secret\"}".getBytes(UTF_8)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aChangeSaysOnlyWhatIsKnown() {
        assertThat(new String(content(null, false, true).all(), UTF_8))
                .isEqualTo("{\"name\":\"Name\",\"sport_type\":\"Pilates\"}");
        assertThat(new String(content(false, true, true).all(), UTF_8))
                .isEqualTo(
                        "{\"name\":\"Name\",\"trainer\":false,\"sport_type\":\"Pilates\","
                                + "\"hide_from_home\":true}");
        assertThat(new String(content(true, true, true).rest(), UTF_8))
                .isEqualTo("{\"sport_type\":\"Pilates\",\"hide_from_home\":true}");
    }

    @Test
    void anUploadSaysAllButSportAndHiding() {
        assertThat(content(true, false, true).leavesSomethingToSay()).isFalse();
        assertThat(content(true, false, false).leavesSomethingToSay()).isTrue();
        assertThat(content(true, true, true).leavesSomethingToSay()).isTrue();
    }

    @Test
    void templatesKnowTheActivityAndItsOwnDate() {
        Activity run = Activities.run(UUID.randomUUID(), "texts", END);
        run.setDescription("with {title}");

        assertThat(
                        StravaTexts.filled(
                                "{title} {date} {type} {kilometres} km {minutes} min:"
                                        + " {description}",
                                run))
                .isEqualTo("Morning run 2026-03-29 Run 5.12 km 32 min: with {title}");
    }

    @Test
    void whatIsNotKnownIsEmptyAndNeverNought() {
        Activity bare = Activities.run(UUID.randomUUID(), "texts", END.plus(Duration.ofDays(1)));
        bare.setTitle(null);
        bare.setDistanceMetres(null);
        bare.setElapsedMilliseconds(null);
        bare.setStartOffsetSeconds(null);

        assertThat(StravaTexts.filled("{title}{description}{date}{kilometres}{minutes}", bare))
                .isEmpty();
    }
}
