package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.setting.Tier;

/**
 * How far a user has come in a month.
 *
 * @param limit what the tier includes
 * @param activities counted so far
 */
record MonthlyUse(Tier tier, MonthlyLimit limit, CalendarMonth month, long activities) {

    /** True if no other activity may go through. */
    boolean isFull() {
        return limit.isReached(activities);
    }

    /** Why the next activity is blocked, and the way out. */
    String reason() {
        return ordinal(activities + 1)
                + " activity of "
                + month
                + ", the tier "
                + tier
                + " includes "
                + limit.most().orElseThrow()
                + ": run it again in "
                + month.next()
                + " (UTC), or when the operator has allowed you more";
    }

    private static String ordinal(long number) {
        boolean isTeen = number % 100 >= 11 && number % 100 <= 13;
        String ending =
                switch ((int) (isTeen ? 0 : number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
