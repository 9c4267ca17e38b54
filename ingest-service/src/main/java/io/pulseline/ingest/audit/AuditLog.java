package io.pulseline.ingest.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.access.audit.Act;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.ingest.publish.AuditPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells of changes one after the other, a moment after them: no answer waits for it. While Kafka is
 * away they wait here, up to a bound; what comes beyond is lost, counted, and logged once. A
 * process that is killed loses those that wait, usually a few milliseconds of them.
 */
@ApplicationScoped
class AuditLog {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    private final AuditPublisher publisher;
    private final AuditConfig config;
    private final Counter lost;
    private final BlockingQueue<Act> waiting;
    private final AtomicBoolean hasLost = new AtomicBoolean();
    private volatile boolean stopped;
    private @Nullable Thread telling;

    /**
     * Taken, and not acknowledged yet; the telling thread's own, and after it the stopping one's.
     */
    private @Nullable Act inHand;

    AuditLog(AuditPublisher publisher, AuditConfig config, MeterRegistry registry) {
        this.publisher = publisher;
        this.config = config;
        this.lost =
                Counter.builder("pulseline.audit.lost")
                        .description("Changes of which the audit log knows nothing")
                        .register(registry);
        this.waiting = new ArrayBlockingQueue<>(config.mostWaiting());
    }

    void start(@Observes StartupEvent started) {
        telling = Thread.ofVirtual().name("audit").start(this::tellAll);
    }

    /** What waits is told, if Kafka takes it at once. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        if (telling != null) {
            telling.interrupt();
            telling.join();
        }
        Act next = inHand == null ? waiting.poll() : inHand;
        while (next != null && isTold(next)) {
            next = waiting.poll();
        }
        lose(next == null ? 0 : waiting.size() + 1);
    }

    /** Never blocks, never fails. */
    void note(Act act) {
        if (!waiting.offer(act)) {
            lose(1);
        }
    }

    private void tellAll() {
        try {
            while (!stopped) {
                Act next = inHand == null ? waiting.take() : inHand;
                inHand = next;
                if (isTold(next)) {
                    inHand = null;
                    hasLost.set(false);
                } else {
                    Thread.sleep(config.pause());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that was refused may have arrived all the same; its id tells that it is the same. */
    private boolean isTold(Act act) {
        return publisher.publish(message(act), config.acknowledgedWithin())
                instanceof PublishOutcome.Acknowledged;
    }

    private static ChangeAudited message(Act act) {
        return new ChangeAudited(
                act.id().toString(),
                act.at().toEpochMilli(),
                act.actor().toString(),
                act.actorName(),
                act.roles(),
                act.method(),
                act.path(),
                act.objectIds(),
                act.aboutUser() == null ? null : act.aboutUser().toString(),
                act.status(),
                act.client());
    }

    private void lose(int number) {
        lost.increment(number);
        if (number > 0 && !hasLost.getAndSet(true)) {
            LOG.error("changes are not told; pulseline.audit.lost counts what is missing");
        }
    }
}
