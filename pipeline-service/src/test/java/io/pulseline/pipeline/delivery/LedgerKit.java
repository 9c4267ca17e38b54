package io.pulseline.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.Ids;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One target, one run and one record of a ledger under test. Far in the future, where no worker of
 * a running service looks.
 */
abstract class LedgerKit {
    static final Instant NOON = Instant.parse("2126-01-01T12:00:00Z");
    static final Instant START = NOON.minusSeconds(3600);
    static final Duration LEASE = Duration.ofSeconds(30);
    static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(5)), () -> 0);
    static final DeliveryOutcome LATER = new DeliveryOutcome.Later("busy", null);

    final UUID target = UUID.randomUUID();
    final UUID run = UUID.randomUUID();
    final UUID record = UUID.randomUUID();
    final UUID user = UUID.randomUUID();
    final Footprint footprint =
            new Footprint(user, UUID.randomUUID(), START, START.plusSeconds(1920));

    abstract DeliveryLedger ledger();

    /** Whether its target wants one after the other. */
    boolean inOrder() {
        return false;
    }

    /** Runs one transaction. */
    abstract <T> T done(Supplier<Uni<T>> work);

    void enter(long revision, Instant now) {
        done(() -> ledger().enter(List.of(planned(target, revision, null)), now));
    }

    void joinPass(int pass, Instant now) {
        UUID same = deliveries().getFirst().id();
        done(() -> ledger().enter(List.of(planned(same, target, 1, pass, null)), now));
    }

    void callOff(Instant now) {
        done(() -> ledger().callOff(run, now));
    }

    boolean retry(Instant now) {
        UUID delivery = deliveries().getFirst().id();
        return done(() -> ledger().retry(delivery, now));
    }

    PlannedDelivery planned(UUID to, long revision, @Nullable String refusal) {
        return planned(Ids.delivery(to, record, revision), to, revision, 0, refusal);
    }

    PlannedDelivery planned(UUID id, UUID to, long revision, int pass, @Nullable String refusal) {
        return planned(id, to, revision, pass, EventType.CREATED, refusal, null);
    }

    PlannedDelivery planned(
            UUID id,
            UUID to,
            long revision,
            int pass,
            EventType event,
            @Nullable String refusal,
            @Nullable String sparing) {
        return new PlannedDelivery(
                id,
                to,
                "webhook",
                0,
                run,
                record,
                revision,
                pass,
                event,
                "as revision " + revision,
                Packed.of(("revision " + revision).getBytes(UTF_8)),
                refusal,
                sparing,
                event == EventType.DELETED ? null : footprint,
                inOrder());
    }

    /** A delivery of another record to the target. */
    PlannedDelivery ofRecord(UUID id, UUID other) {
        return new PlannedDelivery(
                id,
                target,
                "webhook",
                0,
                run,
                other,
                1,
                0,
                EventType.CREATED,
                "as it is",
                Packed.of("it".getBytes(UTF_8)),
                null,
                null,
                footprint,
                inOrder());
    }

    void delete(long revision, @Nullable String refusal) {
        UUID id = Ids.delivery(target, record, revision);
        done(() ->
                ledger().enter(
                                List.of(
                                        planned(
                                                id,
                                                target,
                                                revision,
                                                0,
                                                EventType.DELETED,
                                                refusal,
                                                null)),
                                NOON));
    }

    void spare(int pass) {
        UUID id = Ids.delivery(target, record, 1);
        done(() ->
                ledger().enter(
                                List.of(
                                        planned(
                                                id,
                                                target,
                                                1,
                                                pass,
                                                EventType.CREATED,
                                                null,
                                                "it came back")),
                                NOON));
    }

    /** As another record asks whose activity started within this time. */
    List<Fed> fed(UUID whose, Instant from, Instant to, @Nullable String remoteId) {
        return done(() -> ledger().fed(whose, UUID.randomUUID(), from, to, remoteId));
    }

    List<Fed> fed() {
        return fed(user, START, START, null);
    }

    /** Only our own: other tests may share the ledger. */
    List<ClaimedDelivery> claim(String owner, Instant now) {
        List<ClaimedDelivery> claimed =
                done(() ->
                        ledger().claim(
                                        new Claim(
                                                owner,
                                                now,
                                                now.plus(LEASE),
                                                1000,
                                                1000,
                                                Map.of(),
                                                Set.of())));
        return claimed.stream().filter(one -> one.delivery().target().equals(target)).toList();
    }

    Optional<Delivery> settle(ClaimedDelivery claimed, DeliveryOutcome outcome, Instant now) {
        Settlement settlement = Settlement.of(claimed, outcome, 12, now, SCHEDULE);
        UUID id = claimed.delivery().id();
        return done(() -> ledger().settle(List.of(settlement), now)).contains(id)
                ? deliveries().stream().filter(one -> one.id().equals(id)).findFirst()
                : Optional.empty();
    }

    List<DeliveryState> states() {
        return deliveries().stream().map(Delivery::state).toList();
    }

    List<Delivery> deliveries() {
        return done(() -> ledger().ofRuns(List.of(run)));
    }
}
