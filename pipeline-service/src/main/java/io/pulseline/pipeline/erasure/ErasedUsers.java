package io.pulseline.pipeline.erasure;

import static java.util.stream.Collectors.toMap;

import io.pulseline.contracts.Revision;
import io.pulseline.pipeline.database.PlainValue;
import io.pulseline.pipeline.database.UuidArray;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who was erased, and when. To be called inside a transaction. */
@ApplicationScoped
public class ErasedUsers {
    private static final String AMONG =
            """
            select user_id, erased_at from erased_user
            where user_id = any(cast(cast(:users as text) as uuid[]))\
            """;

    /**
     * Some of them.
     *
     * @param at by user, when what had been captured until then was erased
     */
    public record Erased(Map<UUID, Instant> at) {
        public Erased {
            at = Map.copyOf(at);
        }

        /**
         * Whether a record is of a user who was erased after it was captured. What is captured
         * later is of a new consent.
         *
         * @param revision of the record; carries the capture time
         */
        public boolean covers(UUID user, long revision) {
            Instant erased = at.get(user);
            return erased != null
                    && Revision.capturedEpochMillis(revision) <= erased.toEpochMilli();
        }
    }

    /** Those of these users who were erased. */
    public Uni<Erased> among(Set<UUID> users) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(AMONG, Object[].class)
                                .setParameter("users", UuidArray.of(users))
                                .getResultList())
                .map(rows ->
                        new Erased(
                                rows.stream()
                                        .collect(
                                                toMap(
                                                        row -> (UUID) row[0],
                                                        row -> PlainValue.instant(row[1])))));
    }
}
