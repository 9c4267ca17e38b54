package io.pulseline.ingest.connection;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The key that tokens are encrypted with; one of the two must be given. */
@ConfigMapping(prefix = "pulseline.encryption")
interface EncryptionConfig {
    /** Tink AEAD keyset as JSON. */
    Optional<String> keyset();

    /** File with the same, for a mounted secret. */
    Optional<Path> keysetFile();
}
