package io.pulseline.benchmarks;

import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.run.BoostingBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./pulseline bench}: measures boosting and compares it with the limit. Takes the options of
 * JMH. Ends with 1 where boosting is clearly too slow, with 2 where it could not be measured.
 */
public final class Main {
    private static final String DEFAULT_LOG = "jmh.log";

    private Main() {}

    /** Where JMH's own words go stands in the system property {@code pulseline.bench.log}. */
    public static void main(String... arguments) {
        try {
            CommandLineOptions given = new CommandLineOptions(arguments);
            if (given.shouldHelp()) {
                given.showHelp();
                return;
            }
            System.exit(measure(given, System.out));
        } catch (CommandLineOptionException | RunnerException | IOException e) {
            System.err.println("pulseline bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int measure(CommandLineOptions given, PrintStream out) throws RunnerException {
        String log = System.getProperty("pulseline.bench.log", DEFAULT_LOG);
        out.printf(
                Locale.ROOT,
                "Boosting an activity of 3 hours at 1 Hz with all %d boosters, on one thread; at"
                        + " most %.0f ms.%nThis takes about a minute (JMH's own words: %s).%n",
                Boosters.all().size(),
                Measured.LIMIT_MILLISECONDS,
                log);
        Options options =
                new OptionsBuilder()
                        .parent(given)
                        .include(BoostingBenchmark.class.getName())
                        .output(log)
                        .shouldFailOnError(true)
                        .build();
        List<Measured> all = Measured.of(new Runner(options).run());
        all.forEach(one -> out.println(one.line()));
        out.println("Where it goes, in milliseconds:");
        Profile.taken().lines().forEach(out::println);
        return verdict(all, out);
    }

    private static int verdict(List<Measured> all, PrintStream out) {
        if (all.stream().anyMatch(Measured::isClearlyOver)) {
            out.printf(
                    Locale.ROOT,
                    "Too slow: more than %.1f times the limit, error taken off.%n",
                    Measured.NOISE);
            return 1;
        }
        out.println(
                all.stream().anyMatch(Measured::isOver)
                        ? "Over the limit, but not by so much that noise is ruled out."
                        : "Within the limit.");
        return 0;
    }
}
