package io.pulseline.pipeline.sharing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a member of the care team hands out, so that a user can name them. It opens nothing: who has
 * it can share what is theirs with that member, no more.
 *
 * @param expiresAt from when on it names nobody
 */
public record CareCode(@Schema(examples = "7KQF2-M9XPT") String code, Instant expiresAt) {
    /** Long enough for a letter, short enough for a note that lies around. */
    static final Duration LIFE = Duration.ofDays(3);

    /** With less left than this, another one is made. */
    static final Duration USEFUL = Duration.ofDays(1);

    /** 50 bits: Crockford's digits, none of which looks like another. */
    private static final int LENGTH = 10;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static CareCode random(Instant now) {
        StringBuilder code = new StringBuilder(LENGTH + 1);
        for (int next = 0; next < LENGTH; next++) {
            if (next == LENGTH / 2) {
                code.append('-');
            }
            code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new CareCode(code.toString(), now.plus(LIFE));
    }

    /** As it was made, however somebody typed it. */
    static String read(String typed) {
        String digits =
                typed.toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replaceAll("[IL]", "1")
                        .replaceAll("[^0-9A-Z]", "");
        return digits.length() == LENGTH
                ? digits.substring(0, LENGTH / 2) + "-" + digits.substring(LENGTH / 2)
                : digits;
    }
}
