package io.pulseline.pipeline.tier;

import java.util.OptionalInt;

/**
 * How many activities a tier includes in a calendar month.
 *
 * @param most from 1 on; empty if there is no limit
 */
record MonthlyLimit(OptionalInt most) {
    static final String NONE = "unlimited";

    MonthlyLimit {
        if (most.isPresent() && most.getAsInt() < 1) {
            throw new IllegalArgumentException(most.getAsInt() + " is no limit");
        }
    }

    /**
     * The limit as settings have it: a whole number from 1 on, or {@code unlimited}. 0 is refused,
     * because half of its readers take it for no limit and the others for no activity.
     *
     * @throws IllegalArgumentException for anything else
     */
    static MonthlyLimit of(String text) {
        String given = text.strip();
        if (given.equals(NONE)) {
            return new MonthlyLimit(OptionalInt.empty());
        }
        // Nine digits are no more than an int holds.
        if (!given.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                    "must be a whole number from 1 to 999999999, or " + NONE + ", not " + given);
        }
        return new MonthlyLimit(OptionalInt.of(Integer.parseInt(given)));
    }

    /** True if so many activities leave no room for another. */
    boolean isReached(long activities) {
        return most.isPresent() && activities >= most.getAsInt();
    }
}
