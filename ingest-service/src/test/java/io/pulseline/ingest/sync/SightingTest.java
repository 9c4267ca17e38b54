package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final UUID USER = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Sighting at(int startSecond, int seconds) {
        return of(USER, "activity", startSecond, seconds);
    }

    private static Sighting of(UUID user, String kind, int startSecond, int seconds) {
        Instant start = NOON.plusSeconds(startSecond);
        return new Sighting(user, kind, start, start.plusSeconds(seconds));
    }

    @Property
    void itIsTheSameFromBothSides(
            @ForAll @IntRange(min = -4000, max = 4000) int shift,
            @ForAll @IntRange(max = 8000) int one,
            @ForAll @IntRange(max = 8000) int other) {
        Sighting first = at(0, one);
        Sighting second = at(shift, other);

        assertThat(first.isSame(second)).isEqualTo(second.isSame(first));
        assertThat(first.share(second)).isEqualTo(second.share(first));
    }

    @Property
    void fourFifthsOfTheLongerOneDecide(
            @ForAll @IntRange(min = -2000, max = 2000) int shift,
            @ForAll @IntRange(min = 1, max = 8000) int one,
            @ForAll @IntRange(min = 1, max = 8000) int other) {
        int common = Math.min(one, shift + other) - Math.max(0, shift);

        assertThat(at(0, one).isSame(at(shift, other)))
                .isEqualTo(common * 5 >= Math.max(one, other) * 4);
    }

    @Property
    void whatIsTheSameIsCoveredByFourFifthsOnBothSides(
            @ForAll @IntRange(min = -500, max = 500) int shift,
            @ForAll @IntRange(min = 1, max = 3000) int one,
            @ForAll @IntRange(min = 1, max = 3000) int other) {
        Sighting first = at(0, one);
        Sighting second = at(shift, other);

        assertThat(first.isSame(second)).isEqualTo(first.share(second) >= 0.8);
    }

    @Property
    void everythingIsTheSameAsItself(
            @ForAll @IntRange(min = -4000, max = 4000) int start,
            @ForAll @IntRange(max = 8000) int seconds) {
        assertThat(at(start, seconds).isSame(at(start, seconds))).isTrue();
    }

    @Property
    void nothingIsTheSameAcrossUsersOrKinds(
            @ForAll @IntRange(max = 8000) int seconds, @ForAll Other other) {
        Sighting own = at(0, seconds);

        assertThat(own.isSame(of(other.id(), "activity", 0, seconds))).isFalse();
        assertThat(own.isSame(of(USER, "sleep", 0, seconds))).isFalse();
    }

    /** Users who are not ours. */
    enum Other {
        NEIGHBOUR(new UUID(0, 2)),
        STRANGER(new UUID(7, 1)),
        NOBODY(new UUID(0, 0));

        private final UUID id;

        Other(UUID id) {
            this.id = id;
        }

        UUID id() {
            return id;
        }
    }

    @Property
    void theLookUpReachesTwoStepsOfTheSame(
            @ForAll @IntRange(min = 1, max = 8000) int fresh,
            @ForAll @IntRange(min = -4000, max = 4000) int shift,
            @ForAll @IntRange(min = 1, max = 8000) int known,
            @ForAll @IntRange(min = -4000, max = 4000) int further,
            @ForAll @IntRange(min = 1, max = 8000) int holder) {
        Sighting asked = at(0, fresh);
        Sighting one = at(shift, known);
        Sighting two = at(shift + further, holder);

        if (asked.isSame(one)) {
            assertThat(one.startsAt()).isBetween(asked.earliestStart(), asked.latestStart());
        }
        if (asked.isSame(one) && one.isSame(two)) {
            assertThat(two.startsAt()).isBetween(asked.earliestStart(), asked.latestStart());
        }
    }

    @Test
    void aSprintInAWalkIsNotTheWalk() {
        assertThat(at(0, 7200).isSame(at(3000, 600))).isFalse();
    }

    @Test
    void nothingEndsBeforeItStarts() {
        assertThatThrownBy(() -> at(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before it starts");
    }
}
