package io.pulseline.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be read, without what is in it.
 *
 * @param at when it came into this topic
 * @param key of the message, at most 200 characters; null if it has none
 * @param headers why it is here and where it was before, at most 500 characters each
 * @param valueBytes how long the message is
 * @param schemaId in the registry; null where the message does not begin with one
 * @param decision of an operator; null while there is none
 */
@Schema(description = "A message that could not be read; what is in it is not shown")
public record DeadLetter(
        int partition,
        long offset,
        Instant at,
        @Nullable String key,
        Map<String, String> headers,
        int valueBytes,
        @Nullable Integer schemaId,
        @Nullable Decision decision) {
    /** In front of the names of headers about being a dead letter. */
    static final String OWN_HEADERS = "dead-letter-";

    /** Says where a message was redriven from. */
    static final String REDRIVEN = "pulseline-redriven";

    /** Of the wire format: a zero, then the id of the schema in four bytes. */
    private static final int PREFIX_BYTES = 5;

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_HEADER = 500;
    private static final int MOST_HEADERS = 20;

    static DeadLetter of(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value() == null ? new byte[0] : message.value();
        return new DeadLetter(
                message.partition(),
                message.offset(),
                Instant.ofEpochMilli(message.timestamp()),
                message.key() == null ? null : text(message.key(), LONGEST_KEY),
                headers(message),
                value.length,
                schemaId(value),
                null);
    }

    DeadLetter decided(@Nullable Decision by) {
        return new DeadLetter(partition, offset, at, key, headers, valueBytes, schemaId, by);
    }

    Place place() {
        return new Place(partition, offset);
    }

    /** Why it could not be read; null if nobody said. */
    public @Nullable String reason() {
        return headers.get(OWN_HEADERS + "reason");
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            boolean tells = header.key().startsWith(OWN_HEADERS) || header.key().equals(REDRIVEN);
            if (tells && header.value() != null && shown.size() < MOST_HEADERS) {
                shown.put(header.key(), text(header.value(), LONGEST_HEADER));
            }
        }
        return shown;
    }

    private static String text(byte[] bytes, int longest) {
        String all = new String(bytes, UTF_8);
        return all.length() <= longest ? all : all.substring(0, longest) + "…";
    }

    private static @Nullable Integer schemaId(byte[] value) {
        return value.length >= PREFIX_BYTES && value[0] == 0
                ? ByteBuffer.wrap(value).getInt(1)
                : null;
    }
}
