package io.pulseline.pipeline.target.file;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes FIT messages one after the other, by the public description of the protocol, version 1.0:
 * a definition wherever the look of a kind changes, header and checksums at the end.
 *
 * <p>Written by hand because Garmin's SDK may not be handed on with our images; tests read with
 * that SDK what is written here.
 */
final class FitEncoder {
    private static final int HEADER_BYTES = 14;
    private static final int PROTOCOL_VERSION = 0x10;
    private static final int PROFILE_VERSION = 2132;
    private static final int DEFINITION = 0x40;
    private static final int LITTLE_ENDIAN = 0;
    private static final int LOCAL_NUMBERS = 16;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream(16 * 1024);
    private final Map<Integer, Integer> localNumbers = new HashMap<>();
    private final Map<Integer, List<FitData.Field>> defined = new HashMap<>();

    /** Adds one message. */
    void write(FitData message) {
        int local = localNumbers.computeIfAbsent(message.number(), _ -> localNumbers.size());
        if (local >= LOCAL_NUMBERS) {
            throw new IllegalStateException("more than 16 kinds of messages");
        }
        List<FitData.Field> before = defined.put(message.number(), message.fields());
        if (before == null || !lookAlike(before, message.fields())) {
            define(local, message.number(), message.fields());
        }
        messages.write(local);
        for (FitData.Field field : message.fields()) {
            for (@Nullable Long value : field.values()) {
                field.base().write(value, messages);
            }
        }
    }

    private void define(int local, int number, List<FitData.Field> fields) {
        messages.write(DEFINITION | local);
        messages.write(0);
        messages.write(LITTLE_ENDIAN);
        writeShort(messages, number);
        messages.write(fields.size());
        for (FitData.Field field : fields) {
            messages.write(field.number());
            messages.write(field.bytes());
            messages.write(field.base().code());
        }
    }

    private static boolean lookAlike(List<FitData.Field> some, List<FitData.Field> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int at = 0; at < some.size(); at++) {
            FitData.Field one = some.get(at);
            FitData.Field other = others.get(at);
            if (one.number() != other.number()
                    || one.base() != other.base()
                    || one.bytes() != other.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** The whole file. */
    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream(messages.size() + HEADER_BYTES + 2);
        file.write(HEADER_BYTES);
        file.write(PROTOCOL_VERSION);
        writeShort(file, PROFILE_VERSION);
        FitBase.UINT32.write((long) messages.size(), file);
        for (char next : ".FIT".toCharArray()) {
            file.write(next);
        }
        writeShort(file, checksum(file.toByteArray()));
        file.writeBytes(messages.toByteArray());
        writeShort(file, checksum(file.toByteArray()));
        return file.toByteArray();
    }

    private static void writeShort(ByteArrayOutputStream out, int value) {
        out.write(value & 0xFF);
        out.write((value >> 8) & 0xFF);
    }

    /** CRC-16/ARC. */
    private static int checksum(byte[] bytes) {
        int crc = 0;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }
        return crc;
    }
}
