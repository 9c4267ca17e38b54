package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pipeline.PipelineTargets;
import io.pulseline.pipeline.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All users' grants, and the right to refresh one of them. All methods block. */
@ApplicationScoped
class Grants implements PanacheRepositoryBase<GrantRow, UUID> {
    private static final String OF_USER = "user = ?1 and type = ?2";

    private final Transactions transactions;
    private final SecretBox secrets;
    private final PipelineTargets targets;

    Grants(Transactions transactions, SecretBox secrets, PipelineTargets targets) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.targets = targets;
    }

    /**
     * A grant's tokens as they are now.
     *
     * @param version counts the pairs
     */
    record Held(UUID grant, String accessToken, Instant expiresAt, long version) {
        /** Never the token. */
        @Override
        public String toString() {
            return "Held[grant=" + grant + ", version=" + version + "]";
        }
    }

    /**
     * The right to refresh, for one holder and a limited time.
     *
     * @param unfinished an earlier refresh with this token never came to an end
     */
    record RefreshRight(
            UUID grant, UUID claim, String refreshToken, long version, boolean unfinished) {
        /** Never the token. */
        @Override
        public String toString() {
            return "RefreshRight[grant=" + grant + ", version=" + version + "]";
        }
    }

    /** All of that user, by type. */
    List<GrantView> of(UUID user) {
        return inTransaction(() ->
                list("user", Sort.by("type"), user)
                        .map(rows -> rows.stream().map(GrantRow::view).toList()));
    }

    /** Whether another user has an active grant for the same somebody at the place. */
    boolean isAnothers(UUID user, String type, String remoteId) {
        return inTransaction(() ->
                count(
                        "type = ?1 and remoteId = ?2 and user <> ?3 and state = ?4",
                        type,
                        remoteId,
                        user,
                        GrantState.ACTIVE.name()))
                > 0;
    }

    /** In place of what the user allowed before; targets that rested for want of it go on. */
    void keep(NewGrant grant, Instant now) {
        var _ =
                inTransaction(() ->
                        locked(grant.user(), grant.type())
                                .chain(row -> kept(row == null ? new GrantRow() : row, grant, now))
                                .chain(() -> targets.resume(grant.user(), grant.type(), now)));
        targets.committed();
    }

    private Uni<GrantRow> kept(GrantRow row, NewGrant grant, Instant now) {
        boolean isNew = row.version == 0;
        if (isNew) {
            row.id = UUID.randomUUID();
            row.user = grant.user();
            row.type = grant.type();
        }
        row.state = GrantState.ACTIVE.name();
        row.reason = null;
        row.since = now;
        row.remoteId = grant.remoteId();
        row.remoteName = grant.remoteName();
        row.allows(grant.scopes());
        lock(row, grant.tokens());
        return isNew ? persist(row) : Uni.createFrom().item(row);
    }

    /** Empty if the user has no grant, or one without tokens. */
    Optional<Held> held(UUID user, String type) {
        return inTransaction(() -> find(OF_USER, user, type).firstResult().map(this::opened));
    }

    private Optional<Held> opened(@Nullable GrantRow row) {
        if (row == null || row.accessToken == null || row.accessExpiresAt == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Held(
                        row.id,
                        secrets.open(row.id, row.accessToken),
                        row.accessExpiresAt,
                        row.version));
    }

    /** Why the user has to connect again; empty if nothing is known of it. */
    Optional<String> reason(UUID user, String type) {
        return inTransaction(() ->
                find(OF_USER, user, type)
                        .firstResult()
                        .map(row ->
                                row == null ? Optional.empty() : Optional.ofNullable(row.reason)));
    }

    /**
     * Takes the right to refresh the pair of this version; empty if another one has it or the pair
     * is not the newest any more. That it was begun is noted in the same transaction.
     *
     * @param now by the machine's clock, as {@code until}: a lease is about living processes
     */
    Optional<RefreshRight> claim(Held held, Instant now, Instant until) {
        return inTransaction(() ->
                findById(held.grant(), LockModeType.PESSIMISTIC_WRITE)
                        .map(row -> claimed(row, held.version(), now, until)));
    }

    private Optional<RefreshRight> claimed(
            @Nullable GrantRow row, long version, Instant now, Instant until) {
        if (row == null || row.refreshToken == null || row.version != version) {
            return Optional.empty();
        }
        if (row.isBeingRefreshedAt(now)) {
            return Optional.empty();
        }
        UUID claim = UUID.randomUUID();
        boolean before = row.unfinished;
        row.claim = claim;
        row.leaseUntil = until;
        row.unfinished = true;
        String token = secrets.open(row.id, Objects.requireNonNull(row.refreshToken));
        return Optional.of(new RefreshRight(row.id, claim, token, version, before));
    }

    /**
     * Stores the new pair over the one it was made from, whoever holds the right by now: the old
     * refresh token is used up. False if a newer pair is there, or the grant is gone.
     */
    boolean store(RefreshRight right, TokenPair tokens) {
        return changed(
                right.grant(),
                row -> {
                    if (row.version != right.version() || row.refreshToken == null) {
                        return false;
                    }
                    lock(row, tokens);
                    return true;
                });
    }

    /**
     * Gives the right back without a new pair.
     *
     * @param unfinished whether the place may have used the old token up all the same
     */
    void release(RefreshRight right, boolean unfinished) {
        var _ =
                changed(
                        right.grant(),
                        row -> {
                            if (row.isClaimedBy(right.claim())) {
                                row.released(unfinished);
                            }
                            return true;
                        });
    }

    /** The place does not know our tokens any more: they are deleted. False if newer are there. */
    boolean needsReauthorization(RefreshRight right, String reason, Instant now) {
        return changed(
                right.grant(),
                row -> {
                    if (row.version != right.version()) {
                        return false;
                    }
                    row.state = GrantState.NEEDS_REAUTHORIZATION.name();
                    row.reason = reason;
                    row.since = now;
                    row.accessToken = null;
                    row.refreshToken = null;
                    row.accessExpiresAt = null;
                    row.released(false);
                    return true;
                });
    }

    /** Forgets a grant with its tokens; false if there was none. */
    boolean forget(UUID user, String type) {
        return inTransaction(() -> delete(OF_USER, user, type)) > 0;
    }

    private void lock(GrantRow row, TokenPair tokens) {
        row.accessToken = secrets.lock(row.id, tokens.accessToken());
        row.refreshToken = secrets.lock(row.id, tokens.refreshToken());
        row.accessExpiresAt = tokens.expiresAt();
        row.version++;
        row.released(false);
    }

    /** A change of a row that may be gone. */
    @FunctionalInterface
    private interface Change {
        /** False if it was not to be changed. */
        boolean of(GrantRow row);
    }

    private boolean changed(UUID grant, Change change) {
        return inTransaction(() ->
                findById(grant, LockModeType.PESSIMISTIC_WRITE)
                        .map(row -> row != null && change.of(row)));
    }

    private Uni<@Nullable GrantRow> locked(UUID user, String type) {
        return find(OF_USER, user, type).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return transactions.writeAndWait(work);
    }
}
