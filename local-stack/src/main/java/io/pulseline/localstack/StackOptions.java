package io.pulseline.localstack;

import java.nio.file.Path;
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
}
