package io.pulseline.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a dead letter's own bytes, key and headers to where it came from. Blocks. */
@ApplicationScoped
class Redriver {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final int largestMessage;

    Redriver(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "pulseline.kafka.maximum-message-bytes") int largestMessage) {
        this.kafka = new HashMap<>(kafka);
        this.largestMessage = largestMessage;
    }

    /**
     * Answers when Kafka has it.
     *
     * @throws KafkaAwayException if it has not; it may yet have come through
     */
    void send(DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> letter) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic.original(),
                                    null,
                                    letter.key(),
                                    letter.value(),
                                    headers(topic, letter)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            throw new KafkaAwayException("Kafka did not take it; try again soon.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new KafkaAwayException("We are being stopped; try again soon.");
        }
    }

    /** Those it had before it became a dead letter; if it fails again it gets new ones. */
    private static RecordHeaders headers(
            DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> letter) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            boolean isOfDeadLetter =
                    header.key().startsWith(DeadLetter.OWN_HEADERS)
                            || header.key().equals(DeadLetter.REDRIVEN);
            if (!isOfDeadLetter) {
                headers.add(header);
            }
        }
        String from = topic.name() + "/" + letter.partition() + "/" + letter.offset();
        headers.add(DeadLetter.REDRIVEN, from.getBytes(UTF_8));
        return headers;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        int patience = Math.toIntExact(PATIENCE.toMillis());
        int request = Math.toIntExact(REQUEST.toMillis());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "pulseline-pipeline-redrive");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestMessage);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, request);
        return settings;
    }
}
