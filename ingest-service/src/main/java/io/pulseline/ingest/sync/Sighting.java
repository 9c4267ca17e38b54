package io.pulseline.ingest.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When a provider says that a thing of a user took place. Two providers that show one thing tell
 * its times a little differently; this says when they mean the same.
 *
 * @param kind one of {@link io.pulseline.contracts.OpenSets.PayloadKind}
 * @param endsAt not before {@code startsAt}
 */
record Sighting(UUID user, String kind, Instant startsAt, Instant endsAt) {
    /** In per cent. */
    private static final int LEAST_OVERLAP = 80;

    Sighting {
        if (endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException(
                    "a thing that ends at " + endsAt + ", before it starts at " + startsAt);
        }
    }

    private Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    /**
     * Whether both are one thing: of the same user and kind, and their common time is at least 80 %
     * of the longer one. Of the longer, because it is then 80 % of both, whichever is asked: of the
     * shorter one, a ten-minute sprint in a two-hour walk would be that walk, and a nap the night
     * around it.
     */
    boolean isSame(Sighting other) {
        return user.equals(other.user)
                && kind.equals(other.kind)
                // Whole numbers, so that no rounding decides.
                && common(other) * 100 >= longer(other) * LEAST_OVERLAP;
    }

    /** Milliseconds of the longer of both. */
    private long longer(Sighting other) {
        return Math.max(length().toMillis(), other.length().toMillis());
    }

    /** Milliseconds that belong to both; negative if there is a gap between them. */
    private long common(Sighting other) {
        Instant from = startsAt.isAfter(other.startsAt) ? startsAt : other.startsAt;
        Instant to = endsAt.isBefore(other.endsAt) ? endsAt : other.endsAt;
        return Duration.between(from, to).toMillis();
    }

    /** Share of the longer one that is common to both, 0 to 1. */
    double share(Sighting other) {
        long longer = longer(other);
        if (longer == 0) {
            return startsAt.equals(other.startsAt) ? 1 : 0;
        }
        return (double) Math.max(0, common(other)) / longer;
    }

    /**
     * The earliest start of whatever may be the same as this, or as something that is: what is the
     * same begins within a quarter of the longer one's length, so a whole length is enough for two
     * such steps.
     */
    Instant earliestStart() {
        return startsAt.minus(length());
    }

    /** The latest such start. */
    Instant latestStart() {
        return endsAt;
    }
}
