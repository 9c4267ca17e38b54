package io.pulseline.localstack.demo;

import io.pulseline.localstack.client.StepFailedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Messages of a FIT file with their whole numbers, by the public description of the protocol
 * (version 2.0). Enough for what the demo looks at; Garmin's own decoder reads such files in the
 * tests.
 */
final class FitContent {
    /** FIT counts seconds from 1989-12-31T00:00:00Z. */
    private static final long EPOCH_SECONDS = 631_065_600;

    private static final int SESSION = 18;
    private static final int RECORD = 20;
    private static final int TIMESTAMP = 253;
    private static final int HEART_RATE = 3;

    private static final int DEFINITION = 0x40;
    private static final int COMPRESSED = 0x80;
    private static final int LOCAL_TYPE = 0x0F;
    private static final int CHECKSUM_BYTES = 2;

    private final ByteBuffer file;
    private final Map<Integer, Layout> layouts = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    private FitContent(ByteBuffer file) {
        this.file = file;
    }

    private record Field(int number, int size) {}

    private record Layout(int message, ByteOrder order, List<Field> fields) {}

    private record Message(int number, Map<Integer, Long> values) {}

    /**
     * Reads a whole file.
     *
     * @throws StepFailedException if it is none
     */
    static FitContent read(byte[] bytes) {
        FitContent content = new FitContent(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        try {
            content.read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new StepFailedException("the FIT file is cut off", e);
        }
        return content;
    }

    private void read() {
        int header = file.get(0);
        int length = file.getInt(4);
        byte[] mark = new byte[4];
        file.get(8, mark);
        if (!".FIT".equals(new String(mark, StandardCharsets.US_ASCII))
                || file.limit() != header + length + CHECKSUM_BYTES) {
            throw new StepFailedException("the file is no whole FIT file");
        }
        file.position(header);
        while (file.position() < header + length) {
            int kind = Byte.toUnsignedInt(file.get());
            if ((kind & COMPRESSED) != 0) {
                throw new StepFailedException("the FIT file has compressed times");
            }
            if ((kind & DEFINITION) == 0) {
                Layout layout = layouts.get(kind & LOCAL_TYPE);
                if (layout == null) {
                    throw new StepFailedException("the FIT file has a message without a layout");
                }
                readMessage(layout);
            } else {
                layouts.put(kind & LOCAL_TYPE, readLayout());
            }
        }
    }

    private Layout readLayout() {
        file.get();
        ByteOrder order = file.get() == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int message = Short.toUnsignedInt(file.order(order).getShort());
        List<Field> fields = new ArrayList<>();
        int count = Byte.toUnsignedInt(file.get());
        for (int at = 0; at < count; at++) {
            fields.add(new Field(Byte.toUnsignedInt(file.get()), Byte.toUnsignedInt(file.get())));
            file.get();
        }
        return new Layout(message, order, fields);
    }

    private void readMessage(Layout layout) {
        Map<Integer, Long> values = new HashMap<>();
        file.order(layout.order());
        for (Field field : layout.fields()) {
            int next = file.position() + field.size();
            long invalid = (1L << (Byte.SIZE * Math.min(field.size(), Integer.BYTES))) - 1;
            long value =
                    switch (field.size()) {
                        case Byte.BYTES -> Byte.toUnsignedLong(file.get());
                        case Short.BYTES -> Short.toUnsignedLong(file.getShort());
                        case Integer.BYTES -> Integer.toUnsignedLong(file.getInt());
                        // A text or a list.
                        default -> invalid;
                    };
            if (value != invalid) {
                values.put(field.number(), value);
            }
            file.position(next);
        }
        messages.add(new Message(layout.message(), values));
    }

    /** A number of the one session; empty if it does not say. */
    OptionalLong session(int field) {
        List<Message> sessions =
                messages.stream().filter(message -> message.number() == SESSION).toList();
        Long value = sessions.size() == 1 ? sessions.getFirst().values().get(field) : null;
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** FIT's seconds as those since 1970. */
    static long epochSeconds(long fitSeconds) {
        return fitSeconds + EPOCH_SECONDS;
    }

    /** Beats per minute by second since 1970. */
    NavigableMap<Long, Integer> heartRate() {
        NavigableMap<Long, Integer> beats = new TreeMap<>();
        for (Message message : messages) {
            Long at = message.values().get(TIMESTAMP);
            Long beat = message.values().get(HEART_RATE);
            if (message.number() == RECORD && at != null && beat != null) {
                beats.put(epochSeconds(at), Math.toIntExact(beat));
            }
        }
        return beats;
    }
}
