package io.pulseline.normalizer.intake;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.intake.Reading.Mapped;
import io.pulseline.normalizer.intake.Reading.Outgoing;
import io.pulseline.normalizer.intake.Reading.Refused;
import io.pulseline.normalizer.intake.Reading.Why;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.UnmappableException;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a payload's bytes to the bytes of its records. Everything that fails here fails every time,
 * save the schema registry: its absence alone comes out as an exception.
 */
@ApplicationScoped
public class PayloadReader implements AutoCloseable {
    static final String EVENT_SOURCE = "/pulseline/normalizer";

    // Values name their schema by an id that holds for all topics, so it reads those of both lanes.
    private final AvroCodec<PayloadCaptured> payloads;
    private final RecordCodecs records;

    @Inject
    PayloadReader(RegistryConfig registry, RecordCodecs records) {
        this.payloads =
                new AvroCodec<>(registry.url(), Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        this.records = records;
    }

    /**
     * The reader of the service, for a program that is not the service.
     *
     * @param registryUrl base address, for example {@code http://localhost:8085}
     * @param records stays the caller's to close
     */
    public static PayloadReader of(String registryUrl, RecordCodecs records) {
        return new PayloadReader(() -> registryUrl, records);
    }

    /**
     * Reads one payload; blocks while schemas are fetched for the first time.
     *
     * @param value the Kafka record's value; null for a record without one
     * @throws RegistryUnavailableException if schemas are not known yet and cannot be had; ask
     *     again
     */
    Reading read(byte @Nullable [] value) {
        if (value == null) {
            return new Refused(Why.UNDECODABLE, "record has no value");
        }
        try {
            return read(decode(value));
        } catch (UndecodableException e) {
            return new Refused(Why.UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The payload in these bytes, not yet mapped.
     *
     * @throws UndecodableException if they are none
     * @throws RegistryUnavailableException if that cannot be told now
     */
    public PayloadCaptured decode(byte[] value) {
        return payloads.decode(value);
    }

    /**
     * Maps one payload.
     *
     * @throws RegistryUnavailableException if schemas are not known yet and cannot be had; ask
     *     again
     */
    public Reading read(PayloadCaptured payload) {
        try {
            return ready(Mappers.of(payload).map(payload));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (UndecodableException e) {
            return new Refused(Why.UNDECODABLE, String.valueOf(e.getMessage()));
        } catch (UnmappableException e) {
            return new Refused(Why.UNMAPPABLE, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of ours. Its message may quote the payload, so only its kind is told.
            return new Refused(Why.MAPPER_FAILED, "mapping failed with " + placeOf(e));
        }
    }

    /**
     * Takes a payload the whole way as if it had come from Kafka, and leaves the records there.
     *
     * @throws RegistryUnavailableException if schemas cannot be had now
     */
    void rehearse(PayloadCaptured payload) {
        Reading reading = read(payloads.encode(payload));
        Log.debugf("rehearsed: %s", reading.getClass().getSimpleName());
    }

    private Reading ready(Mapping mapping) {
        List<Outgoing> outgoing = new ArrayList<>(mapping.records().size());
        for (MappedRecord mapped : mapping.records()) {
            byte[] value = records.encode(mapped);
            if (value.length > Topics.MAXIMUM_VALUE_BYTES) {
                return new Refused(
                        Why.TOO_LARGE,
                        "%s has %d bytes; %d are allowed"
                                .formatted(
                                        mapped.kind().recordType(),
                                        value.length,
                                        Topics.MAXIMUM_VALUE_BYTES));
            }
            outgoing.add(outgoing(mapped, value));
        }
        return new Mapped(outgoing, mapping);
    }

    private static Outgoing outgoing(MappedRecord mapped, byte[] value) {
        CloudEvent event =
                CloudEvent.ofRecord(
                        mapped.kind().recordType(),
                        EVENT_SOURCE,
                        mapped.recordId(),
                        mapped.revision(),
                        mapped.happenedAt());
        return new Outgoing(mapped.kind().topic(), mapped.user(), value, event.headers());
    }

    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @Override
    @PreDestroy
    public void close() {
        payloads.close();
    }
}
