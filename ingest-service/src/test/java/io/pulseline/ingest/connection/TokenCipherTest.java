package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCipherTest {
    private record Settings(Optional<String> keyset, Optional<Path> keysetFile)
            implements EncryptionConfig {}

    private static String newKeyset() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                InsecureSecretKeyAccess.get());
    }

    private static TokenCipher cipher(String keyset) {
        return new TokenCipher(new Settings(Optional.of(keyset), Optional.empty()));
    }

    @Test
    void whatIsEncryptedForAPlaceIsReadThereOnly() throws GeneralSecurityException {
        TokenCipher cipher = cipher(newKeyset());

        byte[] encrypted = cipher.encrypt("a token", "connection 1");

        assertThat(cipher.decrypt(encrypted, "connection 1")).isEqualTo("a token");
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "connection 2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("connection 2")
                .hasMessageNotContaining("a token");
    }

    @Test
    void theKeyMayStandInAFile(@TempDir Path folder) throws GeneralSecurityException, IOException {
        Path file = Files.writeString(folder.resolve("keyset.json"), newKeyset());
        TokenCipher cipher = new TokenCipher(new Settings(Optional.empty(), Optional.of(file)));

        assertThat(cipher.decrypt(cipher.encrypt("x", "p"), "p")).isEqualTo("x");
    }

    @Test
    void withoutAKeyTheErrorNamesTheSettings() {
        assertThatThrownBy(() -> new TokenCipher(new Settings(Optional.empty(), Optional.empty())))
                .hasMessageContaining("pulseline.encryption.keyset-file");
        assertThatThrownBy(() -> cipher("{\"no\":\"keyset\"}"))
                .hasMessageContaining("pulseline.encryption.keyset")
                .hasNoCause();
    }
}
