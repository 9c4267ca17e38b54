package io.pulseline.localstack.demo;

import io.pulseline.localstack.Dotenv;
import io.pulseline.localstack.LocalStack;
import io.pulseline.localstack.Part;
import io.pulseline.localstack.PartStatus;
import io.pulseline.localstack.Progress;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.StepFailedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: starts everything, plays workouts and a night from the wrist to where they are
 * needed, stops everything.
 */
@Command(
        name = "demo",
        description = {
            "Starts everything, connects a simulated user, lets them run for 32 minutes, and shows what"
                    + " arrives at every stop, timed and compared with the simulator's truth: webhook,"
                    + " Kafka, FHIR, Strava, intervals.icu and the file archive at its end.",
            "Then they lift weights, which another device records without heart rate: its FIT file is"
                    + " uploaded at once, the tracker syncs three minutes later, and the workout is"
                    + " delivered once, with the tracker's heart rate.",
            "The same sync hands over last night: sleep, heart rate variability, SpO2 and"
                    + " respiratory rate, as the provider works them out. For that simulated time is"
                    + " moved on by about two hours; a stack that runs on keeps that time.",
            "Exit code 0 when every step came true, 1 when one did not."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /**
     * Password of docker-compose.yml where none was chosen; that stack is open to this machine
     * only.
     */
    private static final String COMPOSE_PASSWORD = "demo-on-this-machine-only";

    private static final String FITBIT = "fitbit";

    @Option(names = "--root", hidden = true, defaultValue = "${env:PULSELINE_ROOT:-.}")
    private Path root = Path.of(".");

    @Option(
            names = "--provider",
            description = "Whose API is read: fitbit or google-health (${DEFAULT-VALUE}).",
            defaultValue = FITBIT)
    private String provider = FITBIT;

    @Option(names = "--json", description = "One JSON object per step instead of text.")
    private boolean json;

    @Option(names = "--keep", description = "Leave the stack running and print its addresses.")
    private boolean keep;

    @Option(
            names = "--against",
            paramLabel = "URL",
            description = {
                "Play against a stack that runs already, for example http://localhost:8080.",
                "The password of user demo is taken from PULSELINE_DEMO_PASSWORD (environment or"
                        + " .env), else from the local stack if that runs, else compose's default."
            })
    private @Nullable URI against;

    @Option(
            names = "--simulator",
            defaultValue = "http://localhost:8089",
            description = "The simulator of that stack (${DEFAULT-VALUE}).")
    private URI simulator = URI.create("http://localhost:8089");

    @Option(
            names = "--kafka",
            defaultValue = "localhost:9092",
            description = "Kafka of that stack (${DEFAULT-VALUE}).")
    private String kafka = "localhost:9092";

    @Option(
            names = "--registry",
            defaultValue = "http://localhost:8085",
            description = "The registry of that stack (${DEFAULT-VALUE}).")
    private String registry = "http://localhost:8085";

    @Option(
            names = "--archive",
            paramLabel = "DIRECTORY",
            description = {
                "The directory of that stack's file archive, if it can be read here; without it the"
                        + " local stack's, if that runs.",
                "Where it cannot be read, the demo asks Pulseline whether the files were delivered."
            })
    private @Nullable Path archive;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        ProviderSide side = side();
        LocalStack stack = LocalStack.of(root.toAbsolutePath().normalize());
        Script script = new Script(json ? new JsonPrinter(out) : new HumanPrinter(out));
        if (against != null) {
            play(script, side, addresses(against, archiveAgainst(stack), password(stack)));
        } else {
            playOnOwnStack(script, side, stack);
        }
        script.summarise();
        return script.passed() ? 0 : 1;
    }

    private ProviderSide side() {
        try {
            return ProviderSide.of(provider);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--provider: " + e.getMessage(), e);
        }
    }

    private void playOnOwnStack(Script script, ProviderSide side, LocalStack stack) {
        if (!stack.simulatesFitbit() || !stack.simulatesGoogleHealth()) {
            throw new IllegalStateException(
                    "the demo moves simulated time, and .env names a real Fitbit application or"
                            + " Google client; take the PULSELINE_FITBIT_ and"
                            + " PULSELINE_GOOGLE_HEALTH_ lines out of it for the demo");
        }
        if (!stack.simulatesStrava()) {
            throw new IllegalStateException(
                    "the demo uploads invented workouts, and .env names a real Strava application;"
                            + " take the PULSELINE_STRAVA_ lines out of it for the demo");
        }
        boolean ranBefore = isRunning(stack);
        Thread takeBack = new Thread(() -> stack.stop(Progress.silent()), "take back");
        if (!ranBefore) {
            Runtime.getRuntime().addShutdownHook(takeBack);
        }
        script.step("The stack is up", () -> startUp(stack));
        Optional<Path> files = Optional.of(stack.archive());
        play(script, side, addresses(URI.create(stack.publicUrl()), files, stack.users().demo()));
        if (!ranBefore) {
            Runtime.getRuntime().removeShutdownHook(takeBack);
        }
        if (keep) {
            script.remark(
                    "The dashboard with all of this: "
                            + stack.publicUrl()
                            + " (user demo, password "
                            + stack.users().demo()
                            + "); the run under Activity History, the night under Health.");
            script.remark(
                    "Simulator "
                            + simulator
                            + ", Kafka "
                            + kafka
                            + ", registry "
                            + registry
                            + ". ./pulseline down ends it.");
        } else if (!ranBefore) {
            script.remark("The stack was stopped; --keep leaves it running.");
            stack.stop(Progress.silent());
        }
    }

    private static boolean isRunning(LocalStack stack) {
        return stack.status().stream()
                .filter(status -> stack.parts().contains(status.part()))
                .allMatch(PartStatus::running);
    }

    private String startUp(LocalStack stack) {
        stack.start(json ? Progress.silent() : this::showStart);
        return "every part ready";
    }

    private void showStart(String step, Duration elapsed) {
        out.printf(Locale.ROOT, "      %6.1f s  %s%n", elapsed.toMillis() / 1000.0, step);
    }

    private void play(Script script, ProviderSide side, DemoAddresses addresses) {
        if (!script.passed()) {
            return;
        }
        try (DemoPlay play = new DemoPlay(addresses, side, script)) {
            play.play();
        } catch (KafkaException e) {
            script.step(
                    "Kafka lets a consumer read the topics",
                    () -> {
                        throw new StepFailedException(
                                "Kafka at "
                                        + addresses.kafka()
                                        + " does not answer: "
                                        + e.getMessage(),
                                e);
                    });
        }
    }

    private DemoAddresses addresses(URI origin, Optional<Path> files, String password) {
        return new DemoAddresses(origin, simulator, kafka, registry, files, "demo", password);
    }

    private Optional<Path> archiveAgainst(LocalStack stack) {
        if (archive != null) {
            return Optional.of(archive);
        }
        return proxyRuns(stack) ? Optional.of(stack.archive()) : Optional.empty();
    }

    private static boolean proxyRuns(LocalStack stack) {
        return stack.status().stream()
                .anyMatch(status -> status.part() == Part.PROXY && status.running());
    }

    private String password(LocalStack stack) {
        Map<String, String> settings = new HashMap<>(Dotenv.read(root.resolve(".env")));
        settings.putAll(System.getenv());
        String chosen = settings.getOrDefault("PULSELINE_DEMO_PASSWORD", "");
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return proxyRuns(stack) ? stack.users().demo() : COMPOSE_PASSWORD;
    }
}
