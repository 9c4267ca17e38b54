package io.pulseline.localstack;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords nobody has to remember. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private Secrets() {}

    /** 24 letters, digits, dashes and underscores: 144 bits. */
    static String generated() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
