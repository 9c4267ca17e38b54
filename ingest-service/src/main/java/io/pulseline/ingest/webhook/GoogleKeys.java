package io.pulseline.ingest.webhook;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Google's public keys as they are published: a Tink key set of ECDSA keys (P-256, SHA-256, DER). A
 * signature begins with a byte 1 and the unsigned 32 bit id of its key, big-endian.
 */
final class GoogleKeys {
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_BYTES = 5;

    private final PublicKeyVerify verifier;
    private final Set<Long> ids;

    private GoogleKeys(PublicKeyVerify verifier, Set<Long> ids) {
        this.verifier = verifier;
        this.ids = Set.copyOf(ids);
    }

    /**
     * Reads a key set.
     *
     * @throws GeneralSecurityException if it is none, or holds no key that may be used
     */
    static GoogleKeys parse(String json) throws GeneralSecurityException {
        SignatureConfig.register();
        KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json);
        Set<Long> ids = new HashSet<>();
        for (int index = 0; index < handle.size(); index++) {
            ids.add(Integer.toUnsignedLong(handle.getAt(index).getId()));
        }
        return new GoogleKeys(
                handle.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class), ids);
    }

    /** Which key has signed, if these bytes can be a signature at all. */
    static OptionalLong keyOf(byte[] signature) {
        return signature.length > PREFIX_BYTES && signature[0] == TINK_PREFIX
                ? OptionalLong.of(Integer.toUnsignedLong(ByteBuffer.wrap(signature, 1, 4).getInt()))
                : OptionalLong.empty();
    }

    boolean knows(long key) {
        return ids.contains(key);
    }

    /** Whether one of these keys that is in use signed exactly these bytes. */
    boolean signed(byte[] body, byte[] signature) {
        try {
            verifier.verify(signature, body);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
