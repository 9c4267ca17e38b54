package io.pulseline.pipeline.upload.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the data messages of one local number look.
 *
 * @param number what they tell of, by FIT's global numbers
 * @param fields in their order
 * @param developerBytes length of what apps have added behind; passed over
 */
record FitDefinition(int number, ByteOrder order, List<Field> fields, int developerBytes) {
    /** One field; null is a type that we do not know. */
    record Field(int number, int size, @Nullable FitType type) {}

    FitDefinition {
        fields = List.copyOf(fields);
    }

    /** Reads a definition behind its record header. */
    static FitDefinition read(ByteBuffer buffer, boolean hasDeveloperFields) {
        buffer.get();
        ByteOrder order = buffer.get() == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int number = buffer.order(order).getShort() & 0xFFFF;
        int count = buffer.get() & 0xFF;
        List<Field> fields = new ArrayList<>(count);
        for (int field = 0; field < count; field++) {
            fields.add(
                    new Field(
                            buffer.get() & 0xFF,
                            buffer.get() & 0xFF,
                            FitType.of(buffer.get() & 0xFF)));
        }
        return new FitDefinition(
                number, order, fields, hasDeveloperFields ? developerBytes(buffer) : 0);
    }

    private static int developerBytes(ByteBuffer buffer) {
        int count = buffer.get() & 0xFF;
        int bytes = 0;
        for (int field = 0; field < count; field++) {
            buffer.get();
            bytes += buffer.get() & 0xFF;
            buffer.get();
        }
        return bytes;
    }

    /** Reads a data message behind its record header. */
    FitMessage message(ByteBuffer buffer) {
        buffer.order(order);
        Map<Integer, Object> values = new HashMap<>();
        for (Field field : fields) {
            FitType type = field.type();
            if (type == null) {
                pass(buffer, field.size());
                continue;
            }
            Object value = type.read(buffer, field.size());
            if (value != null) {
                values.put(field.number(), value);
            }
        }
        pass(buffer, developerBytes);
        return new FitMessage(number, values);
    }

    private static void pass(ByteBuffer buffer, int bytes) {
        if (bytes > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        buffer.position(buffer.position() + bytes);
    }
}
