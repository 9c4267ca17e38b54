package io.pulseline.pipeline.record;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.database.UuidArray;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Daily summaries and sleeps of several users at once. To be called inside a transaction. */
@ApplicationScoped
public class DailyRecords {
    private static final String OF_USERS =
            """
            select user_id, local_date, record_id, record_type, content, content_bytes from record
            where user_id = any(cast(cast(:users as text) as uuid[]))
                and record_type in ('%s', '%s') and deleted = false
                and local_date between :first and :last
            order by user_id, local_date desc, record_id\
            """
                    .formatted(RecordType.DAILY_SUMMARY, RecordType.SLEEP);

    /** One of a user's records of a local date. */
    public record OfDate(UUID user, LocalDate date, KeptMetric kept) {}

    /** Those of the local dates from one to another, both included; by user, latest first. */
    public Uni<List<OfDate>> of(Collection<UUID> users, LocalDate first, LocalDate last) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_USERS, Object[].class)
                                .setParameter("users", UuidArray.of(users))
                                .setParameter("first", first)
                                .setParameter("last", last)
                                .getResultList())
                .map(rows -> rows.stream().map(DailyRecords::ofDate).toList());
    }

    private static OfDate ofDate(Object[] row) {
        return new OfDate(
                (UUID) row[0],
                (LocalDate) row[1],
                new KeptMetric(
                        (UUID) row[2],
                        (String) row[3],
                        Packed.stored((byte[]) row[4], (Integer) row[5])));
    }
}
