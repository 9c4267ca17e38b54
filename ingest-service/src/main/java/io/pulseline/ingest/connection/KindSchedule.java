package io.pulseline.ingest.connection;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is due for a connection: sync keeps it, here it is shown and asked for. */
public interface KindSchedule {
    /** How far each kind is read; empty if nothing was ever due. Blocks. */
    List<KindState> kinds(UUID connectionId);

    /**
     * Makes kinds due now; what the provider has postponed stays postponed. Blocks.
     *
     * @param kinds empty: all of the connection's
     * @param from first local date to read again; null: what is due anyway
     */
    void dueNow(UUID connectionId, Set<String> kinds, @Nullable LocalDate from, Instant now);

    /** Forgets all that was read and is due, in the transaction of the caller. */
    Uni<Void> erase(UUID connectionId);
}
