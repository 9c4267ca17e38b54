package io.pulseline.ingest.connection;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who has to do with every new consent, in the transaction that stores it. */
public interface ConnectionListener {
    /**
     * The user has consented, for the first time or again.
     *
     * @param from first local date to be read live
     * @param moved whether another connection of the user was read about up to that date: then
     *     nothing from it on is left to a later reading
     */
    Uni<Void> connected(UUID connectionId, LocalDate from, boolean moved, Instant now);
}
