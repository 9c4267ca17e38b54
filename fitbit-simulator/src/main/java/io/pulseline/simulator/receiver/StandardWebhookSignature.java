package io.pulseline.simulator.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks 1.0.0, version v1: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class StandardWebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final byte[] key;

    private StandardWebhookSignature(byte[] key) {
        this.key = key;
    }

    /**
     * Signatures with a secret.
     *
     * @param secret {@code whsec_} and base64; the prefix may be missing
     * @throws IllegalArgumentException if the rest is not base64; the secret is not named
     */
    public static StandardWebhookSignature with(String secret) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            byte[] key = Base64.getDecoder().decode(encoded);
            if (key.length == 0) {
                throw new IllegalArgumentException("the secret is empty; give whsec_ + base64");
            }
            return new StandardWebhookSignature(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the secret is not base64; give whsec_ followed by base64", e);
        }
    }

    /** {@code v1,<base64>}. */
    public String sign(String id, String timestamp, byte[] body) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
            content.writeBytes(body);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(content.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Whether one of the listed signatures is right; unknown versions are passed over. */
    boolean isAmong(String listed, String id, String timestamp, byte[] body) {
        byte[] expected = sign(id, timestamp, body).getBytes(UTF_8);
        boolean found = false;
        for (String candidate : listed.split(" ", -1)) {
            // No early end: the time taken says nothing about the place.
            found |= MessageDigest.isEqual(expected, candidate.getBytes(UTF_8));
        }
        return found;
    }
}
