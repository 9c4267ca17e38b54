package io.pulseline.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.localstack.kafka.EmbeddedKafka;
import io.pulseline.localstack.postgres.PostgresServer;
import io.pulseline.localstack.process.LogTail;
import io.pulseline.localstack.process.Ports;
import io.pulseline.localstack.process.ProcessMark;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.Processes;
import io.pulseline.localstack.process.Waiting;
import io.pulseline.localstack.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code infrastructure}: what the services need, in the foreground until SIGTERM. */
@Command(
        name = "infrastructure",
        description = {
            "Runs Kafka and PostgreSQL (and the schema registry if asked) until SIGTERM.",
            "Prints one line of JSON with the addresses when all of them are ready."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class InfrastructureCommand implements Callable<Integer> {
    enum Part {
        kafka,
        postgres,
        registry
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    @Option(
            names = "--parts",
            split = ",",
            description = "Which of: ${COMPLETION-CANDIDATES}.",
            defaultValue = "kafka,postgres")
    private Set<Part> parts = Set.of();

    @Option(names = "--kafka-port", description = "0 = any free one.", defaultValue = "9092")
    private int kafkaPort;

    @Option(names = "--postgres-port", description = "0 = any free one.", defaultValue = "5433")
    private int postgresPort;

    @Option(names = "--registry-port", description = "0 = any free one.", defaultValue = "8085")
    private int registryPort;

    @Option(
            names = "--data",
            description = "Folder for data and logs; kept.",
            defaultValue = ".pulseline/infrastructure")
    private Path data = Path.of("");

    @Option(
            names = "--throw-away",
            description = "For tests: data need not survive a power cut, schemas not a restart.")
    private boolean throwAway;

    @Option(names = "--end-with-parent", description = "Ends when the calling process does.")
    private boolean endWithParent;

    private final Map<String, Object> addresses = new LinkedHashMap<>();
    private final List<Runnable> closers = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        data = data.toAbsolutePath();
        CountDownLatch forEver = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        if (endWithParent) {
            ProcessHandle.current().parent().ifPresent(InfrastructureCommand::endAfter);
        }
        startAll();
        System.out.println(new ObjectMapper().writeValueAsString(addresses));
        forEver.await();
        return 0;
    }

    private static void endAfter(ProcessHandle parent) {
        Thread.ofPlatform()
                .daemon()
                .name("parent")
                .start(() -> {
                    parent.onExit().join();
                    System.exit(0);
                });
    }

    private void startAll() throws InterruptedException {
        List<Future<?>> starts = new ArrayList<>();
        try (ExecutorService starters = Executors.newCachedThreadPool()) {
            for (Part part : parts) {
                starts.add(starters.submit(() -> start(part)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    private void start(Part part) {
        switch (part) {
            case kafka -> startKafka(chosen(kafkaPort, "Kafka"));
            case postgres -> startPostgres(chosen(postgresPort, "PostgreSQL"));
            case registry -> startRegistry(chosen(registryPort, "the schema registry"));
        }
    }

    private static int chosen(int port, String wantedBy) {
        if (port == 0) {
            return Ports.free();
        }
        Ports.requireFree(port, wantedBy);
        return port;
    }

    private void startKafka(int port) {
        EmbeddedKafka kafka = EmbeddedKafka.start(port, data.resolve("kafka"));
        started("kafka", Map.of("bootstrapServers", kafka.bootstrapServers()), kafka::close);
    }

    private void startPostgres(int port) {
        Path log = data.resolve("postgres.log");
        PostgresServer server = new PostgresServer(data.resolve("postgres"), log, port, !throwAway);
        run(server.prepare(AppHome.find()), server::isReady);
        started(
                "postgres",
                Map.of(
                        "host", "localhost",
                        "port", port,
                        "username", PostgresServer.USER,
                        "password", PostgresServer.PASSWORD,
                        "databases", PostgresServer.DATABASES),
                () -> processes().stop("postgres", STOP_LIMIT));
    }

    private void startRegistry(int port) {
        SchemaRegistry registry =
                new SchemaRegistry(port, Ports.free(), throwAway ? null : data.resolve("registry"));
        Path log = data.resolve("registry.log").toAbsolutePath();
        run(
                registry.process(AppHome.find(), AppHome.java(), List.of(), log),
                _ -> registry.isReady());
        started(
                "registry",
                Map.of("url", registry.url()),
                () -> processes().stop("registry", STOP_LIMIT));
    }

    private void run(ProcessSpec spec, LongPredicate ready) {
        Processes processes = processes();
        // Left behind by a JVM that was killed.
        processes.stop(spec.name(), STOP_LIMIT);
        ProcessMark mark = processes.start(spec);
        boolean answered =
                Waiting.until(START_LIMIT, POLL, () -> ready.test(mark.pid()) || !mark.isAlive());
        if (!answered || !mark.isAlive()) {
            throw new IllegalStateException(
                    spec.name()
                            + " did not start; the end of "
                            + spec.log()
                            + ": "
                            + LogTail.inShort(spec.log()));
        }
    }

    private Processes processes() {
        return new Processes(data.resolve("pids"));
    }

    private synchronized void started(String name, Map<String, Object> address, Runnable closer) {
        addresses.put(name, address);
        closers.add(closer);
    }

    private synchronized void close() {
        closers.parallelStream().forEach(Runnable::run);
    }
}
