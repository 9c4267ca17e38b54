package io.pulseline.normalizer.intake;

import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.RecordKind;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One codec for the topic of each kind of record. */
@ApplicationScoped
public class RecordCodecs implements AutoCloseable {
    private final Map<RecordKind, Codec<?>> codecs = new EnumMap<>(RecordKind.class);

    @Inject
    RecordCodecs(RegistryConfig registry) {
        for (RecordKind kind : RecordKind.values()) {
            codecs.put(kind, Codec.of(registry.url(), kind.topic(), kind.recordClass()));
        }
    }

    /**
     * The codecs of the service, for a program that is not the service.
     *
     * @param registryUrl base address, for example {@code http://localhost:8085}
     */
    public static RecordCodecs of(String registryUrl) {
        return new RecordCodecs(() -> registryUrl);
    }

    /**
     * The bytes of a record.
     *
     * @throws RegistryUnavailableException if the schema is not known yet and cannot be had now
     */
    byte[] encode(MappedRecord mapped) {
        return codec(mapped.kind()).encode(mapped.record());
    }

    /**
     * The record in the bytes of its topic.
     *
     * @throws UndecodableException if there is none of this kind
     * @throws RegistryUnavailableException if that cannot be told now
     */
    public SpecificRecord decode(RecordKind kind, byte[] value) {
        return codec(kind).avro().decode(value);
    }

    private Codec<?> codec(RecordKind kind) {
        Codec<?> codec = codecs.get(kind);
        if (codec == null) {
            throw new IllegalStateException("every kind has a codec, but not " + kind);
        }
        return codec;
    }

    @Override
    @PreDestroy
    public void close() {
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
