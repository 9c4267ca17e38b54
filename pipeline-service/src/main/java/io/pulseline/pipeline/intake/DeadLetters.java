package io.pulseline.pipeline.intake;

import io.pulseline.contracts.Topics;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Keeps what can never be taken: the original bytes and headers, with the reason beside them. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** Longer than Kafka's own delivery time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MutinyEmitter<byte[]> topic;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> topic) {
        this.topic = topic;
    }

    /** Blocks until Kafka has it; false if it did not take it. */
    boolean send(ConsumerRecord<String, byte[]> message, String reason) {
        RecordHeaders headers = new RecordHeaders(message.headers());
        add(headers, "dead-letter-reason", reason);
        add(headers, "dead-letter-topic", message.topic());
        add(headers, "dead-letter-partition", Integer.toString(message.partition()));
        add(headers, "dead-letter-offset", Long.toString(message.offset()));
        byte[] value = message.value() == null ? new byte[0] : message.value();
        OutgoingKafkaRecordMetadata<String> metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(Topics.deadLettersOf(message.topic()))
                        .withKey(message.key())
                        .withHeaders(headers)
                        .build();
        try {
            topic.sendMessage(Message.of(value).addMetadata(metadata)).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("dead letter not taken yet: %s", e.getClass().getSimpleName());
            return false;
        }
        LOG.errorf(
                "dead letter: topic=%s partition=%d offset=%d reason=%s",
                message.topic(), message.partition(), message.offset(), reason);
        return true;
    }

    private static void add(RecordHeaders headers, String key, String value) {
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
