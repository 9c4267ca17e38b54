package io.pulseline.pipeline.record;

import io.pulseline.contracts.OpenSets.RecordType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the latest revision of every record. To be called inside a transaction. */
@ApplicationScoped
public class Records implements PanacheRepositoryBase<RecordRow, UUID> {

    /** Keeps it if it is newer than what is there. */
    public Uni<KeepOutcome> keep(ReceivedActivity received, Instant now) {
        return findById(received.recordId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    if (row == null) {
                        RecordRow fresh = new RecordRow();
                        fresh.recordId = received.recordId();
                        fresh.user = received.user();
                        fresh.recordType = RecordType.ACTIVITY;
                        fill(fresh, received, now);
                        return persistAndFlush(fresh).replaceWith(KeepOutcome.CHANGED);
                    }
                    return Uni.createFrom().item(keepOver(row, received, now));
                });
    }

    private static KeepOutcome keepOver(RecordRow row, ReceivedActivity received, Instant now) {
        if (!row.user.equals(received.user())) {
            return KeepOutcome.FOREIGN;
        }
        if (received.revision() <= row.revision) {
            return KeepOutcome.NOT_NEWER;
        }
        boolean same = row.contentHash.equals(received.contentHash());
        fill(row, received, now);
        return same ? KeepOutcome.SAME_CONTENT : KeepOutcome.CHANGED;
    }

    private static void fill(RecordRow row, ReceivedActivity received, Instant now) {
        row.revision = received.revision();
        row.contentHash = received.contentHash();
        row.deleted = received.deleted();
        row.startedAt = received.startedAt();
        row.endedAt = received.endedAt();
        row.receivedAt = now;
        row.content = received.content().zstd();
        row.contentBytes = received.content().bytes();
    }

    /** The user's record of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<StoredActivity>> latest(UUID user, UUID recordId) {
        return find("recordId = ?1 and user = ?2", recordId, user)
                .firstResult()
                .map(Records::stored);
    }

    private static Optional<StoredActivity> stored(@Nullable RecordRow row) {
        return Optional.ofNullable(row).map(StoredActivity::of);
    }
}
