package io.pulseline.localstack.play;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What ingest has still to do, read from its tables. Only the play looks there: from outside,
 * nothing tells that all work is done.
 */
final class IngestDatabase implements AutoCloseable {
    private static final String NEXT =
            """
            SELECT least((SELECT min(due_at) FROM due),
                         (SELECT min(next_at) FROM backfill WHERE state = 'RUNNING'))
            """;

    private static final String OPEN =
            """
            SELECT kind || CASE WHEN claim IS NULL THEN ' due' ELSE ' at work' END, count(*)
              FROM due WHERE due_at <= ? OR claim IS NOT NULL GROUP BY 1
            UNION ALL
            SELECT 'backfills', count(*) FROM backfill
             WHERE claim IS NOT NULL OR (state = 'RUNNING' AND next_at <= ?) HAVING count(*) > 0
            UNION ALL
            SELECT 'connections not told', count(*) FROM connection WHERE NOT published
            HAVING count(*) > 0
            """;

    private final Connection connection;
    private final PreparedStatement next;
    private final PreparedStatement open;

    private IngestDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        this.next = connection.prepareStatement(NEXT);
        this.open = connection.prepareStatement(OPEN);
    }

    static IngestDatabase at(int port, String user, String password) throws SQLException {
        return new IngestDatabase(
                DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/ingest", user, password));
    }

    /** When the next work is due; empty if none ever is. */
    Optional<Instant> next() throws SQLException {
        try (ResultSet row = next.executeQuery()) {
            return row.next()
                    ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant)
                    : Optional.empty();
        }
    }

    /** Work that is due or under way now: empty, or a text that names it. */
    String open(Instant now) throws SQLException {
        open.setObject(1, now.atOffset(ZoneOffset.UTC));
        open.setObject(2, now.atOffset(ZoneOffset.UTC));
        StringBuilder text = new StringBuilder();
        try (ResultSet row = open.executeQuery()) {
            while (row.next()) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(row.getLong(2))
                        .append(' ')
                        .append(row.getString(1));
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
