package io.pulseline.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class StackOptions {
    @Option(
            names = "--root",
            description = "The checkout; ./pulseline sets it.",
            defaultValue = "${env:PULSELINE_ROOT:-.}")
    private Path root = Path.of(".");

    /** The stack of that checkout. */
    LocalStack stack() {
        return LocalStack.of(root.toAbsolutePath().normalize());
    }

    /** A stack of that checkout that keeps its state elsewhere. */
    LocalStack stackIn(Path state) {
        if (!Files.isDirectory(state)) {
            throw new IllegalArgumentException("there is no folder " + state);
        }
        return LocalStack.of(root.toAbsolutePath().normalize(), state, Map.of());
    }
}
