package io.pulseline.pipeline.upload;

import io.pulseline.pipeline.upload.file.RefusedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads what is sent up to a limit and not a byte further, packed and unpacked. */
final class FileBytes {
    private final int largest;

    /**
     * @param largest bytes of the largest file
     */
    FileBytes(long largest) {
        this.largest = Math.toIntExact(largest);
    }

    /**
     * The file, unpacked where it is packed with gzip.
     *
     * @throws RefusedFileException if it is too large, or packed wrongly
     * @throws IOException if the sender stops half-way
     */
    byte[] of(InputStream body) throws IOException {
        byte[] sent = upToLimit(body);
        if (!isGzip(sent)) {
            return sent;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return upToLimit(unpacked);
        } catch (IOException _) {
            throw RefusedFileException.unfit("The file is packed with gzip, and damaged.");
        }
    }

    private byte[] upToLimit(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw RefusedFileException.tooLarge(
                    "The file is larger than " + largest + " bytes, packed or unpacked.");
        }
        return bytes;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }
}
