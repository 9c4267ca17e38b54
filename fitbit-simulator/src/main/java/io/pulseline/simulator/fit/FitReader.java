package io.pulseline.simulator.fit;

import static io.pulseline.simulator.fit.NotAnActivityException.require;

import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the data messages of a FIT file one after the other. */
final class FitReader {
    private static final int COMPRESSED = 0x80;
    private static final int DEFINITION = 0x40;
    private static final int DEVELOPER_FIELDS = 0x20;
    private static final int RESERVED = 0x10;
    private static final int LOCAL = 0x0F;
    private static final int COMPRESSED_LOCAL = 0x60;
    private static final int COMPRESSED_LOCAL_SHIFT = 5;
    private static final int SECONDS = 0x1F;

    private final ByteBuffer messages;
    private final Map<Integer, FitDefinition> definitions = new HashMap<>();
    private @Nullable Long lastTime;

    /**
     * Begins with a whole file.
     *
     * @throws NotAnActivityException if it is none
     */
    FitReader(byte[] file) throws NotAnActivityException {
        this.messages = FitFrame.messages(file);
    }

    /**
     * The next one; null at the end.
     *
     * @throws NotAnActivityException if it is against the protocol
     */
    @Nullable FitMessage next() throws NotAnActivityException {
        try {
            while (messages.hasRemaining()) {
                int header = Byte.toUnsignedInt(messages.get());
                if ((header & COMPRESSED) != 0) {
                    return compressed(header);
                }
                require((header & RESERVED) == 0, Reason.MALFORMED);
                if ((header & DEFINITION) == 0) {
                    require((header & DEVELOPER_FIELDS) == 0, Reason.MALFORMED);
                    return data(header & LOCAL);
                }
                boolean hasDeveloperFields = (header & DEVELOPER_FIELDS) != 0;
                definitions.put(header & LOCAL, FitDefinition.read(messages, hasDeveloperFields));
            }
            return null;
        } catch (BufferUnderflowException e) {
            throw new NotAnActivityException(Reason.MALFORMED);
        }
    }

    private FitMessage data(int local) throws NotAnActivityException {
        FitDefinition definition = definitions.get(local);
        if (definition == null) {
            throw new NotAnActivityException(Reason.MALFORMED);
        }
        FitMessage message = new FitMessage(definition.message(), definition.values(messages));
        Long time = message.value(FitMessage.TIMESTAMP);
        if (time != null) {
            lastTime = time;
        }
        return message;
    }

    /** Its header holds the last five bits of a time less than 32 s after the one before. */
    private FitMessage compressed(int header) throws NotAnActivityException {
        Long before = lastTime;
        FitMessage message = data((header & COMPRESSED_LOCAL) >> COMPRESSED_LOCAL_SHIFT);
        if (before == null || message.has(FitMessage.TIMESTAMP)) {
            throw new NotAnActivityException(Reason.MALFORMED);
        }
        long time = before + (((header & SECONDS) - before) & SECONDS);
        lastTime = time;
        message.values().put(FitMessage.TIMESTAMP, time);
        return message;
    }
}
