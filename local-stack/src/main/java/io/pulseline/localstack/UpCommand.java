package io.pulseline.localstack;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code up}: starts what does not run and leaves it running. */
@Command(
        name = "up",
        description = {
            "Starts Kafka, PostgreSQL, the schema registry, the Fitbit simulator, the services and"
                    + " the proxy, and leaves them running.",
            "With PULSELINE_FITBIT_CLIENT_ID and PULSELINE_FITBIT_CLIENT_SECRET in .env it uses"
                    + " Fitbit instead of the simulator."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin private StackOptions options = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalStack stack = options.stack();
        boolean running =
                stack.status().stream()
                        .filter(status -> stack.parts().contains(status.part()))
                        .allMatch(PartStatus::running);
        if (running) {
            out.println("The stack is running already.");
        } else {
            start(stack, out);
        }
        printAddresses(stack, out);
        return 0;
    }

    private static void start(LocalStack stack, PrintWriter out) {
        out.println("Starting Pulseline (logs: " + stack.log(Part.KAFKA).getParent() + ")");
        out.flush();
        long start = System.nanoTime();
        stack.start(printTo(out));
        out.printf(
                Locale.ROOT,
                "Stack ready in %.1f s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }

    /** One line per step, with the seconds since the start. */
    static Progress printTo(PrintWriter out) {
        return (step, elapsed) -> {
            out.printf(Locale.ROOT, "  %6.1f s  %s%n", elapsed.toMillis() / 1000.0, step);
            out.flush();
        };
    }

    private static void printAddresses(LocalStack stack, PrintWriter out) {
        out.println();
        out.println("  Pulseline        " + stack.publicUrl());
        if (stack.simulatesFitbit()) {
            out.println("  Fitbit simulator http://localhost:" + Part.SIMULATOR.port());
        } else {
            out.println("  Fitbit           https://api.fitbit.com");
        }
        out.println(
                "  Google Health    "
                        + (stack.simulatesGoogleHealth()
                                ? "http://localhost:"
                                        + Part.SIMULATOR.port()
                                        + "/google (simulated)"
                                : "https://health.googleapis.com"));
        out.println("  Kafka            localhost:" + Part.KAFKA.port());
        out.println("  Schema registry  http://localhost:" + Part.REGISTRY.port());
        out.println(
                "  PostgreSQL       localhost:"
                        + Part.POSTGRES.port()
                        + " (databases ingest, pipeline; user and password pulseline)");
        out.println();
        out.println("  user " + BuiltInUsers.DEMO + "      password " + stack.users().demo());
        out.println("  user " + BuiltInUsers.CARE + "      password " + stack.users().care());
        out.println("  user " + BuiltInUsers.OPERATOR + "  password " + stack.users().operator());
        out.flush();
    }
}
