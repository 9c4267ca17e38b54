package io.pulseline.ingest.sync;

import java.time.LocalDate;

/**
 * Reads all that a provider has of one kind in a range of local dates, and publishes what the
 * ledger does not know as it is. The same for live data and history; repeating it does no harm.
 */
public interface KindReader {
    /**
     * Reads from the oldest date to the newest; blocks.
     *
     * @param kind one of {@link io.pulseline.contracts.OpenSets.PayloadKind}
     * @param to inclusive, not after the user's today
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away
     */
    ReadOutcome read(ReadContext context, String kind, LocalDate from, LocalDate to);
}
