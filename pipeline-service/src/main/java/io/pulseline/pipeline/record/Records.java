package io.pulseline.pipeline.record;

import static java.util.function.Function.identity;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.past.LocalOffset;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the latest revision of every record. To be called inside a transaction. */
@ApplicationScoped
public class Records implements PanacheRepositoryBase<RecordRow, UUID> {
    private static final String ARRIVALS =
            """
            with activities as (
                select started_at from record
                where user_id = :user and record_type = 'activity' and not deleted
                    and started_at >= :week
            ), nights as (
                select distinct local_date from record
                where user_id = :user and record_type = 'sleep' and not deleted
                    and local_date between :monday and :today
            )
            select (select count(*) from activities where started_at >= :day),
                (select count(*) from activities),
                (select count(*) from nights),
                (select count(*) from nights where local_date = :today),
                exists (select 1 from record
                    where user_id = :user and record_type = 'activity' and not deleted)\
            """;

    private static final String WITH_CORRECTIONS =
            " left join CorrectionRow c on c.user = r.user and c.recordId = r.recordId where "
                    + "r.user = :user and ";

    private static final String LATEST =
            "select r, c.json from RecordRow r" + WITH_CORRECTIONS + "r.recordId = :record";

    private static final String ACTIVITIES =
            "select r.recordId, r.startedAt, r.figures,"
                    + " case when r.figures is null or c.readsSeries = true then r.content end,"
                    + " r.contentBytes, c.json from RecordRow r"
                    + WITH_CORRECTIONS
                    + "r.recordType = :type and r.deleted = false and r.startedAt >= :from and r.startedAt < :before";

    private static final Set<String> OF_DAYS =
            Set.of(RecordType.DAILY_SUMMARY, RecordType.HEART_RATE_VARIABILITY, RecordType.SLEEP);

    /** Keeps it if it is newer than what is there. */
    public Uni<KeepOutcome> keep(ReceivedRecord received, Instant now) {
        return keepAll(List.of(received), now).map(List::getFirst);
    }

    /**
     * Keeps each that is newer than what is there: one statement to look, and a batch for all.
     *
     * @return what became of each, in their order
     */
    public Uni<List<KeepOutcome>> keepAll(List<ReceivedRecord> all, Instant now) {
        Set<UUID> ids = all.stream().map(ReceivedRecord::recordId).collect(Collectors.toSet());
        // Always in one order, so that two of us never wait for each other.
        return find("recordId in ?1 order by recordId", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> keepOver(rows, all, now));
    }

    private Uni<List<KeepOutcome>> keepOver(
            List<RecordRow> rows, List<ReceivedRecord> all, Instant now) {
        Map<UUID, RecordRow> known =
                rows.stream().collect(Collectors.toMap(row -> row.recordId, identity()));
        List<RecordRow> fresh = new ArrayList<>();
        List<KeepOutcome> outcomes = new ArrayList<>();
        for (ReceivedRecord received : all) {
            RecordRow row = known.get(received.recordId());
            if (row == null) {
                RecordRow made = made(received, now);
                known.put(made.recordId, made);
                fresh.add(made);
                outcomes.add(KeepOutcome.CHANGED);
            } else {
                outcomes.add(keepOver(row, received, now));
            }
        }
        return Panache.getSession()
                .invoke(session -> session.setBatchSize(100))
                .chain(session -> session.persistAll(fresh.toArray()).chain(session::flush))
                .replaceWith(List.copyOf(outcomes));
    }

    private static RecordRow made(ReceivedRecord received, Instant now) {
        RecordRow made = new RecordRow();
        made.recordId = received.recordId();
        made.user = received.user();
        made.recordType = received.recordType();
        fill(made, received, now);
        return made;
    }

    private static KeepOutcome keepOver(RecordRow row, ReceivedRecord received, Instant now) {
        if (!row.user.equals(received.user()) || !row.recordType.equals(received.recordType())) {
            return KeepOutcome.FOREIGN;
        }
        if (received.revision() <= row.revision) {
            return KeepOutcome.NOT_NEWER;
        }
        boolean same = row.contentHash.equals(received.contentHash());
        fill(row, received, now);
        return same ? KeepOutcome.SAME_CONTENT : KeepOutcome.CHANGED;
    }

    private static void fill(RecordRow row, ReceivedRecord received, Instant now) {
        row.revision = received.revision();
        row.contentHash = received.contentHash();
        row.deleted = received.deleted();
        row.startedAt = received.startedAt();
        row.endedAt = received.endedAt();
        row.localDate = received.localDate();
        row.figures = received.figures();
        row.receivedAt = now;
        row.content = received.content().zstd();
        row.contentBytes = received.content().bytes();
    }

    /** The user's record of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<StoredRecord>> latest(UUID user, UUID recordId) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(LATEST, Object[].class)
                                .setParameter("user", user)
                                .setParameter("record", recordId)
                                .getSingleResultOrNull())
                .map(Records::stored);
    }

    /** The user's activities that started from one instant to another, without their series. */
    public Uni<List<KeptActivity>> activities(UUID user, Instant from, Instant before) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(ACTIVITIES, Object[].class)
                                .setParameter("user", user)
                                .setParameter("type", RecordType.ACTIVITY)
                                .setParameter("from", from)
                                .setParameter("before", before)
                                .getResultList())
                .map(rows -> rows.stream().map(KeptActivity::of).toList());
    }

    /** The user's hours of heart rate that touch a time, in its order. */
    public Uni<List<KeptMetric>> heartRate(UUID user, Instant from, Instant to) {
        return find(
                        "user = ?1 and recordType = ?2 and deleted = false and startedAt < ?4"
                                + " and endedAt > ?3 order by startedAt",
                        user,
                        RecordType.HEART_RATE,
                        from,
                        to)
                .list()
                .map(Records::metrics);
    }

    /** The user's daily summaries, heart rate variability and sleeps of these local dates. */
    public Uni<List<KeptMetric>> days(UUID user, LocalDate first, LocalDate last) {
        return find(
                        "user = ?1 and recordType in ?2 and deleted = false"
                                + " and localDate between ?3 and ?4 order by localDate, recordId",
                        user,
                        OF_DAYS,
                        first,
                        last)
                .list()
                .map(Records::metrics);
    }

    /** The user's metrics of one type with these local dates, in order of their dates. */
    public Uni<List<KeptMetric>> metrics(
            UUID user, String recordType, LocalDate first, LocalDate last) {
        return find(
                        "user = ?1 and recordType = ?2 and deleted = false"
                                + " and localDate between ?3 and ?4 order by localDate, recordId",
                        user,
                        recordType,
                        first,
                        last)
                .list()
                .map(Records::metrics);
    }

    /** The same in order of time, where the dates have one: hours, sleeps. */
    public Uni<List<KeptMetric>> metricsInTime(
            UUID user, String recordType, LocalDate first, LocalDate last) {
        return find(
                        "user = ?1 and recordType = ?2 and deleted = false"
                                + " and localDate between ?3 and ?4"
                                + " order by localDate, startedAt, recordId",
                        user,
                        recordType,
                        first,
                        last)
                .list()
                .map(Records::metrics);
    }

    /** The same of several types. */
    public Uni<List<KeptMetric>> metrics(
            UUID user, Set<String> recordTypes, LocalDate first, LocalDate last) {
        return find(
                        "user = ?1 and recordType in ?2 and deleted = false"
                                + " and localDate between ?3 and ?4 order by localDate, recordId",
                        user,
                        recordTypes,
                        first,
                        last)
                .list()
                .map(Records::metrics);
    }

    /** The user's latest hours of heart rate, latest first. */
    public Uni<List<KeptMetric>> latestHours(UUID user, int most) {
        return find(
                        "user = ?1 and recordType = ?2 and deleted = false and startedAt is not null"
                                + " order by startedAt desc",
                        user,
                        RecordType.HEART_RATE)
                .page(0, most)
                .list()
                .map(Records::metrics);
    }

    /** What there is of today and since Monday, by the user's own dates. */
    public Uni<Arrivals> arrivals(UUID user, LocalDate today, LocalDate monday, ZoneId zone) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ARRIVALS, Object[].class)
                                .setParameter("user", user)
                                .setParameter("day", today.atStartOfDay(zone).toInstant())
                                .setParameter("week", monday.atStartOfDay(zone).toInstant())
                                .setParameter("today", today)
                                .setParameter("monday", monday)
                                .getSingleResult())
                .map(row ->
                        new Arrivals(
                                ((Number) row[0]).longValue(),
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).longValue() > 0,
                                (Boolean) row[4]));
    }

    /** UTC offset at the start of the user's latest activity; empty where that is not known. */
    public Uni<Optional<ZoneOffset>> latestOffset(UUID user) {
        return find(
                        "user = ?1 and recordType = ?2 and deleted = false and startedAt is not null"
                                + " and figures is not null order by startedAt desc",
                        user,
                        RecordType.ACTIVITY)
                .project(FiguresOnly.class)
                .page(0, 1)
                .firstResult()
                .map(found ->
                        Optional.ofNullable(found)
                                .map(only -> KeptFigures.read(only.figures()).startOffsetSeconds())
                                .map(LocalOffset::of));
    }

    /** What is read of a row to know its offset. */
    record FiguresOnly(String figures) {}

    private static List<KeptMetric> metrics(List<RecordRow> rows) {
        return rows.stream().map(KeptMetric::of).toList();
    }

    private static Optional<StoredRecord> stored(Object @Nullable [] row) {
        return Optional.ofNullable(row)
                .map(one ->
                        StoredRecord.of((RecordRow) one[0], KeptCorrection.read((String) one[1])));
    }
}
