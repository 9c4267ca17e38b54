package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Something in a life that can be noticed from outside.
 *
 * @param movedOn dates whose steps, heart rate or activities changed
 * @param sleptOn dates whose sleeps changed
 * @param weighedOn dates whose weights changed
 * @param struck what is special about it
 * @param isUnheard nobody is told of it
 */
public record Happening(
        Instant at,
        String userId,
        Kind kind,
        Set<LocalDate> movedOn,
        Set<LocalDate> sleptOn,
        Set<LocalDate> weighedOn,
        Set<Special> struck,
        boolean isUnheard) {
    public Happening {
        movedOn = Set.copyOf(movedOn);
        sleptOn = Set.copyOf(sleptOn);
        weighedOn = Set.copyOf(weighedOn);
        struck = Set.copyOf(struck);
    }

    /** What it is. */
    public enum Kind {
        /** The tracker handed over its measurements. */
        SYNC,
        /** Something that was worked out of a night can be read. */
        WORKED_OUT,
        /** The person or the service changed what had been there. */
        CHANGED,
        WEIGHED,
        MOVED,
        /** The refresh token ends. */
        REFRESH_ENDED
    }
}
