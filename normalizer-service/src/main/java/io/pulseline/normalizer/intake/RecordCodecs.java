package io.pulseline.normalizer.intake;

import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.RecordKind;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One codec for the topic of each kind of record. */
@ApplicationScoped
class RecordCodecs {
    private final Map<RecordKind, Codec<?>> codecs = new EnumMap<>(RecordKind.class);

    RecordCodecs(RegistryConfig registry) {
        for (RecordKind kind : RecordKind.values()) {
            codecs.put(kind, Codec.of(registry.url(), kind.topic(), kind.recordClass()));
        }
    }

    /**
     * The bytes of a record.
     *
     * @throws RegistryUnavailableException if the schema is not known yet and cannot be had now
     */
    byte[] encode(MappedRecord mapped) {
        Codec<?> codec = codecs.get(mapped.kind());
        if (codec == null) {
            throw new IllegalStateException("every kind has a codec, but not " + mapped.kind());
        }
        return codec.encode(mapped.record());
    }

    @PreDestroy
    void close() {
        codecs.values().forEach(codec -> codec.avro().close());
    }

    private record Codec<T extends SpecificRecord>(Class<T> type, AvroCodec<T> avro) {
        static <T extends SpecificRecord> Codec<T> of(String url, String topic, Class<T> type) {
            return new Codec<>(type, new AvroCodec<>(url, topic, type));
        }

        byte[] encode(SpecificRecord record) {
            return avro.encode(type.cast(record));
        }
    }
}
