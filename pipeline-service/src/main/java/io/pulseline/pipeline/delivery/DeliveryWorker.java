package io.pulseline.pipeline.delivery;

import io.github.bucket4j.TimeMeter;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.pulseline.pipeline.pipeline.PipelineTargets;
import io.pulseline.pipeline.pipeline.SendableTarget;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims what is due and sends it, several at once, few of them to the same target. */
@ApplicationScoped
public class DeliveryWorker {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * While there is a lot to send, claims are not closer than this, so that each brings several: a
     * claim costs much the same however many it brings. The first after a rest is made at once.
     */
    private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(20);

    private final DeliveryLedger ledger;
    private final PipelineTargets targets;
    private final Targets kinds;
    private final DeliveryAttempt attempt;
    private final Settler settler;
    private final Breakers breakers;
    private final Transactions transactions;
    private final DeliverySettings settings;
    private final PaceSettings pace;
    private final Clock clock;
    private final Semaphore places;
    private final TargetRates rates;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    /** Targets with one under way or not noted yet that want no other beside it. */
    private final Set<UUID> inOrder = ConcurrentHashMap.newKeySet();

    private volatile boolean released;
    private long lastClaim = System.nanoTime() - BETWEEN_CLAIMS.toNanos();
    private @Nullable WorkLoop loop;

    DeliveryWorker(
            DeliveryLedger ledger,
            PipelineTargets targets,
            Targets kinds,
            DeliveryAttempt attempt,
            Settler settler,
            Breakers breakers,
            Transactions transactions,
            DeliverySettings settings,
            PaceSettings pace,
            Clock clock) {
        this.ledger = ledger;
        this.targets = targets;
        this.kinds = kinds;
        this.attempt = attempt;
        this.settler = settler;
        this.breakers = breakers;
        this.transactions = transactions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
        this.rates = new TargetRates(settings.mostASecondPerTarget(), TimeMeter.SYSTEM_NANOTIME);
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("delivery", pace.poll(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
        awaitAttempts();
        settler.close();
    }

    /** What is under way may still end well; what does not is sent again after the next start. */
    private void awaitAttempts() {
        try {
            places.tryAcquire(settings.atOnce(), GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something may be due. */
    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private record Work(List<ClaimedDelivery> claimed, Map<UUID, SendableTarget> targets) {}

    private int step() {
        if (!released) {
            transactions.writeAndWait(() -> ledger.release(pace.instance(), clock.instant()));
            released = true;
        }
        if (places.availablePermits() == 0) {
            return 0;
        }
        gatherSome();
        int free = places.availablePermits();
        Instant now = clock.instant();
        Claim claim =
                new Claim(
                        pace.instance(),
                        now,
                        now.plus(pace.lease()),
                        free,
                        settings.atOncePerTarget(),
                        Map.copyOf(underWay),
                        busyTargets());
        Work work =
                transactions.writeAndWait(
                        () -> ledger.claim(claim).chain(claimed -> withTargets(claimed, now)));
        for (ClaimedDelivery claimed : work.claimed()) {
            begin(claimed, Optional.ofNullable(work.targets().get(claimed.delivery().target())));
        }
        return work.claimed().size();
    }

    private void gatherSome() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_CLAIMS.toNanos() - (System.nanoTime() - lastClaim));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastClaim = System.nanoTime();
    }

    private Uni<Work> withTargets(List<ClaimedDelivery> claimed, Instant now) {
        Set<UUID> ids =
                claimed.stream().map(one -> one.delivery().target()).collect(Collectors.toSet());
        return targets.toSend(ids, now).map(found -> new Work(claimed, found));
    }

    private Set<UUID> busyTargets() {
        Set<UUID> busy = breakers.resting();
        underWay.forEach((target, count) -> {
            if (count >= settings.atOncePerTarget()) {
                busy.add(target);
            }
        });
        busy.addAll(inOrder);
        busy.addAll(rates.spent());
        return busy;
    }

    private void begin(ClaimedDelivery claimed, Optional<SendableTarget> target) {
        UUID targetId = claimed.delivery().target();
        places.acquireUninterruptibly();
        rates.begun(targetId);
        underWay.merge(targetId, 1, Integer::sum);
        if (kinds.byId(claimed.delivery().targetType()).filter(Target::inOrder).isPresent()) {
            inOrder.add(targetId);
        }
        Thread.ofVirtual()
                .name("delivery-attempt")
                .start(() -> {
                    DeliveryAttempt.Ended ended;
                    try {
                        ended = attempt.made(claimed, target);
                    } catch (Throwable e) {
                        // The lease runs out, and it is sent again.
                        answered(targetId);
                        over(targetId);
                        throw e;
                    }
                    answered(targetId);
                    settler.note(ended, () -> over(targetId));
                });
    }

    /** Its target may have the next, while this one is noted. */
    private void answered(UUID targetId) {
        underWay.computeIfPresent(targetId, (_, count) -> count == 1 ? null : count - 1);
        wake();
    }

    private void over(UUID targetId) {
        inOrder.remove(targetId);
        places.release();
        wake();
    }
}
