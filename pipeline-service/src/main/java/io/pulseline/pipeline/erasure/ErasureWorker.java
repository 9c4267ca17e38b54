package io.pulseline.pipeline.erasure;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.erasure.Erasures.Claimed;
import io.pulseline.pipeline.erasure.Erasures.Step;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Erases who confirmed it. First everything is deleted and everybody is told, so that ingest reads
 * nothing more. What was under way elsewhere may still have written after that; so when it has
 * settled, the time of the erasure is set to then, everything is deleted once more, and that is
 * told: whatever was captured until that time is not taken any more. Each step may be done again
 * after a kill.
 */
@ApplicationScoped
class ErasureWorker {
    private static final Logger LOG = Logger.getLogger(ErasureWorker.class);

    private final Erasures erasures;
    private final OutsideData outside;
    private final UserEvents events;
    private final Transactions transactions;
    private final ErasureSettings settings;
    private final PaceSettings pace;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    ErasureWorker(
            Erasures erasures,
            OutsideData outside,
            UserEvents events,
            Transactions transactions,
            ErasureSettings settings,
            PaceSettings pace,
            Clock clock) {
        this.erasures = erasures;
        this.outside = outside;
        this.events = events;
        this.transactions = transactions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("erasures", pace.poll(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** One was confirmed. */
    void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private int step() {
        Instant now = clock.instant();
        Optional<Claimed> claimed =
                transactions.writeAndWait(
                        () -> erasures.claim(pace.instance(), now, now.plus(pace.lease())));
        claimed.ifPresent(this::goOn);
        return claimed.isPresent() ? 1 : 0;
    }

    private void goOn(Claimed ours) {
        switch (ours.step()) {
            case SWEEPING -> begin(ours);
            case SETTLING -> end(settled(ours));
            case LAST -> end(ours);
        }
    }

    private void begin(Claimed ours) {
        outside.erase(ours.user());
        deleteAll(ours);
        events.erased(ours.user(), ours.id(), ours.erasedAt());
        Instant due = clock.instant().plus(settings.settle());
        transactions.writeAndWait(() -> erasures.to(ours, Step.SETTLING, due).replaceWith(true));
        LOG.infof("erasing, everybody is told: erasure=%s", ours.id());
    }

    private Claimed settled(Claimed ours) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.writeAndWait(() ->
                Erasures.erased(ours.user(), at)
                        .chain(() -> erasures.to(ours, Step.LAST, at))
                        .replaceWith(true));
        return new Claimed(ours.id(), ours.user(), Step.LAST, at);
    }

    private void end(Claimed ours) {
        outside.erase(ours.user());
        deleteAll(ours);
        events.erased(ours.user(), ours.id(), ours.erasedAt());
        transactions.writeAndWait(() -> erasures.done(ours, clock.instant()).replaceWith(true));
        LOG.infof("erased: erasure=%s", ours.id());
    }

    private void deleteAll(Claimed ours) {
        for (UserTable table : UserTables.inOrder()) {
            for (String reason : table.theirs()) {
                delete(ours, table.deletion(reason));
            }
        }
    }

    /** A batch for each transaction, so that none is long. */
    private void delete(Claimed ours, String deletion) {
        int deleted;
        do {
            Instant until = clock.instant().plus(pace.lease());
            deleted =
                    transactions.writeAndWait(() ->
                            erasures.sweep(
                                    ours, deletion, settings.batch(), pace.instance(), until));
        } while (deleted > 0);
    }
}
