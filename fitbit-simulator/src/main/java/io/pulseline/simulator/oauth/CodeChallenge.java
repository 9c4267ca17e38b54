package io.pulseline.simulator.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A PKCE challenge (RFC 7636).
 *
 * @param method {@code S256} or {@code plain}
 */
public record CodeChallenge(String value, String method) {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** Whether that verifier answers it. */
    public boolean isMetBy(String verifier) {
        if (!VERIFIER.matcher(verifier).matches()) {
            return false;
        }
        String answer = method.equals("plain") ? verifier : sha256(verifier);
        return MessageDigest.isEqual(answer.getBytes(US_ASCII), value.getBytes(US_ASCII));
    }

    private static String sha256(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
