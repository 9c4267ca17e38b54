package io.pulseline.localstack;

import io.pulseline.localstack.demo.DemoCommand;
import io.pulseline.localstack.play.PlayCommand;
import io.pulseline.localstack.proxy.ProxyCommand;
import io.pulseline.localstack.setup.SetupCommand;
import io.pulseline.localstack.subscriber.SubscriberCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the local stack; {@code ./pulseline} finds a JDK and comes here. */
@Command(
        name = "pulseline",
        description = "Pulseline on one machine, without Docker.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            PlayCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SubscriberCommand.class,
            InfrastructureCommand.class,
            SetupCommand.class,
            ProxyCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("pulseline: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
