package io.pulseline.ingest.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange (RFC 7636), method S256, and the unguessable texts it needs. */
final class Pkce {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern UNGUESSABLE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Pkce() {}

    /** 256 random bits as 43 characters that need no escaping in a URL. */
    static String unguessable() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** Whether it has the shape of what {@link #unguessable} gives. */
    static boolean isUnguessable(String text) {
        return UNGUESSABLE.matcher(text).matches();
    }

    /** {@code base64url(sha256(verifier))} without padding. */
    static String challenge(String verifier) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return BASE64.encodeToString(
                    sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
