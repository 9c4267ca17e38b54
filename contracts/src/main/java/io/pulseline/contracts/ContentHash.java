package io.pulseline.contracts;

import io.pulseline.contracts.health.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells whether two revisions of a record say the same: SHA-256, hex, over the Avro binary form
 * without revision, provenance, acquisition and the hash itself.
 */
public final class ContentHash {
    private ContentHash() {}

    /** Hash of a record of a {@code health.*} topic; its {@code contentHash} may hold anything. */
    public static String of(SpecificRecord record) {
        // Shallow on purpose: the series may be long and are only read.
        Schema schema = record.getSchema();
        SpecificRecord content =
                (SpecificRecord) SpecificData.newInstance(record.getClass(), schema);
        for (Schema.Field field : schema.getFields()) {
            content.put(
                    field.pos(),
                    switch (field.name()) {
                        case "revision" -> 0L;
                        case "contentHash", "acquisition" -> "";
                        case "provenance" ->
                                new Provenance("", null, null, 0, 0L, null, null, null, null);
                        default -> record.get(field.pos());
                    });
        }
        return sha256(binary(content));
    }

    private static <T extends SpecificRecord> byte[] binary(T content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<T>(content.getSchema()).write(content, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
