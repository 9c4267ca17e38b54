package io.pulseline.pipeline.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as its user holds it: {@code plt_}, 256 random bits, and a checksum of them, so that a
 * mistyped one is told from an unknown one, and a scanner of sources tells ours from other texts.
 */
final class TokenText {
    static final String PREFIX = "plt_";

    private static final int RANDOM_BYTES = 32;

    /** What 256 bits need in base 62. */
    private static final int RANDOM_DIGITS = 43;

    /** What 32 bits need. */
    private static final int CHECK_DIGITS = 6;

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final Pattern SHAPE =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    /** A new one. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String digits = digits(new BigInteger(1, bytes), RANDOM_DIGITS);
        return PREFIX + digits + check(digits);
    }

    /** Whether it may be one of ours: its shape and its checksum. */
    static boolean isWhole(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        int end = PREFIX.length() + RANDOM_DIGITS;
        return text.substring(end).equals(check(text.substring(PREFIX.length(), end)));
    }

    /**
     * What is stored of it, and what it is looked up by: how long that takes tells nothing of the
     * token, because nobody can choose a hash that begins as another one does.
     */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String check(String digits) {
        CRC32 sum = new CRC32();
        sum.update(digits.getBytes(US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()), CHECK_DIGITS);
    }

    private static String digits(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder(length);
        BigInteger left = number;
        while (digits.length() < length) {
            BigInteger[] parts = left.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return digits.reverse().toString();
    }
}
