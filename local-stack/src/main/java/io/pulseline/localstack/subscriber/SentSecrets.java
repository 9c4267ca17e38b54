package io.pulseline.localstack.subscriber;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Which secret each subscriber was given last, as a salted hash in a file of its owner's. Google
 * never shows a secret again, so without the note nobody could tell whether it is still the same.
 */
final class SentSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** As advised for PBKDF2 with SHA-256; a tenth of a second. */
    private static final int ROUNDS = 210_000;

    private final Path file;

    /**
     * @param folder made if it is not there
     */
    SentSecrets(Path folder) {
        file = folder.resolve("google-subscribers.properties");
    }

    /** Whether that subscriber was given this secret by us, and no other by us since. */
    boolean isLast(ApiBase base, SubscriberName name, WebhookSecret secret) {
        String[] saltAndHash = read().getProperty(key(base, name), "").split(":", 2);
        return saltAndHash.length == 2
                && MessageDigest.isEqual(
                        bytes(saltAndHash[1]), bytes(hash(saltAndHash[0], secret)));
    }

    /** Google was given it. */
    void remember(ApiBase base, SubscriberName name, WebhookSecret secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String shown = HexFormat.of().formatHex(salt);
        Properties notes = read();
        notes.setProperty(key(base, name), shown + ":" + hash(shown, secret));
        write(notes);
    }

    /** The subscriber is gone. */
    void forget(ApiBase base, SubscriberName name) {
        Properties notes = read();
        if (notes.remove(key(base, name)) != null) {
            write(notes);
        }
    }

    private static String key(ApiBase base, SubscriberName name) {
        return base.at(name.path()).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String salt, WebhookSecret secret) {
        try {
            PBEKeySpec spec =
                    new PBEKeySpec(secret.value().toCharArray(), bytes(salt), ROUNDS, HASH_BITS);
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        }
    }

    private Properties read() {
        Properties notes = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                notes.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return notes;
    }

    /** Readers see the old notes or the new, never a part. */
    private void write(Properties notes) {
        StringWriter text = new StringWriter();
        try {
            notes.store(text, "Hashes of the secrets that ./pulseline subscriber has sent.");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            ".google-subscribers",
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
