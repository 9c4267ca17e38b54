package io.pulseline.localstack;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}: stops what {@code up} started; data and passwords stay. */
@Command(
        name = "down",
        description = "Stops what up started, and nothing else; data and passwords stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!options.stack().stop(UpCommand.printTo(out))) {
            out.println("Nothing was running.");
        }
        out.flush();
        return 0;
    }
}
