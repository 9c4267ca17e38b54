package io.pulseline.pipeline.target.archive;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What the operator offers for archives. */
@ConfigMapping(prefix = "pulseline.archive")
public interface ArchiveSettings {
    /**
     * Directory below which each user has a folder of their own; it must be there. Empty: nobody
     * can choose a directory, only a store of their own.
     */
    Optional<Path> root();
}
