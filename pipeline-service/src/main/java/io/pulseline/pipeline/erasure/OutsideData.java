package io.pulseline.pipeline.erasure;

import io.pulseline.pipeline.export.ExportKeeper;
import io.pulseline.pipeline.grant.GivingBack;
import io.pulseline.pipeline.target.archive.ArchiveFolders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What lies of a user outside the database. */
@ApplicationScoped
class OutsideData {
    private static final Logger LOG = Logger.getLogger(OutsideData.class);

    private final GivingBack grants;
    private final ArchiveFolders archive;
    private final ExportKeeper exports;

    OutsideData(GivingBack grants, ArchiveFolders archive, ExportKeeper exports) {
        this.grants = grants;
        this.archive = archive;
        this.exports = exports;
    }

    /**
     * Deletes it; again does no harm. Blocks.
     *
     * @throws java.io.UncheckedIOException if a file could not be deleted
     */
    void erase(UUID user) {
        giveBack(user);
        archive.erase(user);
        exports.erase(user);
    }

    /** Strava not answering delays nothing: our tokens go with the tables. */
    private void giveBack(UUID user) {
        try {
            var _ = grants.strava(user);
        } catch (RuntimeException e) {
            LOG.warnf("Strava was not told of an erasure: %s", e.getClass().getSimpleName());
        }
    }
}
