package io.pulseline.contracts.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import io.pulseline.contracts.source.PayloadPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Bodies of payload parts: Zstandard in, bounded out. */
public final class PartBytes {
    /** No part is larger than this when unpacked, whatever it declares. */
    public static final long MAXIMUM_UNCOMPRESSED_BYTES = 64L * 1024 * 1024;

    private PartBytes() {}

    /** Compresses a body; level 3 packs a TCX about 20 times at a few hundred MB/s. */
    public static ByteBuffer compress(byte[] body) {
        return ByteBuffer.wrap(Zstd.compress(body, 3));
    }

    /**
     * The body of a part, byte for byte as the provider sent it.
     *
     * @throws UndecodableException if it is not Zstandard, is larger than declared, or declares
     *     more than 64 MiB
     */
    public static byte[] body(PayloadPart part) {
        long declared = part.getUncompressedBytes();
        if (declared < 0 || declared > MAXIMUM_UNCOMPRESSED_BYTES) {
            throw new UndecodableException(
                    "part "
                            + part.getKind()
                            + " declares "
                            + declared
                            + " bytes; allowed are 0 to "
                            + MAXIMUM_UNCOMPRESSED_BYTES);
        }
        ByteBuffer packed = part.getZstd().duplicate();
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        if (declared == 0 && bytes.length == 0) {
            return bytes;
        }
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
            byte[] body = in.readNBytes((int) declared + 1);
            if (body.length != declared) {
                throw new UndecodableException(
                        "part "
                                + part.getKind()
                                + " declares "
                                + declared
                                + " bytes and holds "
                                + (body.length > declared ? "more" : String.valueOf(body.length)));
            }
            return body;
        } catch (ZstdException | IOException e) {
            throw new UndecodableException("part " + part.getKind() + " is not valid Zstandard", e);
        }
    }
}
