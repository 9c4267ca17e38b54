package io.pulseline.testing;

import io.pulseline.localstack.AppHome;
import io.pulseline.localstack.process.LogTail;
import io.pulseline.localstack.process.Ports;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.Processes;
import io.pulseline.localstack.process.StopSignal;
import io.pulseline.localstack.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Two JVMs of the local stack, one for Kafka and the registry, one for PostgreSQL, so that each can
 * be stopped alone. They end with this JVM, however it ends.
 *
 * @param folder data, logs and pids
 */
record EmbeddedInfrastructure(Path folder, int kafkaPort, int postgresPort, int registryPort)
        implements Infrastructure {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String KAFKA = "kafka";
    private static final String POSTGRES = "postgres";

    static EmbeddedInfrastructure start() {
        Path folder =
                Path.of(
                                "target",
                                "test-infrastructure",
                                Long.toString(ProcessHandle.current().pid()))
                        .toAbsolutePath();
        EmbeddedInfrastructure infrastructure =
                new EmbeddedInfrastructure(folder, Ports.free(), Ports.free(), Ports.free());
        try {
            TestFolder.empty(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("test folder " + folder + " cannot be emptied", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::stop, "infrastructure"));
        CompletableFuture<Void> broker = CompletableFuture.runAsync(infrastructure::startKafka);
        infrastructure.startPostgres();
        broker.join();
        return infrastructure;
    }

    /** Everything another class loader needs to find it. */
    String handle() {
        return kafkaPort + "," + postgresPort + "," + registryPort + "," + folder;
    }

    static EmbeddedInfrastructure from(String handle) {
        String[] parts = handle.split(",", 4);
        return new EmbeddedInfrastructure(
                Path.of(parts[3]),
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
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
        return "http://localhost:" + registryPort;
    }

    private void startKafka() {
        List<String> arguments = new ArrayList<>(List.of("--parts", "kafka,registry"));
        arguments.addAll(List.of("--kafka-port", Integer.toString(kafkaPort)));
        arguments.addAll(List.of("--registry-port", Integer.toString(registryPort)));
        startAndWait(KAFKA, "-Xmx256m", arguments);
    }

    private void startPostgres() {
        List<String> arguments = new ArrayList<>(List.of("--parts", "postgres"));
        arguments.addAll(List.of("--postgres-port", Integer.toString(postgresPort)));
        startAndWait(POSTGRES, "-Xmx128m", arguments);
    }

    private void startAndWait(String name, String heap, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("infrastructure"));
        all.addAll(arguments);
        all.addAll(List.of("--data", folder.resolve(name).toString()));
        all.addAll(List.of("--throw-away", "--end-with-parent"));
        List<String> jvm =
                List.of(
                        heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow");
        Path log = folder.resolve(name + ".log");
        Processes processes = processes();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("old log " + log + " cannot be deleted", e);
        }
        processes.start(
                new ProcessSpec(
                        name, AppHome.command(jvm, all), Map.of(), folder, log, StopSignal.TERM));
        boolean ended =
                Waiting.until(
                        START_LIMIT, POLL, () -> isReady(log) || processes.running(name).isEmpty());
        if (!ended || !isReady(log)) {
            throw new IllegalStateException(
                    "test infrastructure ("
                            + name
                            + ") did not start; the end of "
                            + log
                            + ": "
                            + LogTail.inShort(log));
        }
    }

    /** The command prints its addresses as one line of JSON when everything is up. */
    private static boolean isReady(Path log) {
        return LogTail.of(log, 50).stream().anyMatch(line -> line.startsWith("{"));
    }

    private Processes processes() {
        return new Processes(folder.resolve("pids"));
    }

    private void stop() {
        CompletableFuture<Void> broker =
                CompletableFuture.runAsync(() -> processes().stop(KAFKA, STOP_LIMIT));
        processes().stop(POSTGRES, STOP_LIMIT);
        broker.join();
        try {
            TestFolder.deleteFolders(folder);
        } catch (IOException _) {
            // The next mvn clean takes it; a test run must not fail for it.
        }
    }

    private final class Broker implements Kafka {
        @Override
        public String bootstrapServers() {
            return "localhost:" + kafkaPort;
        }

        @Override
        public void pause() {
            processes().pause(KAFKA);
        }

        @Override
        public void resume() {
            processes().resume(KAFKA);
        }
    }

    private final class Database implements Postgres {
        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public int port() {
            return postgresPort;
        }

        @Override
        public String username() {
            return "pulseline";
        }

        @Override
        public String password() {
            return "pulseline";
        }

        @Override
        public void stop() {
            processes().stop(POSTGRES, STOP_LIMIT);
        }

        @Override
        public void start() {
            if (processes().running(POSTGRES).isEmpty()) {
                startPostgres();
            }
        }
    }
}
