package io.pulseline.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import io.pulseline.contracts.Topics;
import io.pulseline.localstack.process.Ports;
import io.pulseline.localstack.process.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official images, started by Testcontainers. */
record ContainerInfrastructure(
        String host,
        String bootstrapServers,
        String kafkaContainer,
        int postgresPort,
        String postgresContainer,
        int registryPort)
        implements Infrastructure {
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";

    private static final String PULSELINE = "pulseline";
    private static final int POSTGRES_PORT = 5432;
    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_MANAGEMENT_PORT = 9000;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    static ContainerInfrastructure start() {
        KafkaContainer kafka = kafkaServer();
        int postgresPort = Ports.free();
        PostgreSQLContainer postgres = postgresServer(postgresPort);
        GenericContainer<?> registry = registryServer();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () ->
                                        Stream.of(kafka, postgres, registry)
                                                .parallel()
                                                .forEach(GenericContainer::stop),
                                "infrastructure"));
        Startables.deepStart(kafka, postgres, registry).join();
        return new ContainerInfrastructure(
                kafka.getHost(),
                kafka.getBootstrapServers(),
                kafka.getContainerId(),
                postgresPort,
                postgres.getContainerId(),
                registry.getMappedPort(REGISTRY_PORT));
    }

    private static KafkaContainer kafkaServer() {
        String largest = Integer.toString(Topics.MAXIMUM_MESSAGE_BYTES);
        return new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", largest)
                .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", largest);
    }

    /** At a port of our choice: a mapped one would change with every restart. */
    private static PostgreSQLContainer postgresServer(int port) {
        PostgreSQLContainer container =
                new PostgreSQLContainer(POSTGRES_IMAGE)
                        .withUsername(PULSELINE)
                        .withPassword(PULSELINE)
                        .withDatabaseName("ingest")
                        .withCopyToContainer(
                                Transferable.of("CREATE DATABASE pipeline;"),
                                "/docker-entrypoint-initdb.d/pipeline.sql")
                        .withStartupTimeout(START_LIMIT);
        container.withCreateContainerCmdModifier(command -> {
            HostConfig host = Objects.requireNonNull(command.getHostConfig());
            host.withPortBindings(
                    new PortBinding(Binding.bindPort(port), ExposedPort.tcp(POSTGRES_PORT)));
        });
        return container;
    }

    private static GenericContainer<?> registryServer() {
        return new GenericContainer<>(REGISTRY_IMAGE)
                .withExposedPorts(REGISTRY_PORT, REGISTRY_MANAGEMENT_PORT)
                .waitingFor(
                        Wait.forHttp("/health/ready")
                                .forPort(REGISTRY_MANAGEMENT_PORT)
                                .withStartupTimeout(START_LIMIT));
    }

    /** Everything another class loader needs to find it. */
    String handle() {
        return String.join(
                ",",
                host,
                bootstrapServers,
                kafkaContainer,
                Integer.toString(postgresPort),
                postgresContainer,
                Integer.toString(registryPort));
    }

    static ContainerInfrastructure from(String handle) {
        String[] parts = handle.split(",", -1);
        return new ContainerInfrastructure(
                parts[0],
                parts[1],
                parts[2],
                Integer.parseInt(parts[3]),
                parts[4],
                Integer.parseInt(parts[5]));
    }

    @Override
    public Kafka kafka() {
        return new Broker();
    }

    @Override
    public Postgres postgres() {
        return new Database();
    }

    @Override
    public String registryUrl() {
        return "http://" + host + ":" + registryPort;
    }

    private static DockerClient engine() {
        return DockerClientFactory.instance().client();
    }

    private final class Broker implements Kafka {
        @Override
        public String bootstrapServers() {
            return bootstrapServers;
        }

        @Override
        public void pause() {
            if (!isPaused()) {
                engine().pauseContainerCmd(kafkaContainer).exec();
            }
        }

        @Override
        public void resume() {
            if (isPaused()) {
                engine().unpauseContainerCmd(kafkaContainer).exec();
            }
        }

        private boolean isPaused() {
            return Boolean.TRUE.equals(
                    engine().inspectContainerCmd(kafkaContainer).exec().getState().getPaused());
        }
    }

    private final class Database implements Postgres {
        @Override
        public String host() {
            return host;
        }

        @Override
        public int port() {
            return postgresPort;
        }

        @Override
        public String username() {
            return PULSELINE;
        }

        @Override
        public String password() {
            return PULSELINE;
        }

        @Override
        public void stop() {
            if (runs()) {
                engine().stopContainerCmd(postgresContainer).exec();
            }
        }

        @Override
        public void start() {
            if (!runs()) {
                engine().startContainerCmd(postgresContainer).exec();
            }
            if (!Waiting.until(START_LIMIT, POLL, this::takesSessions)) {
                throw new IllegalStateException(
                        "PostgreSQL did not come back within " + START_LIMIT.toSeconds() + " s");
            }
        }

        private boolean runs() {
            return Boolean.TRUE.equals(
                    engine().inspectContainerCmd(postgresContainer).exec().getState().getRunning());
        }

        /** An SSL request is answered with one byte as soon as the server itself listens. */
        private boolean takesSessions() {
            byte[] sslRequest = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};
            try (Socket socket = new Socket(host, postgresPort)) {
                socket.setSoTimeout((int) POLL.toMillis() * 10);
                socket.getOutputStream().write(sslRequest);
                return socket.getInputStream().read() >= 0;
            } catch (IOException _) {
                return false;
            }
        }
    }
}
