package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks after single targets of a user's pipelines. To be called inside a transaction. */
@ApplicationScoped
class TargetDesk {
    private final Pipelines pipelines;
    private final PipelineTargets targets;
    private final SecretBox secrets;

    TargetDesk(Pipelines pipelines, PipelineTargets targets, SecretBox secrets) {
        this.pipelines = pipelines;
        this.targets = targets;
        this.secrets = secrets;
    }

    /** A target with its secrets, for sending; empty if the user has no such target. */
    Uni<Optional<SendableTarget>> toSend(UUID user, UUID pipelineId, UUID targetId, Instant now) {
        return exists(user, pipelineId, targetId)
                .chain(exists ->
                        exists
                                ? targets.toSend(List.of(targetId), now)
                                        .map(found -> Optional.ofNullable(found.get(targetId)))
                                : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Boolean> exists(UUID user, UUID pipelineId, UUID targetId) {
        return pipelines
                .ofUser(user, pipelineId)
                .map(pipeline ->
                        pipeline.stream()
                                .flatMap(one -> one.targets().stream())
                                .anyMatch(target -> target.id().equals(targetId)));
    }

    /** It was tried and found well: what waits for it goes out. */
    Uni<Void> resume(UUID targetId, Instant now) {
        return targets.resume(targetId, now);
    }

    /** There may be work now. */
    void committed() {
        targets.committed();
    }

    /**
     * Gives a target another secret.
     *
     * @param overlap how long the one before holds besides; zero for not at all
     * @return when the one before ends; empty if there was none, or it does not hold any more
     */
    Uni<Optional<Instant>> changeSecret(
            UUID targetId, String secret, Duration overlap, Instant now) {
        return targets.findById(targetId)
                .chain(row -> {
                    boolean isKept = row.secret != null && !overlap.isZero();
                    row.previousSecret = isKept ? row.secret : null;
                    row.previousSecretUntil = isKept ? now.plus(overlap) : null;
                    row.secret = secrets.lock(targetId, secret);
                    return targets.resume(targetId, now)
                            .replaceWith(Optional.ofNullable(row.previousSecretUntil));
                });
    }
}
