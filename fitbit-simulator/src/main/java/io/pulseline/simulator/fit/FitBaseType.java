package io.pulseline.simulator.fit;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How a field's value is stored: code and width of FIT's base types, and the value that means
 * "none". Only whole numbers up to 32 bits are read; nothing we look for is stored otherwise.
 */
enum FitBaseType {
    ENUM(0x00, 1, 0xFF),
    SINT8(0x01, 1, 0x7F),
    UINT8(0x02, 1, 0xFF),
    SINT16(0x83, 2, 0x7FFF),
    UINT16(0x84, 2, 0xFFFF),
    SINT32(0x85, 4, 0x7FFF_FFFF),
    UINT32(0x86, 4, 0xFFFF_FFFFL),
    STRING(0x07, 1),
    FLOAT32(0x88, 4),
    FLOAT64(0x89, 8),
    UINT8Z(0x0A, 1, 0),
    UINT16Z(0x8B, 2, 0),
    UINT32Z(0x8C, 4, 0),
    BYTE(0x0D, 1),
    SINT64(0x8E, 8),
    UINT64(0x8F, 8),
    UINT64Z(0x90, 8);

    private final int code;
    private final int bytes;
    private final @Nullable Long none;

    FitBaseType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
        this.none = null;
    }

    FitBaseType(int code, int bytes, long none) {
        this.code = code;
        this.bytes = bytes;
        this.none = none;
    }

    /** Null for a code that is none of FIT's. */
    static @Nullable FitBaseType of(int code) {
        for (FitBaseType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }

    /** Width of one value. */
    int bytes() {
        return bytes;
    }

    boolean isRead() {
        return none != null;
    }

    /** Takes the next value in the buffer's byte order; null for the one that means "none". */
    @Nullable Long read(ByteBuffer buffer) {
        boolean signed = this == SINT8 || this == SINT16 || this == SINT32;
        long value =
                switch (bytes) {
                    case 1 -> signed ? buffer.get() : Byte.toUnsignedLong(buffer.get());
                    case 2 -> signed ? buffer.getShort() : Short.toUnsignedLong(buffer.getShort());
                    case 4 -> signed ? buffer.getInt() : Integer.toUnsignedLong(buffer.getInt());
                    default -> throw new IllegalStateException(this + " is not read");
                };
        return none != null && value == none ? null : value;
    }
}
