package io.pulseline.pipeline.run;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.database.PlainValue;
import io.pulseline.pipeline.database.UuidArray;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Table {@code run}. To be called inside a transaction. */
@ApplicationScoped
class RunTable implements PanacheRepositoryBase<RunRow, UUID> {
    private static final String CLAIM =
            """
            update run r set
                lease_owner = :owner, lease_until = :until, attempts = r.attempts + 1
            where r.run_id in (
                select due.run_id from run due
                where due.due_at <= :now
                    and (due.lease_until is null or due.lease_until <= :now)
                order by due.due_at limit :most
                for update skip locked)
            returning r.*\
            """;

    /**
     * All that the runner changes, told as one JSON object: absent and null alike are null. Cast
     * from a text, because the driver would tell a parameter of type jsonb as a JSON string.
     */
    private static final String STORE =
            """
            with given as (
                select * from jsonb_to_record(cast(cast(:given as text) as jsonb)) as g (
                    status text, reason text, title text, activity_type text, boosts text,
                    pass integer, only_targets text, resend boolean, due_at timestamptz,
                    waypoint text, waypoint_bytes integer, awaits_from timestamptz,
                    awaits_to timestamptz, look_again_at timestamptz, changed_at timestamptz)),
            stored as (
                update run r set
                    status = g.status, reason = g.reason, title = g.title,
                    activity_type = g.activity_type, boosts = g.boosts, pass = g.pass,
                    only_targets = g.only_targets, resend = g.resend, due_at = g.due_at,
                    waypoint = decode(g.waypoint, 'base64'), waypoint_bytes = g.waypoint_bytes,
                    awaits_from = g.awaits_from, awaits_to = g.awaits_to,
                    look_again_at = g.look_again_at, changed_at = g.changed_at,
                    attempts = 0, lease_owner = null, lease_until = null, version = r.version + 1
                from given g
                where r.run_id = :run and r.lease_owner = :owner and r.revision = :revision
                    and r.attempts = :attempts
                returning r.run_id, r.version)
            insert into announcement (run_id, version) select run_id, version from stored
            on conflict (run_id) do update
                set version = greatest(announcement.version, excluded.version)\
            """;

    private static final String CHANGE =
            """
            update run r set status = g.status, reason = g.reason, changed_at = :now,
                version = r.version + 1
            from jsonb_to_recordset(cast(cast(:given as text) as jsonb))
                as g (run_id uuid, status text, reason text)
            where r.run_id = g.run_id\
            """;

    private static final String RUNS =
            """
            select run_id, pipeline_id, user_id, record_type, record_id, revision, pass, title,
                activity_type, status, reason, boosts, started_at, changed_at, version
            from run where run_id = any(cast(cast(:runs as text) as uuid[]))\
            """;

    private static final String LOCK =
            "select run_id from run where run_id = any(cast(cast(:runs as text) as uuid[]))"
                    + " order by run_id for update";

    private static final String FOLLOWING =
            "select run_id, revision, pass, called_off from run"
                    + " where run_id = any(cast(cast(:runs as text) as uuid[])) and due_at is null"
                    + " order by run_id";

    private static final String FORGET_METRICS =
            """
            with gone as (
                select r.run_id from run r
                where r.record_type <> 'activity' and r.changed_at < :before and r.due_at is null
                    and (r.look_again_at is null or r.called_off)
                    and not exists (
                        select 1 from announcement a where a.run_id = r.run_id)
                    and not exists (
                        select 1 from delivery d where d.run_id = r.run_id
                            and d.state in ('DUE', 'LEASED'))
                limit :most for update of r skip locked),
            deliveries as (
                delete from delivery where run_id in (select run_id from gone))
            delete from run where run_id in (select run_id from gone)\
            """;

    /**
     * Forgets runs of metrics that have ended and have not changed since then, with their
     * deliveries.
     *
     * @return how many, at most {@code most}
     */
    Uni<Integer> forgetMetrics(Instant before, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET_METRICS)
                                .setParameter("before", before)
                                .setParameter("most", most)
                                .executeUpdate());
    }

    /** Gives runs the statuses that their deliveries have led to, in one statement. */
    Uni<Void> change(List<StatusChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        for (StatusChange change : changes) {
            given.addObject()
                    .put("run_id", change.run().toString())
                    .put("status", change.status().name())
                    .put("reason", change.reason());
        }
        return Panache.getSession()
                .chain(session ->
                        session.flush()
                                .chain(() ->
                                        session.createNativeQuery(CHANGE)
                                                .setParameter("given", given.toString())
                                                .setParameter("now", now)
                                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** These runs as plain values, as they are now in the database. */
    Uni<List<Run>> runs(Collection<UUID> runIds) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(RUNS, Object[].class)
                                .setParameter("runs", UuidArray.of(runIds))
                                .getResultList())
                .map(rows -> rows.stream().map(RunTable::run).toList());
    }

    private static Run run(Object[] row) {
        return new Run(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (UUID) row[4],
                ((Number) row[5]).longValue(),
                ((Number) row[6]).intValue(),
                (String) row[7],
                (String) row[8],
                RunStatus.valueOf((String) row[9]),
                (String) row[10],
                BoostStep.read((String) row[11]),
                PlainValue.instant(row[12]),
                PlainValue.instant(row[13]),
                ((Number) row[14]).longValue());
    }

    /** A statement of ours has changed the run: who asks for it in this session must see that. */
    Uni<Void> readAnew(UUID runId) {
        return Panache.getSession()
                .chain(session ->
                        session.find(RunRow.class, runId)
                                .invoke(row -> {
                                    if (row != null) {
                                        session.detach(row);
                                    }
                                }))
                .replaceWithVoid();
    }

    /**
     * Locks runs in the order of their ids, so that two who lock several do not wait for each
     * other.
     */
    Uni<Void> lock(Collection<UUID> runIds) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(LOCK, UUID.class)
                                .setParameter("runs", UuidArray.of(runIds))
                                .getResultList())
                .replaceWithVoid();
    }

    /**
     * What those of these runs stand for that follow their deliveries: one that is with the runner
     * has no status from them. Changes in this session are seen.
     */
    Uni<List<Following>> following(Collection<UUID> runIds) {
        return Panache.getSession()
                .chain(session ->
                        session.flush()
                                .chain(() ->
                                        session.createNativeQuery(FOLLOWING, Object[].class)
                                                .setParameter("runs", UuidArray.of(runIds))
                                                .getResultList()))
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new Following(
                                                (UUID) row[0],
                                                ((Number) row[1]).longValue(),
                                                ((Number) row[2]).intValue(),
                                                (Boolean) row[3]))
                                .toList());
    }

    /** The user's run of that id, locked; null if there is none, also if it is somebody else's. */
    Uni<@Nullable RunRow> locked(UUID user, UUID runId) {
        return findById(runId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null || !row.user.equals(user) ? null : row);
    }

    /** Those of these ids that there are, locked in the order of their ids. */
    Uni<Map<UUID, RunRow>> locked(Collection<UUID> runIds) {
        return find("runId in ?1 order by runId", runIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> {
                    Map<UUID, RunRow> byId = new HashMap<>();
                    rows.forEach(row -> byId.put(row.runId, row));
                    return byId;
                });
    }

    /** All runs of these records, whoever they belong to, locked in the order of their ids. */
    Uni<List<RunRow>> lockedOfRecords(Collection<UUID> recordIds) {
        return find("recordId in ?1 order by runId", recordIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Runs that have ended and are to be looked at again, locked in the order of their ids. */
    Uni<List<RunRow>> lockedToLookAt(Instant now, int most) {
        return find("lookAgainAt <= ?1 and dueAt is null and calledOff = false order by runId", now)
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Runs that await data of that time of these users, locked, in order of their ids. */
    Uni<List<RunRow>> lockedAwaiting(Set<UUID> users, Instant from, Instant to) {
        return find(
                        "user in ?1 and awaitsFrom < ?3 and awaitsTo > ?2 order by runId",
                        users,
                        from,
                        to)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What the runs of a pipeline called their activities, by record. */
    Uni<Map<UUID, RunName>> names(UUID user, UUID pipeline) {
        return names(user, Set.of(pipeline)).map(names -> names.getOrDefault(pipeline, Map.of()));
    }

    /** The same by pipeline. */
    Uni<Map<UUID, Map<UUID, RunName>>> names(UUID user, Set<UUID> pipelines) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(
                                        "select recordId, title, activityType, pipelineId"
                                                + " from RunRow where user = :user"
                                                + " and pipelineId in :pipelines"
                                                + " and recordType = :type",
                                        Object[].class)
                                .setParameter("user", user)
                                .setParameter("pipelines", pipelines)
                                .setParameter("type", RecordType.ACTIVITY)
                                .getResultList())
                .map(rows -> {
                    Map<UUID, Map<UUID, RunName>> names = new HashMap<>();
                    for (Object[] row : rows) {
                        names.computeIfAbsent((UUID) row[3], _ -> new HashMap<>())
                                .put((UUID) row[0], new RunName((String) row[1], (String) row[2]));
                    }
                    return names;
                });
    }

    /** Leases runs that are due, oldest first. */
    Uni<List<ClaimedRun>> claim(String owner, Instant now, Instant until, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CLAIM, RunRow.class)
                                .setParameter("owner", owner)
                                .setParameter("until", until)
                                .setParameter("now", now)
                                .setParameter("most", most)
                                .getResultList())
                .map(rows ->
                        rows.stream()
                                .sorted(comparing(row -> requireNonNull(row.dueAt)))
                                .map(RunRow::claimed)
                                .toList());
    }

    /**
     * Stores a run that its claimer is done with, and enters its change, in one statement.
     *
     * @param row as it is to be; its version is counted on
     * @return false if the claim was lost, then nothing is stored
     */
    Uni<Boolean> store(ClaimedRun held, RunRow row) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(STORE)
                                .setParameter("given", row.given())
                                .setParameter("run", held.id())
                                .setParameter("owner", held.owner())
                                .setParameter("revision", held.revision())
                                .setParameter("attempts", held.attempts())
                                .executeUpdate())
                .map(stored -> stored == 1);
    }

    /** Gives back what an owner has leased. */
    Uni<Void> release(String owner) {
        return update(
                        "leaseOwner = null, leaseUntil = null where leaseOwner = ?1 and dueAt is not null",
                        owner)
                .replaceWithVoid();
    }
}
