package io.pulseline.simulator.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Fitbit-Signature}: base64 of HMAC-SHA1 over the raw body, key secret plus ampersand. */
public final class FitbitSignature {
    private FitbitSignature() {}

    public static String of(byte[] body, String clientSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((clientSecret + "&").getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the notification cannot be signed", e);
        }
    }
}
