package io.pulseline.normalizer.replay;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.normalizer.intake.Mappers;
import io.pulseline.normalizer.record.PayloadMapper;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: what the command line says, and how it ends. */
@Command(
        name = ReplayCommand.NAME,
        description = {
            "Reads stored payloads by the present mapping, tells what would change on the health"
                    + " topics, and sends those payloads once more that change something.",
            "",
            "Payloads are taken from source.payloads.v1 and source.backfill.v1, compared with the"
                    + " newest revision of each record, and sent to source.backfill.v1 marked REPLAY;"
                    + " the running normalizer takes them after live ones. Payload ids and capture"
                    + " times stay, so only a newer mapping version makes a newer revision, and"
                    + " doing it twice changes nothing.",
            ""
        },
        footer = {
            "",
            "Verdicts: equal - reads the same; changed - reads differently; new - not on the topic;"
                    + " older - a newer reading is on the topic; unversioned - reads differently, but"
                    + " the mapping version was not counted up, so readers would drop it.",
            "",
            "  ./pulseline replay --dry-run --kind sleep --from 2026-01-01"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for a dry run also where something would change",
            "1:something is left: not all that was sent came out, or a record is unversioned",
            "2:the command line is not understood",
            "3:no stored payload matches",
            "4:Kafka or the schema registry does not answer, or lacks a topic or schema"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {
    /** First argument that asks for it. */
    public static final String NAME = "replay";

    /** For the help text. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Mappers.all().stream().map(PayloadMapper::kind).distinct().sorted().iterator();
        }
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", paramLabel = "UUID", description = "Of this user only.")
    private @Nullable String user;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            completionCandidates = Kinds.class,
            description =
                    "Of this kind only; may be given several times: ${COMPLETION-CANDIDATES}.")
    private Set<String> kinds = new LinkedHashSet<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Stored at or after this UTC date, 2026-01-31, or instant, 2026-01-31T10:00:00Z.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Stored until the end of this UTC date, or before this instant.")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "Tells what would change and writes nothing.")
    private boolean dryRun;

    @Option(names = "--all", description = "Sends also payloads that change nothing.")
    private boolean all;

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many differing records of each kind to show (${DEFAULT-VALUE}).")
    private int differences;

    @Option(
            names = "--show-values",
            description = "Shows what differing fields say. These are health data.")
    private boolean showValues;

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the normalizer may take (${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "Kafka (KAFKA_BOOTSTRAP_SERVERS, else that of the local stack).")
    private String kafka = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:PULSELINE_REGISTRY_URL:-http://localhost:8085}",
            description = "Schema registry (PULSELINE_REGISTRY_URL, else that of the local stack).")
    private String registry = "";

    private ReplayCommand() {}

    /** Runs the command on the console and gives its exit code. */
    public static int run(String... arguments) {
        // Clients log what they try; what it means is told in one sentence at the end.
        Logger.getLogger("").setLevel(Level.OFF);
        return commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ReplayCommand())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((failure, _) -> {
                    failure.getCommandLine()
                            .getErr()
                            .println(
                                    "pulseline: "
                                            + failure.getMessage()
                                            + " (--help shows the options)");
                    return Exit.USAGE.code();
                })
                .setExecutionExceptionHandler((failure, line, _) -> {
                    Ending ending = ending(failure, line.getCommand());
                    line.getErr().println("pulseline: " + ending.message());
                    return ending.exit().code();
                });
    }

    @Override
    public Integer call() {
        ReplayOptions options =
                new ReplayOptions(
                        kafka,
                        registry,
                        selection(),
                        !dryRun,
                        all,
                        Duration.ofSeconds(waitSeconds),
                        differences);
        try (Replay replay = new Replay(options)) {
            Report report = replay.run();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                new JsonReport(out, showValues).print(report);
            } else {
                new HumanReport(out, showValues).print(report);
            }
            return report.exit().code();
        }
    }

    private Selection selection() {
        Set<String> known = new LinkedHashSet<>();
        new Kinds().forEach(known::add);
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw misunderstood(
                        "there is no kind '%s'; there are %s"
                                .formatted(kind, String.join(", ", known)));
            }
        }
        Instant first = read(from, Moments::from);
        Instant end = read(to, Moments::to);
        if (first != null && end != null && !first.isBefore(end)) {
            throw misunderstood(
                    "the range is empty: --from %s is not before --to %s".formatted(first, end));
        }
        return new Selection(read(user, ReplayCommand::user), kinds, first, end);
    }

    private static UUID user(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no user id; it is the UUID in the field 'user' of records"
                            .formatted(text),
                    e);
        }
    }

    private <T> @Nullable T read(@Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw misunderstood(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException misunderstood(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private record Ending(Exit exit, String message) {}

    private static Ending ending(Exception failure, ReplayCommand asked) throws Exception {
        return switch (failure) {
            case ReplayException told -> new Ending(told.exit(), String.valueOf(told.getMessage()));
            case KafkaException _ ->
                    new Ending(
                            Exit.AWAY,
                            "Kafka at %s does not answer (%s); './pulseline up' starts the local stack, --kafka names another"
                                    .formatted(asked.kafka, cause(failure)));
            case RegistryUnavailableException _ ->
                    new Ending(
                            Exit.AWAY,
                            "the schema registry at %s does not answer or lacks a schema; './pulseline up' starts the local stack, --registry names another"
                                    .formatted(asked.registry));
            default -> throw failure;
        };
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
