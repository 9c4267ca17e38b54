package io.pulseline.pipeline.target.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.TargetSettings;
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
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The topics {@code pipeline.activities.v1} and {@code pipeline.metrics.v1}, or one of the
 * pipeline's own: whole records with series, key user.
 */
@ApplicationScoped
class KafkaTarget implements Target {
    private static final Setting<Optional<String>> TOPIC =
            Setting.text("topic", PipelineTopics.LONGEST_NAME)
                    .describedAs(
                            "A topic for this pipeline alone: the operator's prefix (`pipeline.`) stands"
                                    + " before it. Without it the common topics.")
                    .optional();

    private static final Settings SETTINGS = Settings.of(TOPIC);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "/pulseline/pipeline";

    private final KafkaOutlet<BoostedActivity> activities;
    private final KafkaOutlet<BoostedMetric> metrics;
    private final PipelineTopics topics;
    private final Duration patience;

    KafkaTarget(
            @Channel("boosted-activities") MutinyEmitter<byte[]> activities,
            @Channel("boosted-metrics") MutinyEmitter<byte[]> metrics,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl,
            PipelineTopics topics,
            TargetSettings settings) {
        this.topics = topics;
        this.activities =
                new KafkaOutlet<>(
                        activities,
                        new AvroCodec<>(
                                registryUrl, Topics.PIPELINE_ACTIVITIES, BoostedActivity.class),
                        BoostedActivity.class,
                        "io.pulseline.pipeline.boosted-activity.v1");
        this.metrics =
                new KafkaOutlet<>(
                        metrics,
                        new AvroCodec<>(registryUrl, Topics.PIPELINE_METRICS, BoostedMetric.class),
                        BoostedMetric.class,
                        "io.pulseline.pipeline.boosted-metric.v1");
        this.patience = settings.answerTimeout();
    }

    /** Where one kind of result goes. */
    private record KafkaOutlet<T extends SpecificRecord>(
            MutinyEmitter<byte[]> topic, AvroCodec<T> codec, Class<T> type, String eventType) {
        byte[] encoded(JsonNode json) {
            return codec.encode(RecordJson.read(json, type));
        }
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare boosted activities").start(activities.codec()::prepare);
        Thread.ofVirtual().name("prepare boosted metrics").start(metrics.codec()::prepare);
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
        return "The topics `pipeline.activities.v1` and `pipeline.metrics.v1`, or one for this pipeline"
                + " alone: whole records, their series included, in Avro, key user.";
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    /** One after the other, so that one user's records stay in order. */
    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        values.of(TOPIC)
                .flatMap(topics::complaint)
                .ifPresent(reason -> form.complain(TOPIC.name(), reason));
        return new TargetChoice(values.shown(), Optional.empty());
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    @Override
    public Content content(EventType event, Result result, JsonNode configuration) {
        // Not Avro yet: that needs the registry, and planning must not wait for it.
        return new Content.Bytes(
                switch (result) {
                    case Result.OfActivity(BoostedActivity boosted) -> RecordJson.write(boosted);
                    case Result.OfMetric(BoostedMetric boosted) -> RecordJson.write(boosted);
                });
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        JsonNode boosted = read(parcel.content());
        KafkaOutlet<?> outlet = boosted.has("activity") ? activities : metrics;
        try {
            byte[] value = outlet.encoded(boosted);
            if (value.length > Topics.MAXIMUM_VALUE_BYTES) {
                return new DeliveryOutcome.Refused(
                        "record of "
                                + value.length
                                + " bytes is larger than the topic's "
                                + Topics.MAXIMUM_VALUE_BYTES);
            }
            OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<String> metadata =
                    metadata(parcel.deliveryId(), outlet, boosted);
            ownTopic(parcel.recipient())
                    .ifPresent(topic -> {
                        topics.ensure(topic, patience);
                        metadata.withTopic(topic);
                    });
            outlet.topic()
                    .sendMessage(Message.of(value).addMetadata(metadata.build()))
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

    /** Looks for the topic, and writes nothing: consumers could not tell a test from a record. */
    @Override
    public DeliveryOutcome test(Recipient recipient) {
        try {
            String topic = ownTopic(recipient).orElse(Topics.PIPELINE_ACTIVITIES);
            topics.ensure(topic, patience);
            return activities.codec().prepare()
                    ? new DeliveryOutcome.Accepted()
                    : DeliveryOutcome.Later.because("the schema registry does not answer");
        } catch (RuntimeException e) {
            return DeliveryOutcome.Later.because("Kafka does not answer (" + root(e) + ")");
        }
    }

    private Optional<String> ownTopic(Recipient recipient) {
        JsonNode name = recipient.configuration().path(TOPIC.name());
        return name.isTextual() ? Optional.of(topics.named(name.asText())) : Optional.empty();
    }

    private static OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<String> metadata(
            UUID deliveryId, KafkaOutlet<?> outlet, JsonNode boosted) {
        CloudEvent event =
                new CloudEvent(
                        deliveryId,
                        outlet.eventType(),
                        SOURCE,
                        Instant.ofEpochMilli(boosted.path("boostedEpochMillis").asLong()),
                        boosted.path("recordId").asText());
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(boosted.path("user").asText())
                .withHeaders(event.headers());
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
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
