package io.pulseline.ingest.sync;

import java.util.List;

/**
 * What the provider has from a date on.
 *
 * @param things each id once, ordered by start
 * @param unreadable entries without an id, a start or a duration
 * @param complete false if there was more than we are willing to read in one pass
 */
public record Listing(List<ListedThing> things, int unreadable, boolean complete) {
    public Listing {
        things = List.copyOf(things);
    }
}
