package io.pulseline.ingest.sync;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** How reading a range of dates of one kind ended. */
public sealed interface ReadOutcome {
    /**
     * Read to its end, and what was new is on its topic.
     *
     * @param found local dates that have data
     */
    record Read(SortedSet<LocalDate> found) implements ReadOutcome {
        public Read {
            found = new TreeSet<>(found);
        }
    }

    /** Not read to its end. */
    sealed interface Unread extends ReadOutcome {}

    /** The asker asks no more; it knows until when. What was read before that is published. */
    record Postponed() implements Unread {}

    /** The user or the provider does not allow it; asking again soon is of no use. */
    record Refused(String reason) implements Unread {}

    /** Not there and not to be expected soon, or the provider does not take the question. */
    record Absent(String reason) implements Unread {}

    /** Worth another try later: no usable answer, or Kafka or the registry is away. */
    record Failed(String reason) implements Unread {}
}
