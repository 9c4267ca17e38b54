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

    /** The asker asks no more; it knows until when. What was read before that is published. */
    record Postponed() implements ReadOutcome {}

    /** The user or the provider does not allow it; asking again soon is of no use. */
    record Refused(String reason) implements ReadOutcome {}

    /** There is no such thing at the provider and there will not be soon. */
    record Absent(String reason) implements ReadOutcome {}

    /** Worth another try later: no usable answer, or Kafka or the registry is away. */
    record Failed(String reason) implements ReadOutcome {}
}
