package io.pulseline.pipeline.upload.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Base types of FIT fields, in the order of their numbers (the low five bits of the type byte).
 * Each has one value that means "none".
 */
enum FitType {
    ENUM(1, 0xFF),
    SINT8(1, 0x7F),
    UINT8(1, 0xFF),
    SINT16(2, 0x7FFF),
    UINT16(2, 0xFFFF),
    SINT32(4, 0x7FFF_FFFFL),
    UINT32(4, 0xFFFF_FFFFL),
    STRING(1, 0),
    FLOAT32(4, 0),
    FLOAT64(8, 0),
    UINT8Z(1, 0),
    UINT16Z(2, 0),
    UINT32Z(4, 0),
    BYTE(1, 0xFF),
    SINT64(8, Long.MAX_VALUE),
    UINT64(8, -1),
    UINT64Z(8, 0);

    private static final int NUMBER_BITS = 0x1F;

    private final int bytes;
    private final long none;

    FitType(int bytes, long none) {
        this.bytes = bytes;
        this.none = none;
    }

    /** The type of a definition's type byte; null for one of a later protocol. */
    static @Nullable FitType of(int typeByte) {
        int number = typeByte & NUMBER_BITS;
        return number < values().length ? values()[number] : null;
    }

    /**
     * A field of {@code size} bytes at the buffer's position, which moves behind it: a {@link
     * Long}, a {@link Double} or a {@link String}. Null where it says "none" or is a list: no field
     * that we read has several values.
     */
    @Nullable Object read(ByteBuffer buffer, int size) {
        if (size > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        int next = buffer.position() + size;
        Object value = null;
        if (this == STRING) {
            value = text(buffer, size);
        } else if (size == bytes) {
            value = number(buffer);
        }
        buffer.position(next);
        return value;
    }

    private @Nullable Number number(ByteBuffer buffer) {
        if (this == FLOAT32 || this == FLOAT64) {
            double real = this == FLOAT32 ? buffer.getFloat() : buffer.getDouble();
            return Double.isFinite(real) ? real : null;
        }
        long whole =
                switch (this) {
                    case SINT8 -> buffer.get();
                    case SINT16 -> buffer.getShort();
                    case UINT16, UINT16Z -> buffer.getShort() & 0xFFFFL;
                    case SINT32 -> buffer.getInt();
                    case UINT32, UINT32Z -> buffer.getInt() & 0xFFFF_FFFFL;
                    case SINT64, UINT64, UINT64Z -> buffer.getLong();
                    default -> buffer.get() & 0xFFL;
                };
        return whole == none ? null : whole;
    }

    private static @Nullable String text(ByteBuffer buffer, int size) {
        byte[] bytes = new byte[size];
        buffer.get(bytes);
        int length = 0;
        while (length < size && bytes[length] != 0) {
            length++;
        }
        return length == 0 ? null : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
