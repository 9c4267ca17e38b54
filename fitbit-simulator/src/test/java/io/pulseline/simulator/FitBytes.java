package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.garmin.fit.CRC;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/** FIT files written byte by byte, with Garmin's checksums: what no encoder would write. */
final class FitBytes {
    static final int FILE_ID = 0;
    static final int SESSION = 18;
    static final int RECORD = 20;
    static final int ACTIVITY = 34;

    static final int ENUM = 0x00;
    static final int UINT8 = 0x02;
    static final int UINT16 = 0x84;
    static final int SINT32 = 0x85;
    static final int UINT32 = 0x86;

    private static final int HEADER = 14;
    private static final long EPOCH = Instant.parse("1989-12-31T00:00:00Z").getEpochSecond();

    private final ByteOrder order;
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    /** A field and what is stored in it. */
    record Value(int field, int type, long number) {
        int size() {
            return switch (type) {
                case UINT16 -> 2;
                case SINT32, UINT32 -> 4;
                default -> 1;
            };
        }
    }

    FitBytes(ByteOrder order) {
        this.order = order;
    }

    static Value value(int field, int type, long number) {
        return new Value(field, type, number);
    }

    static Value time(int field, Instant time) {
        return value(field, UINT32, time.getEpochSecond() - EPOCH);
    }

    /** Begins a file with an activity's file_id and activity message. */
    static FitBytes activity(ByteOrder order) {
        return new FitBytes(order)
                .message(FILE_ID, value(0, ENUM, 4))
                .message(ACTIVITY, value(1, UINT16, 1));
    }

    /** A definition of local type 0 and one data message of it. */
    FitBytes message(int number, Value... values) {
        return definition(number, values).data(values);
    }

    FitBytes definition(int number, Value... values) {
        raw(0x40, 0, order == ByteOrder.BIG_ENDIAN ? 1 : 0).put(2, number).raw(values.length);
        for (Value value : values) {
            raw(value.field(), value.size(), value.type());
        }
        return this;
    }

    /** A data message of local type 0. */
    FitBytes data(Value... values) {
        raw(0);
        for (Value value : values) {
            put(value.size(), value.number());
        }
        return this;
    }

    FitBytes raw(int... bytes) {
        for (int one : bytes) {
            messages.write(one);
        }
        return this;
    }

    private FitBytes put(int size, long number) {
        for (int i = 0; i < size; i++) {
            int shift = order == ByteOrder.BIG_ENDIAN ? size - 1 - i : i;
            messages.write((int) (number >> (Byte.SIZE * shift)));
        }
        return this;
    }

    byte[] file() {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + messages.size() + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) HEADER).put((byte) 0x20).putShort((short) 2132).putInt(messages.size());
        file.put(".FIT".getBytes(US_ASCII)).putShort((short) 0).put(messages.toByteArray());
        return sealed(file.array());
    }

    /** With the checksums that its bytes need. */
    static byte[] sealed(byte[] file) {
        ByteBuffer sealed = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        sealed.putShort(12, checksum(sealed.array(), 12));
        return endSealed(sealed.array());
    }

    /** With the checksum at the end that its bytes need, and the header's as it is. */
    static byte[] endSealed(byte[] file) {
        ByteBuffer sealed = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        sealed.putShort(file.length - 2, checksum(sealed.array(), file.length - 2));
        return sealed.array();
    }

    private static short checksum(byte[] bytes, int end) {
        int crc = 0;
        for (int i = 0; i < end; i++) {
            crc = CRC.get16(crc, bytes[i]);
        }
        return (short) crc;
    }
}
