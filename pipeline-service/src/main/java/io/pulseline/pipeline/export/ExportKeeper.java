package io.pulseline.pipeline.export;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes exports: those whose time is over, and on request those of a user. */
@ApplicationScoped
public class ExportKeeper {
    /** A file that no row knows any more is left alone while it may still be written. */
    private static final Duration LONGER = Duration.ofHours(1);

    private final Exports exports;
    private final ExportFiles files;
    private final Transactions transactions;
    private final ExportSettings settings;
    private final PaceSettings pace;
    private final Clock clock;

    /** Files are as old as the machine's clock says, also where a simulated one is followed. */
    private final InstantSource machine = InstantSource.system();

    private @Nullable WorkLoop loop;

    ExportKeeper(
            Exports exports,
            ExportFiles files,
            Transactions transactions,
            ExportSettings settings,
            PaceSettings pace,
            Clock clock) {
        this.exports = exports;
        this.files = files;
        this.transactions = transactions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("export keeper", pace.keep(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Deletes what has expired; also called by tests. */
    int step() {
        List<UUID> expired = transactions.writeAndWait(() -> exports.forget(clock.instant()));
        files.delete(expired);
        try {
            files.deleteOlderThan(settings.kept().plus(LONGER), machine.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be read", e);
        }
        return expired.size();
    }

    /** Deletes all exports of a user; again does no harm. Blocks. */
    public void erase(UUID user) {
        files.delete(transactions.writeAndWait(() -> exports.forgetAll(user)));
    }
}
