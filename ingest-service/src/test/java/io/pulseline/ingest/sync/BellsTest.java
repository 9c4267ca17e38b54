package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BellsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Bells BELLS = new Bells(3, Duration.ofHours(1));

    @Test
    void threeAreFollowedAtOnceAndTheFourthWaits() {
        @Nullable Instant until = null;
        for (int bell = 0; bell < 3; bell++) {
            assertThat(BELLS.mayFollow(until, NOON)).isEqualTo(NOON);
            until = BELLS.followed(until, NOON);
        }

        assertThat(BELLS.mayFollow(until, NOON)).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void aDayFullOfNotificationsIsFollowedOnceAnHour() {
        @Nullable Instant until = null;
        int followed = 0;
        for (int quarter = 0; quarter < 96; quarter++) {
            Instant now = NOON.plus(Duration.ofMinutes(15L * quarter));
            if (!BELLS.mayFollow(until, now).isAfter(now)) {
                until = BELLS.followed(until, now);
                followed++;
            }
        }

        assertThat(followed).isBetween(24, 27);
    }

    @Test
    void afterAQuietTimeAllAreFollowedAtOnceAgain() {
        Instant until = BELLS.followed(NOON.plus(Duration.ofHours(3)), NOON);
        Instant later = NOON.plus(Duration.ofHours(9));

        assertThat(BELLS.mayFollow(until, later)).isEqualTo(later);
        assertThat(BELLS.followed(until, later)).isEqualTo(later.plus(Duration.ofHours(1)));
    }
}
