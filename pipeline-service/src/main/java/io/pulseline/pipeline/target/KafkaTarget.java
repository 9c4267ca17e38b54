package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The topic {@code pipeline.activities.v1}, whole records with series, key user. */
@ApplicationScoped
class KafkaTarget implements Target {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT_TYPE = "io.pulseline.pipeline.boosted-activity.v1";
    private static final String SOURCE = "/pulseline/pipeline";

    private final MutinyEmitter<byte[]> topic;
    private final AvroCodec<BoostedActivity> codec;
    private final Duration patience;

    KafkaTarget(
            @Channel("boosted-activities") MutinyEmitter<byte[]> topic,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl,
            TargetSettings settings) {
        this.topic = topic;
        this.codec =
                new AvroCodec<>(registryUrl, Topics.PIPELINE_ACTIVITIES, BoostedActivity.class);
        this.patience = settings.answerTimeout();
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare boosted activities").start(codec::prepare);
    }

    @Override
    public String id() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public String description() {
        return "The topic `pipeline.activities.v1`: whole records, heart rate and track included,"
                + " in Avro, key user.";
    }

    @Override
    public Settings settings() {
        return Settings.of();
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        return new TargetChoice(values.shown(), Optional.empty());
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    @Override
    public byte[] content(EventType event, BoostedActivity boosted, JsonNode configuration) {
        // Not Avro yet: that needs the registry, and planning must not wait for it.
        return RecordJson.write(boosted);
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        BoostedActivity boosted = read(parcel.content());
        try {
            byte[] value = codec.encode(boosted);
            if (value.length > Topics.MAXIMUM_VALUE_BYTES) {
                return new DeliveryOutcome.Refused(
                        "record of "
                                + value.length
                                + " bytes is larger than the topic's "
                                + Topics.MAXIMUM_VALUE_BYTES);
            }
            topic.sendMessage(Message.of(value).addMetadata(metadata(parcel.deliveryId(), boosted)))
                    .await()
                    .atMost(patience);
            return new DeliveryOutcome.Accepted();
        } catch (RegistryUnavailableException e) {
            return DeliveryOutcome.Later.because("the schema registry does not answer");
        } catch (TimeoutException e) {
            return DeliveryOutcome.Later.because(
                    "Kafka did not acknowledge within " + patience.toSeconds() + " s");
        } catch (RuntimeException e) {
            return DeliveryOutcome.Later.because("Kafka did not take it (" + root(e) + ")");
        }
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(
            UUID deliveryId, BoostedActivity boosted) {
        CloudEvent event =
                new CloudEvent(
                        deliveryId,
                        EVENT_TYPE,
                        SOURCE,
                        Instant.ofEpochMilli(boosted.getBoostedEpochMillis()),
                        boosted.getRecordId());
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(boosted.getUser())
                .withHeaders(event.headers())
                .build();
    }

    private static BoostedActivity read(byte[] content) {
        try {
            return RecordJson.read(JSON.readTree(content), BoostedActivity.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's content is not our JSON", e);
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
