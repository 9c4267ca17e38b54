package io.pulseline.localstack.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.Topics;
import io.pulseline.localstack.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One broker that is its own controller, on loopback. Its data survive a restart in the same
 * directory.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE_ID = 1;

    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Returns when the broker serves clients.
     *
     * @param port where it listens; free
     * @param directory its data; made and formatted if absent
     */
    public static EmbeddedKafka start(int port, Path directory) {
        format(directory);
        KafkaConfig config = new KafkaConfig(settings(port, Ports.free(), directory), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(port, server);
    }

    /** For clients on this machine, {@code host:port}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Kafka directory " + directory + " cannot be formatted", e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Kafka directory " + directory + " cannot be formatted", e);
        }
    }

    private static Map<String, String> settings(int port, int controllerPort, Path directory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("log.dirs", directory.toString());
        settings.putAll(singleBroker());
        settings.putAll(messageSizes());
        settings.putAll(smallAndQuick());
        return settings;
    }

    /** Kafka's defaults expect three brokers. */
    private static Map<String, String> singleBroker() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, String> messageSizes() {
        String largest = Integer.toString(Topics.MAXIMUM_MESSAGE_BYTES);
        return Map.of("message.max.bytes", largest, "replica.fetch.max.bytes", largest);
    }

    private static Map<String, String> smallAndQuick() {
        return Map.of(
                // Nobody else will join a group on one machine: the first consumer starts at once.
                "group.initial.rebalance.delay.ms", "0",
                // One user's worth of offsets; 50 partitions would cost half a second at start.
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                // The default of 128 MiB is most of our heap; one compacted topic of a few keys.
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024),
                "num.network.threads", "2",
                "num.io.threads", "4");
    }
}
