package io.pulseline.localstack.play;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code play}: days of many people on a simulated clock, compared with the truth. */
@Command(
        name = "play",
        description = {
            "Lets simulated people live for days on a simulated clock, with late trackers, lost"
                    + " notifications and failing requests, and compares every record on the topics"
                    + " with the simulator's truth.",
            "Runs on processes, ports and a folder of its own. Exit code 0 when all is equal, 1 when"
                    + " it is not."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PlayCommand implements Callable<Integer> {
    private static final DateTimeFormatter FOLDER_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String FITBIT = "fitbit";
    private static final int SHORTEST_MIXED_DAYS = 2;

    @Option(names = "--root", hidden = true, defaultValue = "${env:PULSELINE_ROOT:-.}")
    private Path root = Path.of(".");

    @Option(
            names = "--provider",
            description =
                    "Whose API: fitbit, google-health, or mixed: half of the people move from Fitbit"
                            + " to Google Health on day 7 (or in the middle), the others stay at one.",
            defaultValue = FITBIT)
    private String provider = FITBIT;

    @Option(names = "--users", description = "How many people.", defaultValue = "50")
    private int users;

    @Option(names = "--days", description = "How long they live.", defaultValue = "14")
    private int days;

    @Option(
            names = "--seed",
            description = "Decides every life; any seed must pass.",
            defaultValue = "1")
    private long seed;

    @Option(names = "--faults", description = "Notifications are lost and doubled, requests fail.")
    private boolean faults;

    @Option(names = "--quick", description = "5 users, 3 days.")
    private boolean quick;

    @Option(names = "--json", description = "One JSON object at the end instead of text.")
    private boolean json;

    @Option(
            names = "--keep",
            description = "Leave the processes running at the end, and print how to end them.")
    private boolean keep;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Folder for data and logs; must not exist (.pulseline/plays/<time>).")
    private @Nullable Path state;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        PlayOptions options = options();
        List<Player> players = Player.some(options.users());
        Path folder = root.toAbsolutePath().normalize();
        PlayStack stack = new PlayStack(folder, stateFolder(folder), players, options.start());
        PlayPrinter printer = json ? new JsonPrinter(out) : new TablePrinter(out);
        return playOn(stack, options, players, printer) ? 0 : 1;
    }

    private PlayOptions options() {
        PlayProvider played =
                PlayProvider.of(provider)
                        .orElseThrow(() ->
                                wrong(
                                        "--provider %s cannot be played; %s can"
                                                .formatted(provider, PlayProvider.words())));
        PlayOptions options =
                quick
                        ? PlayOptions.quick(seed, faults, played)
                        : new PlayOptions(users, days, seed, faults, played);
        if (played == PlayProvider.MIXED && options.days() < SHORTEST_MIXED_DAYS) {
            throw wrong("--provider mixed needs at least 2 days, not " + options.days());
        }
        return options;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Path stateFolder(Path root) {
        return state != null
                ? state.toAbsolutePath().normalize()
                : root.resolve(".pulseline/plays").resolve(FOLDER_NAME.format(Instant.now()));
    }

    private boolean playOn(
            PlayStack stack, PlayOptions options, List<Player> players, PlayPrinter printer) {
        Thread takeBack = new Thread(stack::stop, "take back");
        Runtime.getRuntime().addShutdownHook(takeBack);
        boolean passed = played(stack, options, players, printer);
        if (!removed(takeBack)) {
            return false;
        }
        if (keep) {
            printer.remark("The processes run on: " + stack.addresses());
            printer.remark("./pulseline down --state " + stack.folder() + " ends them.");
            return passed;
        }
        stack.stop();
        stack.removeData();
        if (passed) {
            stack.remove();
        } else {
            printer.remark("Logs: " + stack.folder().resolve("logs"));
        }
        return passed;
    }

    /** False where the JVM is ending already: the hook does its work right now. */
    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static boolean played(
            PlayStack stack, PlayOptions options, List<Player> players, PlayPrinter printer) {
        try {
            stack.start((step, elapsed) -> printer.started(step, elapsed.toMillis() / 1000.0));
            PlayResult result = new Play(stack, options, printer).play(players);
            printer.ended(result);
            return result.passed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            printer.brokeOff("interrupted");
        } catch (Exception e) {
            printer.brokeOff(
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
        return false;
    }
}
