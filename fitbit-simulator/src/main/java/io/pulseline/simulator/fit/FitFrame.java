package io.pulseline.simulator.fit;

import static io.pulseline.simulator.fit.NotAnActivityException.require;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What stands around the messages of a FIT file: header and checksums. */
final class FitFrame {
    private static final byte[] MARK = ".FIT".getBytes(US_ASCII);
    private static final int MARK_AT = 8;
    private static final int DATA_SIZE_AT = 4;
    private static final int OLD_HEADER = 12;
    private static final int HEADER = 14;
    private static final int CRC = 2;
    private static final int NEWEST_PROTOCOL = 2;
    private static final int POLYNOMIAL = 0xA001;

    private FitFrame() {}

    /**
     * The messages of a whole file, checked by both checksums.
     *
     * @throws NotAnActivityException if it is not one whole FIT file of a protocol up to 2
     */
    static ByteBuffer messages(byte[] file) throws NotAnActivityException {
        require(file.length > 0, Reason.EMPTY);
        int marked = MARK_AT + MARK.length;
        require(
                file.length >= marked && Arrays.equals(file, MARK_AT, marked, MARK, 0, MARK.length),
                Reason.NOT_FIT);
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int header = all.get(0);
        require(header == OLD_HEADER || header == HEADER, Reason.MALFORMED);
        require(Byte.toUnsignedInt(all.get(1)) >> 4 <= NEWEST_PROTOCOL, Reason.MALFORMED);
        long size = Integer.toUnsignedLong(all.getInt(DATA_SIZE_AT));
        require(header + size + CRC == file.length, Reason.MALFORMED);
        requireChecksums(all, header);
        return all.slice(header, (int) size);
    }

    /** The header's own may be left out as 0; the file's may not. */
    private static void requireChecksums(ByteBuffer all, int header) throws NotAnActivityException {
        if (header == HEADER) {
            int ofHeader = Short.toUnsignedInt(all.getShort(OLD_HEADER));
            require(ofHeader == 0 || ofHeader == checksum(all, OLD_HEADER), Reason.MALFORMED);
        }
        int end = all.capacity() - CRC;
        require(Short.toUnsignedInt(all.getShort(end)) == checksum(all, end), Reason.MALFORMED);
    }

    /** CRC-16/ARC of the bytes before that one. */
    private static int checksum(ByteBuffer bytes, int end) {
        int crc = 0;
        for (int i = 0; i < end; i++) {
            crc ^= Byte.toUnsignedInt(bytes.get(i));
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
