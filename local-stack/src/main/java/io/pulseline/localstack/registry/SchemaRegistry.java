package io.pulseline.localstack.registry;

import io.pulseline.localstack.process.HttpReadiness;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.StopSignal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Apicurio Registry on loopback, its schemas in a file or in memory.
 *
 * @param port of its API
 * @param managementPort of its health
 * @param data folder for its database; null keeps it in memory, where it ends with the process
 */
public record SchemaRegistry(int port, int managementPort, @Nullable Path data) {

    /** Base address, without the path of one of its APIs. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Whether it answers and its storage works. */
    public boolean isReady() {
        return HttpReadiness.isReady(
                URI.create("http://localhost:" + managementPort + "/health/ready"));
    }

    /**
     * The process to start.
     *
     * @param home folder of the unpacked registry
     * @param java the program that runs it
     * @param javaOptions put before ours
     */
    public ProcessSpec process(Path home, String java, List<String> javaOptions, Path log) {
        Path registry = home.toAbsolutePath().resolve("registry");
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(javaOptions);
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dquarkus.http.host=localhost", "-Dquarkus.http.port=" + port));
        command.add("-Dquarkus.management.host=localhost");
        command.add("-Dquarkus.management.port=" + managementPort);
        command.addAll(List.of("-jar", registry.resolve("quarkus-run.jar").toString()));
        return new ProcessSpec("registry", command, storage(), registry, log, StopSignal.TERM);
    }

    private Map<String, String> storage() {
        Map<String, String> environment = new HashMap<>();
        environment.put("APICURIO_STORAGE_KIND", "sql");
        environment.put("APICURIO_STORAGE_SQL_KIND", "h2");
        // Its default of 20 connections at start is for a server with many clients.
        environment.put("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2");
        environment.put("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2");
        if (data != null) {
            environment.put(
                    "APICURIO_DATASOURCE_URL",
                    "jdbc:h2:file:" + data.toAbsolutePath().resolve("registry"));
        }
        return environment;
    }
}
