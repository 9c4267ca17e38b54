package io.pulseline.ingest.database;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Rows that one statement has changed and returns the ids of. A native query with an entity as its
 * result never equals itself in Hibernate's cache of query plans: every execution would add one,
 * and compare itself with all before. Ids do not.
 */
public final class ChangedRows {
    private ChangedRows() {}

    /**
     * The rows of these ids, in the session of the statement that gave them.
     *
     * @param statement changes rows and returns their {@code id}
     * @param byIds reads the rows of ids
     */
    public static <T> Uni<List<T>> of(
            Mutiny.SelectionQuery<UUID> statement, Function<List<UUID>, Uni<List<T>>> byIds) {
        return statement
                .getResultList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : byIds.apply(ids));
    }
}
