package io.pulseline.pipeline.target.file;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Base types of FIT fields that we write, by the public description of the protocol. Each has one
 * value that means "none", which lies outside its range here.
 */
enum FitBase {
    ENUM(0x00, 1, 0, 0xFE, 0xFF),
    UINT8(0x02, 1, 0, 0xFE, 0xFF),
    STRING(0x07, 1, 0, 0xFF, 0),
    UINT16(0x84, 2, 0, 0xFFFE, 0xFFFF),
    SINT32(0x85, 4, Integer.MIN_VALUE, 0x7FFF_FFFEL, 0x7FFF_FFFFL),
    UINT32(0x86, 4, 0, 0xFFFF_FFFEL, 0xFFFF_FFFFL),
    /** Of serial numbers; 0 is none. */
    UINT32Z(0x8C, 4, 1, 0xFFFF_FFFFL, 0);

    private final int code;
    private final int bytes;
    private final long least;
    private final long most;
    private final long none;

    FitBase(int code, int bytes, long least, long most, long none) {
        this.code = code;
        this.bytes = bytes;
        this.least = least;
        this.most = most;
        this.none = none;
    }

    /** As it stands in a definition. */
    int code() {
        return code;
    }

    /** Of one value. */
    int bytes() {
        return bytes;
    }

    /** Whether it can be told apart from "none" and from every other number. */
    boolean holds(long value) {
        return value >= least && value <= most;
    }

    /** Little endian; null is "none". */
    void write(@Nullable Long value, ByteArrayOutputStream out) {
        long rest = value == null ? none : value;
        for (int at = 0; at < bytes; at++) {
            out.write((int) (rest & 0xFF));
            rest >>= 8;
        }
    }
}
