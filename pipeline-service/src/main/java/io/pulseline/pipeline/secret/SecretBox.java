package io.pulseline.pipeline.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Keeps secrets unreadable in the database: AEAD, bound to the thing they belong to, so that a
 * stolen ciphertext cannot be moved to another row. Starts with the service, so that a missing key
 * is seen at once.
 */
@Startup
@ApplicationScoped
public class SecretBox {
    private final Aead aead;

    @Inject
    SecretBox(EncryptionSettings settings) {
        this(keysetOf(settings));
    }

    SecretBox(String keyset) {
        try {
            AeadConfig.register();
            KeysetHandle handle =
                    TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            // Not chained: a parser's message may quote the key.
            throw new IllegalStateException(
                    "pulseline.encryption.keyset is not a Tink AEAD keyset in JSON"
                            + " (tinkey create-keyset --key-template AES256_GCM makes one)");
        }
    }

    private static String keysetOf(EncryptionSettings settings) {
        return settings.keyset()
                .or(() ->
                        settings.keysetFile()
                                .map(file -> {
                                    try {
                                        return Files.readString(file);
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(
                                                "pulseline.encryption.keyset-file "
                                                        + file
                                                        + " cannot be read",
                                                e);
                                    }
                                }))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no key to protect secrets: set pulseline.encryption.keyset or"
                                        + " pulseline.encryption.keyset-file"));
    }

    /** Locks a secret of {@code owner}. */
    public byte[] lock(UUID owner, String secret) {
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), label(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("secret of " + owner + " could not be encrypted", e);
        }
    }

    /**
     * Opens what {@link #lock} made for the same owner.
     *
     * @throws IllegalStateException if the key is another one or the bytes belong elsewhere
     */
    public String open(UUID owner, byte[] locked) {
        try {
            return new String(aead.decrypt(locked, label(owner)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "secret of " + owner + " cannot be opened with the configured keyset", e);
        }
    }

    private static byte[] label(UUID owner) {
        return owner.toString().getBytes(StandardCharsets.UTF_8);
    }
}
