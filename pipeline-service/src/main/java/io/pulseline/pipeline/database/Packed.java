package io.pulseline.pipeline.database;

import com.github.luben.zstd.Zstd;

/** Bytes as they lie in the database: Zstandard, with their size when unpacked. */
public final class Packed {
    /** Packs series about 20 times, at some hundred MB/s. */
    private static final int LEVEL = 3;

    private final byte[] zstd;
    private final int bytes;

    private Packed(byte[] zstd, int bytes) {
        this.zstd = zstd;
        this.bytes = bytes;
    }

    /** Packs. */
    public static Packed of(byte[] plain) {
        return new Packed(Zstd.compress(plain, LEVEL), plain.length);
    }

    /**
     * What was packed before.
     *
     * @param zstd not copied: leave it alone
     * @param bytes size when unpacked
     */
    public static Packed stored(byte[] zstd, int bytes) {
        return new Packed(zstd, bytes);
    }

    /** Unpacks. */
    public byte[] plain() {
        return Zstd.decompress(zstd, bytes);
    }

    /** The packed bytes, for a column; not copied: leave them alone. */
    public byte[] zstd() {
        return zstd;
    }

    /** Size when unpacked. */
    public int bytes() {
        return bytes;
    }
}
