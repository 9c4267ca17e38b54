package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ConnectionState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A connection that never was in a database. */
final class SampleConnection {
    private SampleConnection() {}

    static Connection connectedAt(Instant at, StudyWindow window) {
        return new Connection(
                new UUID(0, 1),
                new UUID(0, 2),
                OpenSets.Provider.FITBIT,
                "26FWFL",
                ConnectionState.CONNECTED,
                null,
                Set.of("activity"),
                List.of(),
                at,
                at,
                1,
                ZoneHistory.UNKNOWN,
                null,
                true,
                at,
                window,
                List.of(),
                null,
                null,
                null);
    }
}
