package io.pulseline.ingest.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SHA-256, hex: whether the provider says the same as last time. */
final class Hashes {
    private Hashes() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Of a text. */
    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Of what a payload would hold: its parts and what is missing, without times and paths.
     *
     * @param zone with which local times are read; empty where the parts have offsets of their own
     */
    static String ofBundle(List<ThingPartEntity> parts, Set<String> missing, String zone) {
        MessageDigest hash = sha256();
        for (ThingPartEntity part : parts) {
            text(hash, part.kind + ":" + part.position);
            hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.zstd.length).flip());
            hash.update(part.zstd);
        }
        text(hash, String.join(",", new TreeSet<>(missing)));
        if (!zone.isEmpty()) {
            text(hash, zone);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void text(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
