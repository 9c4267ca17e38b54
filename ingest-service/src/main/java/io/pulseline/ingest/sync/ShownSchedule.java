package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.KindSchedule;
import io.pulseline.ingest.connection.KindState;
import io.pulseline.ingest.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Wakes wakes;

    ShownSchedule(Transactions transactions, Wakes wakes) {
        this.transactions = transactions;
        this.wakes = wakes;
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

    @Override
    public void dueNow(
            UUID connectionId, Set<String> kinds, @Nullable LocalDate from, Instant now) {
        wakes.now(connectionId, kinds.isEmpty() ? PayloadKind.all() : kinds, from, now);
    }

    @Override
    public Uni<Void> erase(UUID connectionId) {
        // Parts go with their things.
        return ThingEntity.delete("connectionId", connectionId)
                .chain(() -> DueEntity.delete("connectionId", connectionId))
                .replaceWithVoid();
    }
}
