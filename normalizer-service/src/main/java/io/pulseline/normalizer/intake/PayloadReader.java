package io.pulseline.normalizer.intake;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.intake.Reading.Mapped;
import io.pulseline.normalizer.intake.Reading.Refused;
import io.pulseline.normalizer.intake.Reading.Why;
import io.pulseline.normalizer.record.MappedActivity;
import io.pulseline.normalizer.record.UnmappableException;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From a payload's bytes to a record's bytes. Everything that fails here fails every time, save the
 * schema registry: its absence alone comes out as an exception.
 */
@ApplicationScoped
class PayloadReader {
    static final String EVENT_TYPE = "io.pulseline.health.activity.v1";
    static final String EVENT_SOURCE = "/pulseline/normalizer";

    private final AvroCodec<PayloadCaptured> payloads;
    private final AvroCodec<Activity> activities;

    PayloadReader(RegistryConfig registry) {
        payloads = new AvroCodec<>(registry.url(), Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        activities = new AvroCodec<>(registry.url(), Topics.HEALTH_ACTIVITIES, Activity.class);
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
            PayloadCaptured payload = payloads.decode(value);
            return record(Mappers.of(payload).map(payload));
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
     * Takes a payload the whole way as if it had come from Kafka, and leaves the record there.
     *
     * @throws RegistryUnavailableException if schemas cannot be had now
     */
    void rehearse(PayloadCaptured payload) {
        Reading reading = read(payloads.encode(payload));
        Log.debugf("rehearsed: %s", reading.getClass().getSimpleName());
    }

    private Reading record(MappedActivity mapped) {
        Activity activity = mapped.activity();
        byte[] value = activities.encode(activity);
        if (value.length > Topics.MAXIMUM_VALUE_BYTES) {
            return new Refused(
                    Why.TOO_LARGE,
                    "activity has %d bytes; %d are allowed"
                            .formatted(value.length, Topics.MAXIMUM_VALUE_BYTES));
        }
        UUID recordId = UUID.fromString(activity.getRecordId());
        CloudEvent event =
                new CloudEvent(
                        Ids.recordEvent(recordId, activity.getRevision()),
                        EVENT_TYPE,
                        EVENT_SOURCE,
                        mapped.happenedAt(),
                        activity.getRecordId());
        return new Mapped(activity.getUser(), value, event.headers(), mapped.oddities());
    }

    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @PreDestroy
    void close() {
        payloads.close();
        activities.close();
    }
}
