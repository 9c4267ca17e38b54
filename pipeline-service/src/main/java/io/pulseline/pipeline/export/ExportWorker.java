package io.pulseline.pipeline.export;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.export.ExportMaker.Outcome;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes exports, one after the other; one that a killed process had begun begins again. */
@ApplicationScoped
class ExportWorker {
    private static final Logger LOG = Logger.getLogger(ExportWorker.class);

    private final Exports exports;
    private final ExportMaker maker;
    private final ExportFiles files;
    private final Transactions transactions;
    private final ExportSettings settings;
    private final PaceSettings pace;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    ExportWorker(
            Exports exports,
            ExportMaker maker,
            ExportFiles files,
            Transactions transactions,
            ExportSettings settings,
            PaceSettings pace,
            Clock clock) {
        this.exports = exports;
        this.maker = maker;
        this.files = files;
        this.transactions = transactions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("exports", pace.poll(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** One was asked for. */
    void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private int step() {
        Instant now = clock.instant();
        Optional<Export> claimed =
                transactions.writeAndWait(
                        () -> exports.claim(pace.instance(), now, now.plus(pace.lease())));
        claimed.ifPresent(this::make);
        return claimed.isPresent() ? 1 : 0;
    }

    private void make(Export export) {
        try {
            ended(export.id(), maker.make(export));
        } catch (ExportZip.TooLargeException e) {
            failed(
                    export.id(),
                    "It would be " + e.getMessage() + "; ask whoever runs this service.");
        } catch (IOException e) {
            failed(
                    export.id(),
                    "The file could not be written (" + e.getClass().getSimpleName() + ").");
        }
    }

    private void ended(UUID export, Outcome outcome) {
        boolean kept =
                switch (outcome) {
                    case Outcome.Made(long bytes) -> {
                        LOG.infof("exported: export=%s bytes=%d", export, bytes);
                        yield transactions.writeAndWait(() ->
                                exports.ready(
                                        export,
                                        pace.instance(),
                                        bytes,
                                        clock.instant().plus(settings.kept())));
                    }
                    case Outcome.NotOurs() -> false;
                };
        if (!kept) {
            files.delete(List.of(export));
        }
    }

    private void failed(UUID export, String reason) {
        LOG.warnf("not exported: export=%s reason=%s", export, reason);
        files.delete(List.of(export));
        var _ =
                transactions.writeAndWait(() ->
                        exports.failed(
                                export,
                                pace.instance(),
                                reason,
                                clock.instant().plus(settings.kept())));
    }
}
