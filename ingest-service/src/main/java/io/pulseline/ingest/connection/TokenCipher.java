package io.pulseline.ingest.connection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;

/**
 * Encrypts what must not be read from the database. The keyset may hold several keys: the primary
 * one encrypts, all of them decrypt, so a key is rotated by adding a new primary.
 */
@Startup
@ApplicationScoped
class TokenCipher {
    private final Aead aead;

    TokenCipher(EncryptionConfig config) {
        try {
            AeadConfig.register();
            aead =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                                    json(config), InsecureSecretKeyAccess.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException _) {
            // Not chained: Tink may quote the keyset.
            throw new IllegalStateException(
                    "pulseline.encryption.keyset is not a Tink AEAD keyset in JSON; make one with"
                            + " 'tinkey create-keyset --key-template AES256_GCM'");
        }
    }

    private static String json(EncryptionConfig config) {
        if (config.keyset().isPresent()) {
            return config.keyset().get();
        }
        if (config.keysetFile().isEmpty()) {
            throw new IllegalStateException(
                    "no key to encrypt tokens with: set pulseline.encryption.keyset to a Tink AEAD"
                            + " keyset in JSON, or pulseline.encryption.keyset-file to a file that"
                            + " holds one (./pulseline up makes it)");
        }
        try {
            return Files.readString(config.keysetFile().get());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "pulseline.encryption.keyset-file "
                            + config.keysetFile().get()
                            + " cannot be read",
                    e);
        }
    }

    /**
     * Encrypts a text for one place only.
     *
     * @param place what it belongs to, for example a connection's id; decrypting needs the same
     */
    byte[] encrypt(String text, String place) {
        try {
            return aead.encrypt(
                    text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting for " + place + " failed", e);
        }
    }

    /**
     * The text that was encrypted for this place.
     *
     * @throws IllegalStateException if no key of the keyset fits, or it was encrypted for another
     *     place
     */
    String decrypt(byte[] encrypted, String place) {
        try {
            byte[] text = aead.decrypt(encrypted, place.getBytes(StandardCharsets.UTF_8));
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what is stored for "
                            + place
                            + " cannot be decrypted; is the key it was written with still in the"
                            + " keyset?",
                    e);
        }
    }
}
