package io.pulseline.pipeline.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The key that protects secrets at rest: a Tink AEAD keyset in JSON, as value or as file. */
@ConfigMapping(prefix = "pulseline.encryption")
interface EncryptionSettings {
    Optional<String> keyset();

    Optional<Path> keysetFile();
}
