package io.pulseline.localstack.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Collects messages of a FIT file, by the public description of the protocol (version 2.0, little
 * endian). Each message brings its definition, which is longer than need be and simple.
 */
final class FitMessages {
    private static final int HEADER_BYTES = 14;
    private static final int PROTOCOL = 0x20;
    private static final int PROFILE = 2160;
    private static final int DEFINITION = 0x40;
    private static final int DATA = 0x00;

    /** FIT counts seconds from 1989-12-31T00:00:00Z. */
    private static final long EPOCH_SECONDS = 631_065_600;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    /** A field of a message. */
    static final class Field {
        private final int number;
        private final int baseType;
        private final byte[] value;

        /**
         * @param number in FIT's profile
         * @param baseType FIT's number of how it is written
         * @param value its bytes, little endian
         */
        private Field(int number, int baseType, byte[] value) {
            this.number = number;
            this.baseType = baseType;
            this.value = value;
        }
    }

    static Field enumeration(int number, int value) {
        return new Field(number, 0x00, whole(value, Byte.BYTES));
    }

    static Field uint8(int number, int value) {
        return new Field(number, 0x02, whole(value, Byte.BYTES));
    }

    static Field uint16(int number, int value) {
        return new Field(number, 0x84, whole(value, Short.BYTES));
    }

    static Field uint32(int number, long value) {
        return new Field(number, 0x86, whole(value, Integer.BYTES));
    }

    /** As {@link #uint32}, for numbers of which 0 means none. */
    static Field uint32z(int number, long value) {
        return new Field(number, 0x8C, whole(value, Integer.BYTES));
    }

    /** A moment, to the second. */
    static Field time(int number, Instant at) {
        return uint32(number, at.getEpochSecond() - EPOCH_SECONDS);
    }

    static Field text(int number, String text) {
        return new Field(number, 0x07, (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] whole(long value, int bytes) {
        byte[] written = new byte[bytes];
        for (int place = 0; place < bytes; place++) {
            written[place] = (byte) (value >> (Byte.SIZE * place));
        }
        return written;
    }

    /**
     * Adds a message.
     *
     * @param number what it tells of, in FIT's profile
     */
    FitMessages with(int number, Field... fields) {
        messages.write(DEFINITION);
        // Reserved, then little endian.
        messages.writeBytes(new byte[] {0, 0});
        messages.writeBytes(whole(number, Short.BYTES));
        messages.write(fields.length);
        for (Field field : fields) {
            messages.write(field.number);
            messages.write(field.value.length);
            messages.write(field.baseType);
        }
        messages.write(DATA);
        for (Field field : fields) {
            messages.writeBytes(field.value);
        }
        return this;
    }

    /** The whole file: header, messages, checksum. */
    byte[] file() {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER_BYTES + messages.size() + Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) HEADER_BYTES).put((byte) PROTOCOL).putShort((short) PROFILE);
        file.putInt(messages.size()).put(".FIT".getBytes(StandardCharsets.US_ASCII));
        file.putShort(checksum(file.array(), file.position()));
        file.put(messages.toByteArray());
        file.putShort(checksum(file.array(), file.position()));
        return file.array();
    }

    /** CRC-16/ARC of the first bytes. */
    private static short checksum(byte[] bytes, int count) {
        int crc = 0;
        for (int at = 0; at < count; at++) {
            crc ^= bytes[at] & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }
        return (short) crc;
    }
}
