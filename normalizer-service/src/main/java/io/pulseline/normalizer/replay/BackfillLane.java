package io.pulseline.normalizer.replay;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.normalizer.intake.PayloadReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The way by which the running normalizer takes history: hands payloads over, waits for it. */
final class BackfillLane implements AutoCloseable {
    /** Group of the normalizer's backfill channel, see application.properties. */
    static final String GROUP = "pulseline-normalizer-backfill";

    private static final long LOOK_EVERY_MILLISECONDS = 250;

    private final Cluster cluster;
    private final PayloadReader reader;
    private final AvroCodec<PayloadCaptured> codec;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> sentUpTo = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    BackfillLane(Cluster cluster, PayloadReader reader, String kafka, String registry) {
        this.cluster = cluster;
        this.reader = reader;
        this.codec = new AvroCodec<>(registry, Topics.SOURCE_BACKFILL, PayloadCaptured.class);
        this.producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "gzip",
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Topics.MAXIMUM_MESSAGE_BYTES,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                Cluster.ANSWER_MILLISECONDS),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Sends a stored payload as a replay; {@link #flush} tells whether Kafka has it. */
    void send(ConsumerRecord<String, byte[]> stored) {
        PayloadCaptured payload = reader.decode(stored.value());
        payload.setAcquisition(Acquisition.REPLAY);
        // The callback keeps what became of it.
        Future<RecordMetadata> _ =
                producer.send(
                        new ProducerRecord<>(
                                Topics.SOURCE_BACKFILL,
                                null,
                                // A copy must not outlive its original: retention goes by this
                                // time, and a
                                // person's erased data is to be gone when it ends.
                                stored.timestamp(),
                                stored.key(),
                                codec.encode(payload),
                                envelope(stored)),
                        this::sent);
    }

    /** It is the same event; but nobody should follow the trace of the first reading to this. */
    private static List<Header> envelope(ConsumerRecord<String, byte[]> stored) {
        List<Header> envelope = new ArrayList<>();
        for (Header header : stored.headers()) {
            if (header.key().startsWith("ce_") || header.key().equals("content-type")) {
                envelope.add(header);
            }
        }
        return envelope;
    }

    private void sent(@Nullable RecordMetadata place, @Nullable Exception why) {
        if (why != null) {
            failure.compareAndSet(null, why);
        } else if (place != null) {
            sentUpTo.merge(
                    new TopicPartition(place.topic(), place.partition()),
                    place.offset() + 1,
                    Math::max);
        }
    }

    /**
     * Returns when Kafka has everything.
     *
     * @throws KafkaException if it refused something
     */
    void flush() {
        producer.flush();
        Exception why = failure.get();
        if (why != null) {
            throw new KafkaException("a payload could not be sent: " + why.getMessage(), why);
        }
    }

    /** Whether the normalizer has taken all that was sent before the patience ended. */
    boolean awaitTaken(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isTaken()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return true;
    }

    private boolean isTaken() {
        Map<TopicPartition, Long> done = cluster.doneBy(GROUP);
        return sentUpTo.entrySet().stream()
                .allMatch(sent -> done.getOrDefault(sent.getKey(), 0L) >= sent.getValue());
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(Cluster.ANSWER_MILLISECONDS));
        codec.close();
    }
}
