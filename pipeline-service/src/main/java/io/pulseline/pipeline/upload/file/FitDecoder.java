package io.pulseline.pipeline.upload.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a FIT file, one after the other, by the public description of the protocol:
 * header, definitions, data messages with normal or compressed time stamps, checksum. Developer
 * fields are passed over.
 *
 * <p>Written by hand because Garmin's SDK may not be handed on with our images; tests compare it
 * with what that SDK writes.
 */
final class FitDecoder {
    private static final int SHORT_HEADER_BYTES = 12;
    private static final int LONG_HEADER_BYTES = 14;
    private static final int CHECKSUM_BYTES = 2;
    private static final int SIGNATURE_AT = 8;
    private static final byte[] SIGNATURE = ".FIT".getBytes(StandardCharsets.US_ASCII);

    private static final int COMPRESSED = 0x80;
    private static final int DEFINITION = 0x40;
    private static final int DEVELOPER_FIELDS = 0x20;
    private static final int LOCAL_NUMBER = 0x0F;
    private static final int COMPRESSED_OFFSET = 0x1F;

    private final ByteBuffer buffer;
    private final Consumer<FitMessage> reader;
    private final @Nullable FitDefinition[] definitions =
            new @Nullable FitDefinition[LOCAL_NUMBER + 1];
    private long lastTimestamp;

    private FitDecoder(ByteBuffer buffer, Consumer<FitMessage> reader) {
        this.buffer = buffer;
        this.reader = reader;
    }

    /** Whether a FIT file begins at {@code from}. */
    static boolean isFit(byte[] bytes, int from) {
        if (bytes.length - from < SHORT_HEADER_BYTES) {
            return false;
        }
        for (int at = 0; at < SIGNATURE.length; at++) {
            if (bytes[from + SIGNATURE_AT + at] != SIGNATURE[at]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads the file that begins at {@code from}.
     *
     * @param reader told of each data message
     * @return where the file ends
     * @throws RefusedFileException if it is no whole, undamaged FIT file
     */
    static int decode(byte[] bytes, int from, Consumer<FitMessage> reader) {
        if (!isFit(bytes, from)) {
            throw RefusedFileException.unfit("This is no FIT file: its header is another.");
        }
        int header = bytes[from] & 0xFF;
        long data =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from + 4)
                        & 0xFFFF_FFFFL;
        long end = from + header + data;
        if (header != SHORT_HEADER_BYTES && header != LONG_HEADER_BYTES) {
            throw RefusedFileException.unfit("This is no FIT file: its header is another.");
        }
        if (data == 0 || end + CHECKSUM_BYTES > bytes.length) {
            throw RefusedFileException.unfit(
                    "The FIT file is cut off or was never finished; export it again.");
        }
        int whole = (int) end + CHECKSUM_BYTES;
        if (checksum(bytes, from, whole) != 0) {
            throw RefusedFileException.unfit("The FIT file is damaged: its checksum is wrong.");
        }
        ByteBuffer messages = ByteBuffer.wrap(bytes, from + header, (int) data);
        new FitDecoder(messages, reader).decodeAll();
        return whole;
    }

    private void decodeAll() {
        try {
            while (buffer.hasRemaining()) {
                decodeNext(buffer.get() & 0xFF);
            }
        } catch (BufferUnderflowException _) {
            throw damaged();
        }
    }

    private void decodeNext(int header) {
        if ((header & COMPRESSED) != 0) {
            decodeCompressed(header);
        } else if ((header & DEFINITION) != 0) {
            definitions[header & LOCAL_NUMBER] =
                    FitDefinition.read(buffer, (header & DEVELOPER_FIELDS) != 0);
        } else {
            FitMessage message = defined(header & LOCAL_NUMBER).message(buffer);
            Long timestamp = message.whole(FitMessage.TIMESTAMP);
            lastTimestamp = timestamp == null ? lastTimestamp : timestamp;
            reader.accept(message);
        }
    }

    /** Its time stamp is the low five bits of the header, counted on from the last one. */
    private void decodeCompressed(int header) {
        FitMessage message = defined((header >> 5) & 0x3).message(buffer);
        long step = ((header & COMPRESSED_OFFSET) - lastTimestamp) & COMPRESSED_OFFSET;
        lastTimestamp += step;
        message.values().put(FitMessage.TIMESTAMP, lastTimestamp);
        reader.accept(message);
    }

    private FitDefinition defined(int local) {
        FitDefinition definition = definitions[local];
        if (definition == null) {
            throw damaged();
        }
        return definition;
    }

    private RefusedFileException damaged() {
        return RefusedFileException.unfit(
                "The FIT file is damaged at byte " + buffer.position() + ".");
    }

    /** CRC-16/ARC; over a file with its own checksum it is 0. */
    private static int checksum(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int at = from; at < to; at++) {
            crc ^= bytes[at] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }
        return crc;
    }
}
