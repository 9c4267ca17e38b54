package io.pulseline.pipeline.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final UUID OWNER = UUID.randomUUID();

    @Test
    void whatIsLockedCanBeOpenedAndReadByNobodyElse() {
        SecretBox box = new SecretBox(keyset());

        byte[] locked = box.lock(OWNER, "whsec_secret");

        assertThat(box.open(OWNER, locked)).isEqualTo("whsec_secret");
        assertThat(new String(locked, UTF_8)).doesNotContain("secret");
    }

    @Test
    void aSecretCannotBeMovedToAnotherOwner() {
        SecretBox box = new SecretBox(keyset());
        byte[] locked = box.lock(OWNER, "whsec_secret");

        assertThatThrownBy(() -> box.open(UUID.randomUUID(), locked))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWrongKeysetIsNamedAndNotQuoted() {
        assertThatThrownBy(() -> new SecretBox("{\"key\": \"hidden\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pulseline.encryption.keyset")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
