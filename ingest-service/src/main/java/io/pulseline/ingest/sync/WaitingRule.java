package io.pulseline.ingest.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Decides when an activity goes out: at once when nothing is missing; otherwise it waits for its
 * parts, with growing pauses between tries, until its time is up; then it goes out as it is and is
 * looked at now and then, to go out once more if the rest comes.
 *
 * @param waitForParts how long it may wait, from first sight
 * @param retryAfter pauses between tries, the last one repeats; not empty
 * @param lookAgainEvery pause between tries after it went out incomplete
 * @param giveUpAfter from first sight, not before {@code waitForParts}
 */
record WaitingRule(
        Duration waitForParts,
        List<Duration> retryAfter,
        Duration lookAgainEvery,
        Duration giveUpAfter) {
    WaitingRule {
        retryAfter = List.copyOf(retryAfter);
        if (retryAfter.isEmpty()) {
            throw new IllegalArgumentException("ingest.activity.retry-after is empty");
        }
        if (giveUpAfter.compareTo(waitForParts) < 0) {
            throw new IllegalArgumentException(
                    "ingest.activity.give-up-after ("
                            + giveUpAfter
                            + ") is shorter than ingest.activity.wait-for-parts ("
                            + waitForParts
                            + ")");
        }
    }

    static WaitingRule of(ActivityConfig config) {
        return new WaitingRule(
                config.waitForParts(),
                config.retryAfter(),
                config.lookAgainEvery(),
                config.giveUpAfter());
    }

    /** What to do with an activity. */
    sealed interface Decision {
        /** All that was promised is there. */
        record PublishComplete() implements Decision {}

        /** Not yet. */
        record Wait(Instant until) implements Decision {}

        /** Out with what is there (unless that has been done), and look again then. */
        record PublishPartial(Instant lookAgain) implements Decision {}

        /** Out with what is there (unless that has been done), for good. */
        record PublishPartialForGood() implements Decision {}
    }

    /**
     * What to do with an activity as it stands.
     *
     * @param missing kinds of promised parts that are not whole
     * @param notedAt when the activity was first seen as it is now
     * @param attempts tries before this one
     * @param askFrom when the provider may be asked again; now or earlier if at any time
     */
    Decision decide(
            Set<String> missing, Instant notedAt, int attempts, Instant askFrom, Instant now) {
        if (missing.isEmpty()) {
            return new Decision.PublishComplete();
        }
        Instant deadline = notedAt.plus(waitForParts);
        if (now.isBefore(deadline)) {
            Instant next = later(now.plus(pause(attempts)), askFrom);
            return new Decision.Wait(next.isBefore(deadline) ? next : deadline);
        }
        if (now.isBefore(notedAt.plus(giveUpAfter))) {
            return new Decision.PublishPartial(later(now.plus(lookAgainEvery), askFrom));
        }
        return new Decision.PublishPartialForGood();
    }

    private Duration pause(int attempts) {
        return retryAfter.get(Math.min(attempts, retryAfter.size() - 1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
