package io.pulseline.ingest.sync;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.time.LeaseClock;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to read one kind of a connection, for those who are not its pass: only one at a time
 * writes to the ledger. What is due meanwhile waits until the right is given back.
 */
@ApplicationScoped
public class KindLeases {
    private static final String HOLD =
            "UPDATE due SET claim = $3, lease_until = $5 WHERE connection_id = $1 AND kind = $2"
                    + " AND (lease_until IS NULL OR lease_until <= $4)"
                    + " RETURNING live_from";

    private static final String KEEP =
            "UPDATE due SET lease_until = $4 WHERE connection_id = $1 AND kind = $2 AND claim = $3";

    private static final String RELEASE =
            "UPDATE due SET claim = NULL, lease_until = NULL WHERE connection_id = $1 AND kind = $2"
                    + " AND claim = $3";

    private static final String LIVE_FROM =
            "SELECT min(live_from) AS live_from FROM due WHERE connection_id = $1";

    private final Statements statements;
    private final LeaseClock leases;

    KindLeases(Statements statements, LeaseClock leases) {
        this.statements = statements;
        this.leases = leases;
    }

    /**
     * Takes the right; false if another one has it. Blocks.
     *
     * @param claim tells its holder from others
     */
    public boolean hold(UUID connection, String kind, UUID claim, Duration howLong) {
        List<Row> rows =
                statements.rows(
                        HOLD, connection, kind, claim, leases.now(), leases.now().plus(howLong));
        return !rows.isEmpty();
    }

    /** Keeps the right for longer, if it is still held. Blocks. */
    public void keep(UUID connection, String kind, UUID claim, Duration howLong) {
        statements.rows(KEEP, connection, kind, claim, leases.now().plus(howLong));
    }

    /** Gives the right back, if it is still held. Blocks. */
    public void release(UUID connection, String kind, UUID claim) {
        statements.rows(RELEASE, connection, kind, claim);
    }

    /** First local date that is read live; what is older is history. Blocks. */
    public Optional<LocalDate> liveFrom(UUID connection) {
        return Optional.ofNullable(
                statements.rows(LIVE_FROM, connection).getFirst().getLocalDate("live_from"));
    }
}
