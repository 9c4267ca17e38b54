package io.pulseline.localstack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code down}: stops what {@code up} started; data and passwords stay. */
@Command(
        name = "down",
        description = "Stops what up started, and nothing else; data and passwords stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "What a play left running in that folder, instead of what up started.")
    private @Nullable Path state;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!stack().stop(UpCommand.printTo(out))) {
            out.println("Nothing was running.");
        }
        out.flush();
        return 0;
    }

    private LocalStack stack() {
        return state == null ? options.stack() : options.stackIn(state);
    }
}
