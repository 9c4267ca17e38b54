package io.pulseline.pipeline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that its user wants to happen once, however often it arrives.
 *
 * @param id the same for every request of this user with this key
 * @param contentHash SHA-256, hex, of what is asked
 */
public record OnlyOnce(UUID id, UUID user, String contentHash) {
    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    /**
     * Reads the header.
     *
     * @param key null if the request came without one: it may happen as often as it arrives
     * @throws InvalidFormException if nobody could tell such keys apart
     */
    public static Optional<OnlyOnce> of(@Nullable String key, UUID user, String path, byte[] body) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidFormException(
                    List.of(
                            new FieldError(
                                    HEADER,
                                    "must be a text of 1 to " + LONGEST_KEY + " characters")));
        }
        UUID id = UUID.nameUUIDFromBytes((user + "\n" + key).getBytes(UTF_8));
        return Optional.of(new OnlyOnce(id, user, hash(path, body)));
    }

    private static String hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((path + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
