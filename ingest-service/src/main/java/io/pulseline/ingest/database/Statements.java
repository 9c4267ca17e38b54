package io.pulseline.ingest.database;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement that is its own transaction: one way to the database and back, where {@link
 * Transactions} takes three. For what is asked very often. For worker and virtual threads only.
 */
@ApplicationScoped
public class Statements {
    /** As patient as {@link Transactions}. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    /**
     * The statement's rows, committed.
     *
     * @param sql with {@code $1, $2, ...}; kept prepared
     * @param values instants are bound as {@code timestamptz}
     * @throws DatabaseException if it could not be done
     */
    public List<Row> rows(String sql, @Nullable Object... values) {
        Tuple bound = Tuple.tuple();
        for (@Nullable Object value : values) {
            bound.addValue(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        try {
            RowSet<Row> rows =
                    VertxContextSupport.subscribeAndAwait(() ->
                            pool.preparedQuery(sql)
                                    .execute(bound)
                                    .ifNoItem()
                                    .after(PATIENCE)
                                    .fail());
            List<Row> list = new ArrayList<>();
            rows.forEach(list::add);
            return list;
        } catch (Error e) {
            throw e;
        } catch (Throwable failure) {
            throw new DatabaseException(failure);
        }
    }

    /** A column of type {@code timestamptz}; null if it is. */
    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
