package io.pulseline.localstack.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsMadeEncryptsAndDecrypts() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("new/keyset.json");

        assertThat(KeysetFile.makeIfAbsent(file, "r--------")).isTrue();

        Aead aead =
                TinkJsonProtoKeysetFormat.parseKeyset(
                                Files.readString(file), InsecureSecretKeyAccess.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] sealed = aead.encrypt("token".getBytes(UTF_8), new byte[0]);
        assertThat(aead.decrypt(sealed, new byte[0])).asString(UTF_8).isEqualTo("token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void anExistingKeysetIsNeverReplaced() throws IOException {
        Path file = folder.resolve("keyset.json");
        Files.writeString(file, "precious");

        assertThat(KeysetFile.makeIfAbsent(file, "rw-------")).isFalse();

        assertThat(file).hasContent("precious");
    }
}
