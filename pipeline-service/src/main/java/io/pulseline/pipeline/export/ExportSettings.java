package io.pulseline.pipeline.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How exports are made. */
@ConfigMapping(prefix = "pulseline.export")
interface ExportSettings {
    /** Where files lie; several replicas need one that all of them see. Made if it is not there. */
    @WithDefault("${java.io.tmpdir}/pulseline-exports")
    Path folder();

    /** A file that would be larger is given up. */
    @WithDefault("2G")
    MemorySize largestFile();

    /** How long a file may be fetched. */
    @WithDefault("24h")
    Duration kept();

    /** Rows read at once. */
    @WithDefault("50")
    int chunk();
}
