package io.pulseline.normalizer.replay;

import org.jspecify.annotations.Nullable;

/** What the present mapping of a stored payload means for those who have the record already. */
enum Verdict {
    /** They would read the same. */
    EQUAL,
    /** They would read something else, and take it. */
    CHANGED,
    /** They do not have it. */
    NEW,
    /** They have a newer reading and would drop this one. */
    OLDER,
    /**
     * They would read something else and drop it: the mapping changed and its version did not, so
     * both readings have the same revision.
     */
    UNVERSIONED;

    static Verdict of(Reread reread, @Nullable Published published) {
        if (published == null) {
            return NEW;
        }
        if (published.revision() > reread.revision()) {
            return OLDER;
        }
        if (published.says(reread.contentHash())) {
            return EQUAL;
        }
        return published.revision() == reread.revision() ? UNVERSIONED : CHANGED;
    }

    /** Whether a replay brings something to those who read the topic. */
    boolean isWorthSending() {
        return this == CHANGED || this == NEW;
    }

    /** Whether both readings are worth comparing. */
    boolean differs() {
        return this == CHANGED || this == UNVERSIONED;
    }
}
