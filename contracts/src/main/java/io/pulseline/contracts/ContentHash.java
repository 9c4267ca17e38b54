package io.pulseline.contracts;

import io.pulseline.contracts.health.Activity;
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
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells whether two revisions of a record say the same: SHA-256, hex, over the Avro binary form
 * without revision, provenance, acquisition and the hash itself.
 */
public final class ContentHash {
    private ContentHash() {}

    /** Hash of an activity; its {@code contentHash} field may hold anything. */
    public static String of(Activity activity) {
        // Shallow on purpose: the series may be long and are only read.
        Activity content = new Activity();
        for (Schema.Field field : Activity.getClassSchema().getFields()) {
            content.put(field.pos(), activity.get(field.pos()));
        }
        content.setRevision(0);
        content.setContentHash("");
        content.setAcquisition("");
        content.setProvenance(new Provenance("", null, null, 0, 0L, null, null, null, null));
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
