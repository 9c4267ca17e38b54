package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.KindSchedule;
import io.pulseline.ingest.connection.KindState;
import io.pulseline.ingest.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is due, as the connection's user sees it and may ask for it. */
@ApplicationScoped
class ShownSchedule implements KindSchedule {
    private final Transactions transactions;

    ShownSchedule(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<KindState> kinds(UUID connectionId) {
        return transactions
                .read(() ->
                        DueEntity.<DueEntity>list("connectionId = ?1 order by kind", connectionId))
                .stream()
                .map(ShownSchedule::state)
                .toList();
    }

    private static KindState state(DueEntity row) {
        return new KindState(
                row.kind,
                row.lastSuccessAt,
                row.dueAt,
                row.watermark,
                row.notBefore,
                row.postponedReason);
    }

    /** A pass that is under way sees that the generation has moved on and leaves the row due. */
    @Override
    public void dueNow(
            UUID connectionId, Set<String> kinds, @Nullable LocalDate from, Instant now) {
        Set<String> meant = kinds.isEmpty() ? Set.copyOf(PayloadKind.all()) : kinds;
        transactions.run(() ->
                DueEntity.<DueEntity>find(
                                "connectionId = ?1 and kind in ?2 order by id", connectionId, meant)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list()
                        .invoke(rows -> rows.forEach(row -> dueNow(row, from, now))));
    }

    private static void dueNow(DueEntity row, @Nullable LocalDate from, Instant now) {
        row.generation++;
        row.dueAt = row.dueAt == null || row.dueAt.isAfter(now) ? now : row.dueAt;
        if (from != null && (row.rereadFrom == null || row.rereadFrom.isAfter(from))) {
            row.rereadFrom = from;
        }
    }

    @Override
    public Uni<Void> erase(UUID connectionId) {
        // Parts go with their things.
        return ThingEntity.delete("connectionId", connectionId)
                .chain(() -> DueEntity.delete("connectionId", connectionId))
                .replaceWithVoid();
    }
}
