package io.pulseline.simulator.fit;

import static io.pulseline.simulator.fit.NotAnActivityException.require;

import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition message says of the data messages that follow it.
 *
 * @param message FIT's global number
 * @param developerBytes width of all developer fields together; they stand last and are skipped
 */
record FitDefinition(int message, ByteOrder order, List<Field> fields, int developerBytes) {
    private static final int LITTLE_ENDIAN = 0;
    private static final int BIG_ENDIAN = 1;

    /**
     * A field.
     *
     * @param size in bytes; a multiple of the type's width
     */
    record Field(int number, int size, FitBaseType type) {}

    /**
     * Takes the next definition.
     *
     * @throws NotAnActivityException if it is against the protocol
     * @throws java.nio.BufferUnderflowException if it is cut
     */
    static FitDefinition read(ByteBuffer buffer, boolean hasDeveloperFields)
            throws NotAnActivityException {
        byte _ = buffer.get();
        int architecture = buffer.get();
        require(architecture == LITTLE_ENDIAN || architecture == BIG_ENDIAN, Reason.MALFORMED);
        ByteOrder order =
                architecture == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int message = Short.toUnsignedInt(buffer.order(order).getShort());
        return new FitDefinition(
                message, order, fields(buffer), hasDeveloperFields ? developerBytes(buffer) : 0);
    }

    private static List<Field> fields(ByteBuffer buffer) throws NotAnActivityException {
        int count = Byte.toUnsignedInt(buffer.get());
        List<Field> fields = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Field field = field(buffer);
            require(numbers.add(field.number()), Reason.MALFORMED);
            fields.add(field);
        }
        return fields;
    }

    private static Field field(ByteBuffer buffer) throws NotAnActivityException {
        int number = Byte.toUnsignedInt(buffer.get());
        int size = Byte.toUnsignedInt(buffer.get());
        FitBaseType type = FitBaseType.of(Byte.toUnsignedInt(buffer.get()));
        if (type == null || size == 0 || size % type.bytes() != 0) {
            throw new NotAnActivityException(Reason.MALFORMED);
        }
        return new Field(number, size, type);
    }

    private static int developerBytes(ByteBuffer buffer) {
        int count = Byte.toUnsignedInt(buffer.get());
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            byte _ = buffer.get();
            bytes += Byte.toUnsignedInt(buffer.get());
            byte _ = buffer.get();
        }
        return bytes;
    }

    /**
     * Takes the values of a data message of this kind, by field: single whole numbers that are
     * there. Lists, texts and fractions are skipped.
     *
     * @throws NotAnActivityException if it is cut
     */
    Map<Integer, Long> values(ByteBuffer buffer) throws NotAnActivityException {
        buffer.order(order);
        Map<Integer, Long> values = new HashMap<>();
        for (Field field : fields) {
            if (field.type().isRead() && field.size() == field.type().bytes()) {
                @Nullable Long value = field.type().read(buffer);
                if (value != null) {
                    values.put(field.number(), value);
                }
            } else {
                skip(buffer, field.size());
            }
        }
        skip(buffer, developerBytes);
        return values;
    }

    private static void skip(ByteBuffer buffer, int bytes) throws NotAnActivityException {
        require(bytes <= buffer.remaining(), Reason.MALFORMED);
        buffer.position(buffer.position() + bytes);
    }
}
