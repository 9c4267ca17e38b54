package io.pulseline.pipeline.record;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.past.Correction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What users say of their activities. To be called inside a transaction. */
@ApplicationScoped
class Corrections {
    private static final String PUT =
            """
            insert into correction (user_id, record_id, correction, reads_series, changed_at)
            select r.user_id, r.record_id, :json, :readsSeries, :now from record r
            where r.record_id = :record and r.user_id = :user and r.record_type = :type
            on conflict (user_id, record_id) do update
            set correction = excluded.correction, reads_series = excluded.reads_series,
                changed_at = excluded.changed_at\
            """;

    private static final String OF_ACTIVITY =
            "select r.recordId, c.json from RecordRow r left join CorrectionRow c"
                    + " on c.user = r.user and c.recordId = r.recordId"
                    + " where r.recordId = :record and r.user = :user and r.recordType = :type";

    /** In place of an earlier one; false if the user has no such activity. */
    Uni<Boolean> put(UUID user, UUID recordId, Correction correction, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(PUT)
                                .setParameter("user", user)
                                .setParameter("record", recordId)
                                .setParameter("type", RecordType.ACTIVITY)
                                .setParameter("json", KeptCorrection.write(correction))
                                .setParameter("readsSeries", correction.wantsEffortsAnew())
                                .setParameter("now", now)
                                .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** One that changes nothing where there is none; empty if the user has no such activity. */
    Uni<Optional<Correction>> of(UUID user, UUID recordId) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(OF_ACTIVITY, Object[].class)
                                .setParameter("user", user)
                                .setParameter("record", recordId)
                                .setParameter("type", RecordType.ACTIVITY)
                                .getSingleResultOrNull())
                .map(row ->
                        Optional.ofNullable(row).map(one -> KeptCorrection.read((String) one[1])));
    }

    /** Nothing happens where there is none. */
    Uni<Void> remove(UUID user, UUID recordId) {
        return Panache.getSession()
                .chain(session ->
                        session.createMutationQuery(
                                        "delete from CorrectionRow"
                                                + " where user = :user and recordId = :record")
                                .setParameter("user", user)
                                .setParameter("record", recordId)
                                .executeUpdate())
                .replaceWithVoid();
    }
}
