package io.pulseline.pipeline.upload.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** FIT files byte by byte, for what Garmin's encoder never writes. */
final class RawFit {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    RawFit bytes(int... bytes) {
        for (int next : bytes) {
            messages.write(next);
        }
        return this;
    }

    RawFit uint32(long value) {
        return bytes((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
    }

    RawFit bigEndian32(long value) {
        return bytes((int) (value >> 24), (int) (value >> 16), (int) (value >> 8), (int) value);
    }

    /** A file id of type activity with serial number 1 and this time. */
    RawFit fileId(long seconds) {
        return bytes(0x40, 0, 0, 0, 0, 3, 0, 1, 0x00, 3, 4, 0x8C, 4, 4, 0x86)
                .bytes(0x00, 4)
                .uint32(1)
                .uint32(seconds);
    }

    /** A session of running: start, elapsed milliseconds, sport. */
    RawFit session(long seconds, long elapsedMillis) {
        return bytes(0x41, 0, 0, 18, 0, 3, 2, 4, 0x86, 7, 4, 0x86, 5, 1, 0x00)
                .bytes(0x01)
                .uint32(seconds)
                .uint32(elapsedMillis)
                .bytes(1);
    }

    byte[] file() {
        return framed(messages.toByteArray());
    }

    /** Messages with a header before them and a checksum behind. */
    static byte[] framed(byte[] messages) {
        byte[] file = new byte[14 + messages.length + 2];
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 14).put((byte) 0x20).putShort((short) 2132).putInt(messages.length);
        buffer.put(".FIT".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).put(messages);
        buffer.putShort((short) checksum(file, 14 + messages.length));
        return file;
    }

    /** By the table of the protocol's description; the reader reckons bit by bit. */
    private static int checksum(byte[] bytes, int length) {
        int[] table = {
            0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800,
            0xB401, 0x5000, 0x9C01, 0x8801, 0x4400
        };
        int crc = 0;
        for (int at = 0; at < length; at++) {
            int next = bytes[at] & 0xFF;
            crc = ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[next & 0xF];
            crc = ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[next >> 4];
        }
        return crc;
    }
}
