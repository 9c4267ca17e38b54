package io.pulseline.localstack.setup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The key that encrypts tokens at rest: a Tink AEAD keyset (AES-256-GCM) as JSON. */
public final class KeysetFile {
    private KeysetFile() {}

    /**
     * Makes the file if it is absent; an existing one is never touched, because what it encrypted
     * would be lost.
     *
     * @param permissions of a new file, as in {@code ls}, for example {@code rw-------}
     * @return whether it was made
     */
    public static boolean makeIfAbsent(Path path, String permissions) {
        if (Files.exists(path)) {
            return false;
        }
        Set<PosixFilePermission> allowed = PosixFilePermissions.fromString(permissions);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            // A reader never sees half a keyset: it appears under its name when it is whole.
            Path draft =
                    Files.createTempFile(
                            path.toAbsolutePath().getParent(),
                            ".keyset",
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    draft,
                    generated(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.setPosixFilePermissions(draft, allowed);
            try {
                Files.createLink(path, draft);
                return true;
            } catch (FileAlreadyExistsException _) {
                return false;
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keyset file " + path + " cannot be written", e);
        }
    }

    private static String generated() {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make an AES-256-GCM key", e);
        }
    }
}
