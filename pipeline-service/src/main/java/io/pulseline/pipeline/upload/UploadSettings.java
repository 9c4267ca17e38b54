package io.pulseline.pipeline.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what users send. */
@ConfigMapping(prefix = "pulseline.upload")
interface UploadSettings {
    /** Largest file, as it is sent and unpacked. */
    @WithDefault("8M")
    MemorySize largestFile();

    /** Largest activity in our JSON, which takes far more memory than its size while it is read. */
    @WithDefault("4M")
    MemorySize largestJson();

    /** Largest body of every other request. */
    @WithDefault("1M")
    MemorySize largestOtherBody();

    /** How many files are read at once; others wait, because a large one fills half the heap. */
    @WithDefault("1")
    int atOnce();

    /** How long a request waits for its turn, and then for Kafka. */
    @WithDefault("20s")
    Duration patience();
}
