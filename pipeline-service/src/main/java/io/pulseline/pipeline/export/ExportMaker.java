package io.pulseline.pipeline.export;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.export.ExportReads.Line;
import io.pulseline.pipeline.pace.PaceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes the file of one export, a chunk after the other, so that no transaction is long. */
@ApplicationScoped
class ExportMaker {
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Exports exports;
    private final ExportReads reads;
    private final ExportFiles files;
    private final Transactions transactions;
    private final ExportSettings settings;
    private final PaceSettings pace;
    private final Clock clock;

    ExportMaker(
            Exports exports,
            ExportReads reads,
            ExportFiles files,
            Transactions transactions,
            ExportSettings settings,
            PaceSettings pace,
            Clock clock) {
        this.exports = exports;
        this.reads = reads;
        this.files = files;
        this.transactions = transactions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /**
         * The file is whole.
         *
         * @param bytes its size
         */
        record Made(long bytes) implements Outcome {}

        /** It was erased meanwhile, or another process makes it. */
        record NotOurs() implements Outcome {}
    }

    /**
     * Blocks until the file is there.
     *
     * @throws ExportZip.TooLargeException if it would be larger than allowed
     * @throws IOException if it cannot be written
     */
    Outcome make(Export export) throws IOException {
        UUID user = export.user();
        List<ExportPart> parts = transactions.writeAndWait(() -> reads.parts(user));
        long total = 0;
        for (ExportPart part : parts) {
            total += transactions.writeAndWait(() -> reads.count(part, user));
        }
        Progress progress = new Progress(export.id(), total);
        try (ExportZip zip =
                new ExportZip(files.begin(export.id()), settings.largestFile().asLongValue())) {
            zip.file(ExportReadme.FILE);
            zip.line(ExportReadme.text(user, clock.instant()));
            for (ExportPart part : parts) {
                if (!written(zip, part, user, progress)) {
                    return new Outcome.NotOurs();
                }
            }
        }
        return new Outcome.Made(files.finish(export.id()));
    }

    /** False if the export is ours no more. */
    private boolean written(ExportZip zip, ExportPart part, UUID user, Progress progress)
            throws IOException {
        zip.file(part.file());
        UUID after = BEGINNING;
        while (true) {
            UUID from = after;
            List<Line> lines =
                    transactions.writeAndWait(() -> reads.page(part, user, from, settings.chunk()));
            if (lines.isEmpty()) {
                return true;
            }
            for (Line line : lines) {
                zip.line(line.json());
            }
            after = lines.getLast().id();
            if (!progress.is(lines.size())) {
                return false;
            }
        }
    }

    private final class Progress {
        private final UUID export;
        private final long total;
        private long done;

        Progress(UUID export, long total) {
            this.export = export;
            this.total = total;
        }

        /** So many more; false if the export is ours no more. */
        boolean is(int more) {
            done += more;
            return transactions.writeAndWait(() ->
                    exports.progress(
                            export,
                            pace.instance(),
                            done,
                            Math.max(done, total),
                            clock.instant().plus(pace.lease())));
        }
    }
}
