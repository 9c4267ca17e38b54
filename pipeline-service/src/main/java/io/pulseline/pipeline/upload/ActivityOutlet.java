package io.pulseline.pipeline.upload;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.pipeline.upload.file.RefusedFileException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Writes to {@code health.activities.v1}, as the normalizer does. */
@ApplicationScoped
class ActivityOutlet {
    private static final String SOURCE = "/pulseline/pipeline";

    private final MutinyEmitter<byte[]> topic;
    private final AvroCodec<Activity> codec;
    private final UploadSettings settings;

    ActivityOutlet(
            @Channel("uploaded-activities") MutinyEmitter<byte[]> topic,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl,
            UploadSettings settings) {
        this.topic = topic;
        this.codec = new AvroCodec<>(registryUrl, Topics.HEALTH_ACTIVITIES, Activity.class);
        this.settings = settings;
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare uploads").start(codec::prepare);
    }

    /**
     * Blocks until Kafka has acknowledged all of them. After a failure some may have arrived; sent
     * again they do no harm.
     *
     * @throws AwayException if Kafka or the registry does not answer
     * @throws RefusedFileException if one is larger than the topic takes
     */
    void publish(List<Activity> activities) {
        List<Message<byte[]>> messages = new ArrayList<>(activities.size());
        for (Activity activity : activities) {
            messages.add(message(activity));
        }
        List<Uni<Void>> sent = new ArrayList<>(messages.size());
        try {
            messages.forEach(message -> sent.add(topic.sendMessage(message)));
            Uni.join().all(sent).andFailFast().await().atMost(settings.patience());
        } catch (RuntimeException e) {
            throw new AwayException("Kafka did not acknowledge it in time", e);
        }
    }

    private Message<byte[]> message(Activity activity) {
        byte[] value = encoded(activity);
        if (value.length > Topics.MAXIMUM_VALUE_BYTES) {
            throw RefusedFileException.tooLarge(
                    "The activity becomes a record of more than "
                            + Topics.MAXIMUM_VALUE_BYTES
                            + " bytes, which no topic takes.");
        }
        CloudEvent event =
                CloudEvent.ofRecord(
                        RecordType.ACTIVITY,
                        SOURCE,
                        UUID.fromString(activity.getRecordId()),
                        activity.getRevision(),
                        end(activity));
        return Message.of(value)
                .addMetadata(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(activity.getUser())
                                .withHeaders(event.headers())
                                .build());
    }

    private byte[] encoded(Activity activity) {
        try {
            return codec.encode(activity);
        } catch (RegistryUnavailableException e) {
            throw new AwayException("the schema registry does not answer", e);
        }
    }

    private static Instant end(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        return Instant.ofEpochMilli((start == null ? 0 : start) + (elapsed == null ? 0 : elapsed));
    }
}
