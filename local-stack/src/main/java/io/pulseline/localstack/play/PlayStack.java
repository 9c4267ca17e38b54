package io.pulseline.localstack.play;

import io.pulseline.localstack.LocalStack;
import io.pulseline.localstack.Part;
import io.pulseline.localstack.Progress;
import io.pulseline.localstack.StackShape;
import io.pulseline.localstack.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The processes of a play, at ports and in a folder of their own, the services following the
 * simulator's clock, which stands still between two steps.
 */
final class PlayStack {
    /** The names under which the services that follow the clock do so. */
    static final List<String> FOLLOWERS = List.of("ingest");

    /** Groups without which the play must not begin. */
    static final Set<String> CONSUMER_GROUPS = Set.of("pulseline-ingest", "pulseline-normalizer");

    private static final Set<Part> PARTS =
            Set.of(
                    Part.KAFKA,
                    Part.POSTGRES,
                    Part.REGISTRY,
                    Part.SIMULATOR,
                    Part.INGEST,
                    Part.NORMALIZER);

    private final Path folder;
    private final LocalStack stack;
    private final StackShape shape;

    /**
     * @param root of the checkout, where the services were built
     * @param folder for all state; absent
     * @param players who may log in
     * @param start what the clock shows at first
     */
    PlayStack(Path root, Path folder, List<Player> players, Instant start) {
        this.folder = folder;
        this.shape = StackShape.busy(PARTS);
        Map<String, String> ingest =
                Map.of(
                        "SMALLRYE_CONFIG_LOCATIONS",
                        settings("ingest.properties", ServiceSettings.ofIngest(players)));
        Map<String, String> normalizer =
                Map.of(
                        "SMALLRYE_CONFIG_LOCATIONS",
                        settings("normalizer.properties", ServiceSettings.ofNormalizer()));
        Map<String, String> simulator =
                Map.of(
                        "SIMULATOR_CLOCK_START",
                        start.toString(),
                        // Real seconds, during which simulated time stands still.
                        "SIMULATOR_NOTIFICATION_RETRY_SECONDS",
                        "1,2,5",
                        "SIMULATOR_GOOGLE_RETRY_SECONDS",
                        "1,2,5");
        this.stack =
                LocalStack.of(
                        root,
                        folder,
                        shape,
                        Map.of(
                                Part.SIMULATOR,
                                simulator,
                                Part.INGEST,
                                ingest,
                                Part.NORMALIZER,
                                normalizer));
    }

    /** Address of a file that only its owner may read. */
    private String settings(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return file.toUri().toString();
    }

    void start(Progress progress) {
        stack.start(progress);
    }

    void stop() {
        stack.stop(Progress.silent());
    }

    URI simulator() {
        return URI.create("http://localhost:" + shape.port(Part.SIMULATOR));
    }

    /** Where users log in. */
    URI pulseline() {
        return URI.create(stack.publicUrl());
    }

    /** Bootstrap servers. */
    String kafka() {
        return "localhost:" + stack.port(Part.KAFKA);
    }

    String registry() {
        return stack.registryUrl();
    }

    IngestDatabase database() throws SQLException {
        return IngestDatabase.at(
                stack.port(Part.POSTGRES), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    /** For people. */
    String addresses() {
        return "ingest %s, simulator %s, Kafka %s, registry %s"
                .formatted(pulseline(), simulator(), kafka(), registry());
    }

    Path folder() {
        return folder;
    }

    /** Removes what is large; logs stay. */
    void removeData() {
        for (String name : List.of("data", "records")) {
            deleteTree(folder.resolve(name));
        }
    }

    /** Removes everything. */
    void remove() {
        deleteTree(folder);
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be removed", e);
        }
    }
}
