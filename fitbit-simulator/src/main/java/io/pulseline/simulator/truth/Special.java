package io.pulseline.simulator.truth;

import java.util.Set;

/** What is out of the ordinary in a life. */
public enum Special {
    /** Moves to another zone. */
    ZONE_CHANGE(3),
    /** Sleeps through a night in which the clocks change. */
    DST_NIGHT(1),
    /** Naps on most days. */
    NAP(1),
    /** The tracker does not sync for three days. */
    LATE_SYNC_3(6),
    /** The tracker does not sync for twenty days, and nobody is ever told. */
    LATE_SYNC_20(7),
    /** The consent's refresh token ends. */
    EXPIRED_REFRESH(1),
    /** Changes an activity hours later. */
    EDITED(2),
    /** Deletes an activity hours later. */
    DELETED(2),
    /** A night that is scored roughly at first and in stages some hours later. */
    CLASSIC_THEN_STAGES(2),
    /** Deletes a nap on the day after. */
    NAP_DELETED(3),
    /** Days later the service counts a date's steps anew; only Google tells it so. */
    RESTATED_DAY(3),
    /** A phone in the pocket counts the steps, too, and Google lists both. */
    PHONE_COUNTS_TOO(1);

    private final int days;

    Special(int days) {
        this.days = days;
    }

    /** The shortest play it fits into, in days. */
    int days() {
        return days;
    }

    /** Whether only Google's side shows it. */
    boolean isOfGoogle() {
        return this == RESTATED_DAY || this == PHONE_COUNTS_TOO;
    }

    boolean fitsTo(Set<Special> others) {
        return others.stream().noneMatch(other -> excludes(other) || other.excludes(this));
    }

    private boolean excludes(Special other) {
        return switch (this) {
            case EXPIRED_REFRESH -> true;
            case ZONE_CHANGE -> other == DST_NIGHT || other == CLASSIC_THEN_STAGES;
            case EDITED -> other == DELETED;
            case LATE_SYNC_20 -> other != NAP;
            case LATE_SYNC_3 -> other == ZONE_CHANGE || other == RESTATED_DAY;
            default -> this == other;
        };
    }
}
