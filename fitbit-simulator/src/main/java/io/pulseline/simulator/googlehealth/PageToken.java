package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the next page begins. Opaque outside, and good only for the same question.
 *
 * @param question what was asked, see {@link #question}
 * @param issued when the token was given
 * @param at the place: start of the last point shown, or of the next window
 * @param skip how many points of that start were shown
 */
record PageToken(String question, Instant issued, Instant at, int skip) {
    /** A short name for what was asked, all parameters but the token. */
    static String question(Object... parameters) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(List.of(parameters).toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String text() {
        String plain =
                String.join(
                        "|",
                        question,
                        "" + issued.toEpochMilli(),
                        "" + at.toEpochMilli(),
                        "" + skip);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /**
     * Reads one that belongs to that question and is not too old.
     *
     * @param minutes how long it can be used, 0 for ever
     * @throws Refused if it is another's, or none of ours
     */
    static PageToken read(String text, String question, Instant now, int minutes) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            PageToken token =
                    new PageToken(
                            parts.get(0),
                            Instant.ofEpochMilli(Long.parseLong(parts.get(1))),
                            Instant.ofEpochMilli(Long.parseLong(parts.get(2))),
                            Integer.parseInt(parts.get(3)));
            boolean isOver =
                    minutes > 0 && token.issued().plus(Duration.ofMinutes(minutes)).isBefore(now);
            if (token.question().equals(question) && !isOver) {
                return token;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // None of ours: said below, in the same words as for another's.
        }
        throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
    }
}
