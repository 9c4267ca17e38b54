package io.pulseline.localstack.setup;

import io.pulseline.contracts.Topic;
import io.pulseline.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code setup}: what compose and Kubernetes run once before the services. */
@Command(
        name = "setup",
        description =
                "Creates the topics and registers the schemas; doing it twice changes nothing.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SetupCommand implements Callable<Integer> {
    @Option(
            names = "--kafka",
            description = "Kafka's addresses, from KAFKA_BOOTSTRAP_SERVERS.",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            description = "The schema registry's address, from PULSELINE_REGISTRY_URL.",
            defaultValue = "${env:PULSELINE_REGISTRY_URL:-http://localhost:8085}")
    private String registryUrl = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for each of both.",
            defaultValue = "120")
    private int waitSeconds;

    @Option(
            names = "--keyset-file",
            paramLabel = "PATH",
            description = "Also makes an encryption keyset there, if the file is absent.")
    private @Nullable Path keysetFile;

    @Option(
            names = "--keyset-permissions",
            description = "Permissions of a new keyset file; services run as other users.",
            defaultValue = "rw-------")
    private String keysetPermissions = "";

    @Override
    public Integer call() {
        Duration limit = Duration.ofSeconds(waitSeconds);
        if (keysetFile != null) {
            boolean made = KeysetFile.makeIfAbsent(keysetFile, keysetPermissions);
            System.out.println("keyset " + keysetFile + (made ? " made" : " is there already"));
        }
        List<Topic> topics = Topics.all();
        List<String> made = new TopicSetup(bootstrapServers).apply(topics, limit);
        System.out.println(
                "topics at " + bootstrapServers + ": " + topics.size() + ", made now: " + made);
        Map<String, Integer> ids = new SchemaSetup(registryUrl).apply(topics, limit);
        System.out.println("schemas at " + registryUrl + ", ids by topic: " + ids);
        return 0;
    }
}
