package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing with an id of its own, as the provider lists it.
 *
 * @param providerId the provider's id
 * @param localDate the date under which the provider lists it: of an activity's start in the offset
 *     the provider gives it, of a sleep's end
 * @param offset from UTC as the provider gives it; null where it gives none, so that times depend
 *     on the user's zone
 * @param promised kinds of the further parts that belong to it, in the order of the payload
 * @param self the thing's own bytes
 */
public record ListedThing(
        String providerId,
        Instant startsAt,
        Instant endsAt,
        LocalDate localDate,
        @Nullable ZoneOffset offset,
        List<String> promised,
        ReadPart self) {
    public ListedThing {
        promised = List.copyOf(promised);
    }

    /** The end; the start where the provider tells an end before it. */
    Instant end() {
        return endsAt.isBefore(startsAt) ? startsAt : endsAt;
    }
}
