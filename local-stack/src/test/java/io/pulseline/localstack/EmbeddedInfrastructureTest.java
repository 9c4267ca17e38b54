package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.Topic;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.localstack.kafka.BrokerReadiness;
import io.pulseline.localstack.process.LogTail;
import io.pulseline.localstack.process.Ports;
import io.pulseline.localstack.process.ProcessMark;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.Processes;
import io.pulseline.localstack.process.StopSignal;
import io.pulseline.localstack.process.Waiting;
import io.pulseline.localstack.setup.SchemaSetup;
import io.pulseline.localstack.setup.SetupException;
import io.pulseline.localstack.setup.TopicSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedInfrastructureTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String NAME = "infrastructure";

    @TempDir private static Path folder = Path.of("");
    private static Processes processes = new Processes(Path.of(""));
    private static String bootstrapServers = "";
    private static String registryUrl = "";

    @BeforeAll
    static void start() throws IOException {
        processes = new Processes(folder.resolve("pids"));
        JsonNode addresses =
                startCommand(
                        List.of("--parts=kafka,postgres,registry", "--kafka-port=0"),
                        List.of("--postgres-port=0", "--registry-port=0", "--throw-away"));
        bootstrapServers = addresses.at("/kafka/bootstrapServers").asText();
        registryUrl = addresses.at("/registry/url").asText();
    }

    @AfterAll
    static void stop() {
        ProcessMark mark = processes.running(NAME).orElseThrow();
        ProcessMark postgres =
                new Processes(folder.resolve("data/pids")).running("postgres").orElseThrow();

        processes.stop(NAME, Duration.ofSeconds(20));

        assertThat(mark.isAlive()).isFalse();
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void aRecordWithItsSchemaPasses() {
        setUp();
        byte[] value;
        try (AvroCodec<SourceNotification> codec =
                new AvroCodec<>(
                        registryUrl, Topics.SOURCE_NOTIFICATIONS, SourceNotification.class)) {
            SourceNotification sent = SourceNotification.newBuilder().build();
            send(Topics.SOURCE_NOTIFICATIONS, codec.encode(sent));
            value = firstOf(Topics.SOURCE_NOTIFICATIONS);

            assertThat(codec.decode(value)).isEqualTo(sent);
        }
        assertThat(value[0]).isZero();
    }

    @Test
    void theBrokerSaysThatItIsReadyAndAnEmptyPortDoesNot() {
        int port = Integer.parseInt(bootstrapServers.split(":", -1)[1]);

        assertThat(BrokerReadiness.isReady(port)).isTrue();
        assertThat(BrokerReadiness.isReady(Ports.free())).isFalse();
    }

    @Test
    void settingUpTwiceMakesNothingTheSecondTime() {
        setUp();
        Map<String, Integer> ids = new SchemaSetup(registryUrl).apply(Topics.all(), LIMIT);

        assertThat(new TopicSetup(bootstrapServers).apply(Topics.all(), LIMIT)).isEmpty();
        assertThat(new SchemaSetup(registryUrl).apply(Topics.all(), LIMIT)).isEqualTo(ids);
        assertThat(ids.keySet())
                .containsExactlyElementsOf(
                        Topics.all().stream()
                                .filter(topic -> topic.valueSchema() != null)
                                .map(Topic::name)
                                .toList());
    }

    @Test
    void aSchemaThatBreaksTheOldOneIsRefusedByName() {
        SchemaSetup setup = new SchemaSetup(registryUrl);
        setup.apply(List.of(topic(schema().requiredString("kept").endRecord())), LIMIT);

        assertThatThrownBy(() ->
                        setup.apply(
                                List.of(topic(schema().requiredInt("other").endRecord())), LIMIT))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("test.refused.v1-value")
                .hasMessageContaining("FULL_TRANSITIVE");
    }

    @Test
    void whoDoesNotAnswerIsNamedWithinTheLimit() {
        int nobody = Ports.free();
        Duration briefly = Duration.ofMillis(300);

        assertThatThrownBy(() ->
                        new SchemaSetup("http://localhost:" + nobody).apply(Topics.all(), briefly))
                .hasMessageContaining("schema registry at http://localhost:" + nobody);
        assertThatThrownBy(() -> new TopicSetup("localhost:" + nobody).apply(Topics.all(), briefly))
                .hasMessageContaining("Kafka at localhost:" + nobody);
    }

    private static JsonNode startCommand(List<String> options, List<String> more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("infrastructure"));
        arguments.addAll(options);
        arguments.addAll(more);
        arguments.addAll(List.of("--end-with-parent", "--data=" + folder.resolve("data")));
        Path log = folder.resolve("infrastructure.log");
        ProcessMark mark =
                processes.start(
                        new ProcessSpec(
                                NAME,
                                AppHome.command(List.of("-Xmx256m", "-XX:+UseSerialGC"), arguments),
                                Map.of(),
                                folder,
                                log,
                                StopSignal.TERM));
        Waiting.until(LIMIT, POLL, () -> !addresses(log).isEmpty() || !mark.isAlive());
        assertThat(addresses(log)).as("log: %s", LogTail.of(log, 20)).isNotEmpty();
        return new ObjectMapper().readTree(addresses(log));
    }

    private static String addresses(Path log) {
        return LogTail.of(log, 50).stream()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElse("");
    }

    private static void setUp() {
        new TopicSetup(bootstrapServers).apply(Topics.all(), LIMIT);
        new SchemaSetup(registryUrl).apply(Topics.all(), LIMIT);
    }

    private static SchemaBuilder.FieldAssembler<Schema> schema() {
        return SchemaBuilder.record("Refused").namespace("test").fields();
    }

    private static Topic topic(Schema schema) {
        return new Topic("test.refused.v1", 1, Map.of(), schema);
    }

    private static void send(String topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, value))).succeedsWithin(LIMIT);
        }
    }

    private static byte[] firstOf(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", "test",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(topic));
            long end = System.nanoTime() + LIMIT.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    return entry.value();
                }
            }
            throw new AssertionError("no record in " + topic);
        }
    }
}
