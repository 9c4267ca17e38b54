package io.pulseline.ingest.fitbit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One hash for the rows of each local hour. */
final class RowHashes {
    private final @Nullable LocalTime until;
    private final Map<Integer, MessageDigest> digests = new TreeMap<>();

    /**
     * For one answer.
     *
     * @param until rows from this time on are no measurements; null if all are
     */
    RowHashes(@Nullable LocalTime until) {
        this.until = until;
    }

    /**
     * Takes the next row.
     *
     * @throws java.time.DateTimeException if the time is none
     */
    void add(String time, String value) {
        LocalTime at = LocalTime.parse(time);
        if (until == null || at.isBefore(until)) {
            digests.computeIfAbsent(at.getHour(), _ -> sha256())
                    .update((time + "=" + value + ";").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Hex, by local hour; hours without rows are not in it. */
    Map<Integer, String> byHour() {
        Map<Integer, String> hashes = new TreeMap<>();
        digests.forEach(
                (hour, digest) -> hashes.put(hour, HexFormat.of().formatHex(digest.digest())));
        return hashes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
