package io.pulseline.access.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody made, or was refused.
 *
 * @param id of this act; where it is told twice, it is the same
 * @param at to the microsecond
 * @param actor who did
 * @param actorName as their login calls them
 * @param roles of their login
 * @param method of HTTP
 * @param path as the API describes it, with names in braces in the place of ids
 * @param objectIds what stood in the place of the names, in their order
 * @param aboutUser the one of them that is a user; null where none is
 * @param status of the answer
 * @param client how they came in: {@code session}, {@code basic} or {@code bearer}
 */
public record Act(
        UUID id,
        Instant at,
        UUID actor,
        String actorName,
        List<String> roles,
        String method,
        String path,
        List<String> objectIds,
        @Nullable UUID aboutUser,
        int status,
        String client) {
    public Act {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        roles = List.copyOf(roles);
        objectIds = List.copyOf(objectIds);
    }
}
