package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A thing with an id of its own, as the provider lists it.
 *
 * @param providerId the provider's id
 * @param startLocalDate in the offset the provider gives it
 * @param promised kinds of the further parts that belong to it, in the order of the payload
 * @param self the thing's own bytes
 */
public record ListedThing(
        String providerId,
        Instant startsAt,
        Instant endsAt,
        LocalDate startLocalDate,
        List<String> promised,
        ReadPart self) {
    public ListedThing {
        promised = List.copyOf(promised);
    }
}
