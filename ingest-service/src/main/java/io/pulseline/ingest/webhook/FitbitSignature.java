package io.pulseline.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's signature of a notification: base64 of HMAC-SHA1 over the raw body, keyed with the
 * client secret and an ampersand. (SHA-1 is Fitbit's choice; as an HMAC it still holds.)
 */
final class FitbitSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    FitbitSignature(String clientSecret) {
        key = new SecretKeySpec((clientSecret + "&").getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Whether the header signs exactly these bytes; takes the same time whatever differs.
     *
     * @param header value of {@code X-Fitbit-Signature}; null is a missing signature
     */
    boolean matches(byte[] body, @Nullable String header) {
        if (header == null) {
            return false;
        }
        byte[] given = header.strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(of(body), given);
    }

    private byte[] of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
