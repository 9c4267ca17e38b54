package io.pulseline.ingest.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has of the dates asked for.
 *
 * @param things each id once, ordered by start
 * @param unreadable entries without an id, a start or a duration
 * @param complete false if there was more than we are willing to read in one pass, or an entry was
 *     unreadable: then a thing that is not in the list may still be there
 * @param pending when to ask again, if the provider has not finished its list; null otherwise
 * @param unfinishedFrom first local date with a thing that the provider is still working on: it is
 *     not among the things, and comes when it is done; null if there is none
 */
public record Listing(
        List<ListedThing> things,
        List<Unreadable> unreadable,
        boolean complete,
        @Nullable Duration pending,
        @Nullable LocalDate unfinishedFrom) {
    public Listing {
        things = List.copyOf(things);
        unreadable = List.copyOf(unreadable);
    }
}
