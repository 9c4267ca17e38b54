package io.pulseline.contracts.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import io.pulseline.contracts.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Values of one topic to and from bytes: Avro in the Confluent wire format (magic byte 0, schema id
 * in 4 bytes, binary record).
 *
 * <p>The first use of a schema asks the registry and blocks; never call it on an event loop. Ids
 * are remembered for the life of the codec, so a running service outlives the registry. Safe for
 * use by several threads.
 */
public final class AvroCodec<T extends SpecificRecord> implements AutoCloseable {
    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final String topic;
    private final Class<T> type;
    private final AvroKafkaSerializer<T> serializer = new AvroKafkaSerializer<>();
    private final Deserializer<T> deserializer;

    /**
     * @param registryUrl base address, for example {@code http://localhost:8085}
     * @param topic decides the registry's subject, {@code <topic>-value}
     * @param type generated class of the topic's schema
     */
    public AvroCodec(String registryUrl, String topic, Class<T> type) {
        this.topic = topic;
        this.type = type;
        this.deserializer = new Deserializer<>(type);
        Map<String, Object> settings = settings(registryUrl);
        serializer.configure(settings, false);
        deserializer.configure(new SerdeConfig(settings), false);
    }

    private static Map<String, Object> settings(String registryUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(SchemaResolverConfig.REGISTRY_URL, registryUrl + "/apis/registry/v3");
        settings.put(
                SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName());
        settings.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false);
        // One self-contained schema for each topic; else nested types are looked up as references.
        settings.put(SchemaResolverConfig.DEREFERENCE_SCHEMA, true);
        settings.put(SchemaResolverConfig.FAULT_TOLERANT_REFRESH, true);
        // Ids never change their schema: asking again would only tie us to the registry's health.
        settings.put(SchemaResolverConfig.CHECK_PERIOD_MS, Long.toString(Long.MAX_VALUE / 2));
        settings.put(SchemaResolverConfig.HTTP_ADAPTER, "JDK");
        settings.put(AvroSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        return settings;
    }

    /**
     * Looks the schema up and takes an empty record both ways, so that the first real one need not
     * wait for it. Blocks.
     *
     * @return false if the registry does not answer now; the first real record will ask again
     */
    public boolean prepare() {
        try {
            decode(encode(RecordJson.read(JsonNodeFactory.instance.objectNode(), type)));
            return true;
        } catch (RegistryUnavailableException e) {
            return false;
        }
    }

    /**
     * The bytes of a record.
     *
     * @throws RegistryUnavailableException if the schema's id is not known yet and the registry
     *     does not answer or does not have the schema
     * @throws IllegalArgumentException if the record misses a value that its schema asks for
     */
    public byte[] encode(T value) {
        try {
            return serializer.serialize(topic, value);
        } catch (RuntimeException e) {
            if (concernsTheRegistry(e)) {
                throw new RegistryUnavailableException(
                        "schema of "
                                + topic
                                + " not found in the registry; is it running, and were the"
                                + " schemas registered (./pulseline up and the setup job do so)?",
                        e);
            }
            throw new IllegalArgumentException(
                    "record does not fit the schema of " + topic + " (" + rootMessage(e) + ")", e);
        }
    }

    /**
     * The record in these bytes.
     *
     * @throws UndecodableException if they are no record of this topic and never will be
     * @throws RegistryUnavailableException if that cannot be told because the registry does not
     *     answer
     */
    public T decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new UndecodableException(
                    "value of "
                            + topic
                            + " does not start with the Confluent wire format's magic byte");
        }
        try {
            return type.cast(deserializer.deserializeData(topic, bytes));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecodableException(
                    "value of "
                            + topic
                            + " is not a "
                            + type.getSimpleName()
                            + " ("
                            + rootMessage(e)
                            + ")",
                    e);
        }
    }

    /**
     * Reads Avro and tells "no schema to be had just now" from "these bytes are wrong": both end in
     * I/O exceptions, but only the first comes out of {@code resolve}.
     */
    private static final class Deserializer<T> extends AvroDeserializer<T> {
        // Avro's own instance would look for generated classes beside Avro, which may sit in
        // another class loader than ours.
        private final SpecificData data;
        private final Schema schema;

        Deserializer(Class<T> type) {
            data = new SpecificData(type.getClassLoader());
            schema = data.getSchema(type);
        }

        @Override
        protected T readData(ParsedSchema<Schema> writer, ByteBuffer bytes, int start, int length) {
            byte[] record = new byte[bytes.remaining()];
            bytes.get(record);
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(record, null);
            try {
                return new SpecificDatumReader<T>(writer.getParsedSchema(), schema, data)
                        .read(null, decoder);
            } catch (IOException e) {
                throw new UncheckedIOException("bytes do not follow their schema", e);
            }
        }

        @Override
        protected SchemaLookupResult<Schema> resolve(
                String topic, byte[] data, ArtifactReference reference) {
            try {
                return super.resolve(topic, data, reference);
            } catch (RuntimeException e) {
                if (isUnknownId(e)) {
                    throw e;
                }
                throw new RegistryUnavailableException(
                        "schema registry did not answer for a value of " + topic, e);
            }
        }

        private static boolean isUnknownId(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ApiException answer) {
                    return answer.getResponseStatusCode() == 404;
                }
            }
            return false;
        }
    }

    private static boolean concernsTheRegistry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
