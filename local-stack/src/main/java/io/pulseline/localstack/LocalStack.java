package io.pulseline.localstack;

import io.pulseline.contracts.Topics;
import io.pulseline.localstack.kafka.BrokerReadiness;
import io.pulseline.localstack.process.HttpReadiness;
import io.pulseline.localstack.process.LogTail;
import io.pulseline.localstack.process.Ports;
import io.pulseline.localstack.process.ProcessMark;
import io.pulseline.localstack.process.Processes;
import io.pulseline.localstack.process.Waiting;
import io.pulseline.localstack.setup.KeysetFile;
import io.pulseline.localstack.setup.SchemaSetup;
import io.pulseline.localstack.setup.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All of Pulseline as processes of this machine. The processes outlive this object and its JVM; any
 * later object on the same state folder finds them again. Parts can be stopped, killed and started
 * one by one.
 */
public final class LocalStack {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration SETUP_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration PORT_LIMIT = Duration.ofSeconds(2);

    /** Services log every question about their health that they answer with no. */
    private static final Duration POLL = Duration.ofMillis(150);

    private final StateFolder state;
    private final StackShape shape;
    private final Processes processes;
    private final FitbitApplication fitbit;
    private final GoogleHealthApplication google;
    private final TargetPlaces places;
    private final BuiltInUsers users;
    private final Launches launches;

    private LocalStack(
            Path root,
            StateFolder state,
            StackShape shape,
            Map<String, String> settings,
            Map<Part, Map<String, String>> extraEnvironment) {
        this.state = state;
        this.shape = shape;
        this.processes = new Processes(state.pids());
        this.fitbit = FitbitApplication.from(settings, state.simulatedApplication());
        this.google = GoogleHealthApplication.from(settings, state.simulatedGoogleHealth());
        this.places = TargetPlaces.from(settings);
        this.users = BuiltInUsers.keptIn(state.users());
        this.launches =
                new Launches(
                        root, state, shape, fitbit, google, places, settings, extraEnvironment);
    }

    /** The stack of a checkout, its state in {@code .pulseline} there. */
    public static LocalStack of(Path root) {
        return of(root, root.resolve(".pulseline"), Map.of());
    }

    /**
     * A stack with its state in a folder of its own.
     *
     * @param root of the checkout, where the services were built and {@code .env} may lie
     * @param stateFolder made if absent
     * @param extraEnvironment put over the environment of single parts
     */
    public static LocalStack of(
            Path root, Path stateFolder, Map<Part, Map<String, String>> extraEnvironment) {
        return of(root, stateFolder, StackShape.usual(), extraEnvironment);
    }

    /**
     * A stack of a shape of its own.
     *
     * @param root of the checkout, where the services were built and {@code .env} may lie
     * @param stateFolder made if absent
     * @param extraEnvironment put over the environment of single parts
     */
    public static LocalStack of(
            Path root,
            Path stateFolder,
            StackShape shape,
            Map<Part, Map<String, String>> extraEnvironment) {
        StateFolder state = new StateFolder(stateFolder);
        state.make();
        Map<String, String> settings = new HashMap<>();
        if (!shape.simulated()) {
            settings.putAll(Dotenv.read(root.resolve(".env")));
            settings.putAll(System.getenv());
        }
        return new LocalStack(root, state, shape, settings, extraEnvironment);
    }

    /** Who may log in. */
    public BuiltInUsers users() {
        return users;
    }

    /** Address of the one origin, for example {@code http://localhost:8080}. */
    public String publicUrl() {
        return launches.publicUrl();
    }

    /** Whether the simulator takes Fitbit's place. */
    public boolean simulatesFitbit() {
        return fitbit.simulated();
    }

    /** Whether the simulator takes Google Health's place. */
    public boolean simulatesGoogleHealth() {
        return google.simulated();
    }

    /** Whether the simulator takes Strava's place. */
    public boolean simulatesStrava() {
        return !places.realStrava();
    }

    /** The directory of archives, unless the machine's settings name another one. */
    public Path archive() {
        return state.archive();
    }

    /** Where a part listens on loopback; the one for users first. */
    public List<Integer> ports(Part part) {
        return shape.parts().contains(part) ? shape.portsOf(part) : List.of();
    }

    /** The port of a part that is for users. */
    public int port(Part part) {
        return shape.port(part);
    }

    /** Base address of the schema registry. */
    public String registryUrl() {
        return launches.registry().url();
    }

    /**
     * What belongs to this stack: all its parts, without the simulator where Fitbit and Google
     * Health themselves are used.
     */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.copyOf(shape.parts());
        if (!fitbit.simulated() && !google.simulated()) {
            parts.remove(Part.SIMULATOR);
        }
        return parts;
    }

    /** Where the output of a part goes. */
    public Path log(Part part) {
        return state.log(part);
    }

    /** Every part, running or not. */
    public List<PartStatus> status() {
        return Arrays.stream(Part.values()).map(this::status).toList();
    }

    private PartStatus status(Part part) {
        return processes
                .running(part.label())
                .map(mark -> new PartStatus(part, OptionalLong.of(mark.pid()), isReady(part, mark)))
                .orElseGet(() -> new PartStatus(part, OptionalLong.empty(), false));
    }

    /**
     * Starts every part that does not run, with topics and schemas, and returns when all are ready.
     * If that fails, or the JVM is told to end meanwhile, what was started now is stopped again.
     *
     * @throws io.pulseline.localstack.process.PortTakenException before anything was started
     * @throws RuntimeException if a part does not come up; the message holds its last words
     */
    public void start(Progress progress) {
        try (StateFolder.Hold _ = hold()) {
            Set<Part> missing = parts();
            missing.removeIf(part -> processes.running(part.label()).isPresent());
            missing.forEach(launches::requireBuilt);
            missing.forEach(part -> ports(part).forEach(port -> requireFree(port, part)));
            KeysetFile.makeIfAbsent(state.keyset(), "rw-------");
            startOrTakeBack(missing, progress);
            StackReport.write(state.report(), this);
        }
    }

    private void startOrTakeBack(Set<Part> missing, Progress progress) {
        StartPlan start = new StartPlan(this, missing, progress);
        StopPlan takeBack = new StopPlan(processes, missing, STOP_LIMIT, Progress.silent());
        Thread interrupted =
                new Thread(
                        () -> {
                            start.cancel();
                            takeBack.run();
                        },
                        "take back");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            start.run();
        } catch (RuntimeException e) {
            takeBack.run();
            throw e;
        } finally {
            remove(interrupted);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM is ending: the hook does its work right now.
            return;
        }
    }

    /** Starts one part and returns when it is ready. */
    public void start(Part part) {
        // What a killed part has started itself may hold its port a moment longer.
        Waiting.until(PORT_LIMIT, POLL, () -> ports(part).stream().allMatch(Ports::isFree));
        ports(part).forEach(port -> requireFree(port, part));
        launch(part);
        awaitReady(part);
    }

    /** Ends one part as it likes to be ended, by force after 15 s. */
    public void stop(Part part) {
        processes.stop(part.label(), STOP_LIMIT);
    }

    /** {@code kill -9}. */
    public void kill(Part part) {
        processes.kill(part.label());
    }

    /** Stops the part if it runs, starts it, and returns when it is ready. */
    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /** Halts a part without ending it: it keeps its port and answers nothing until resumed. */
    public void pause(Part part) {
        processes.pause(part.label());
    }

    /** Ends a pause. */
    public void resume(Part part) {
        processes.resume(part.label());
    }

    /**
     * Stops what this stack started and nothing else; bounded, and harmless if nothing runs.
     *
     * @return whether anything ran
     */
    public boolean stop(Progress progress) {
        try (StateFolder.Hold _ = hold()) {
            return new StopPlan(processes, EnumSet.allOf(Part.class), STOP_LIMIT, progress).run();
        }
    }

    void launch(Part part) {
        processes.start(launches.of(part));
    }

    void setUpTopics() {
        new TopicSetup("localhost:" + port(Part.KAFKA)).apply(Topics.all(), SETUP_LIMIT);
    }

    void setUpSchemas() {
        new SchemaSetup(launches.registry().url()).apply(Topics.all(), SETUP_LIMIT);
    }

    /**
     * Waits until the part is ready, ended, or too late; the last two throw with its last words.
     */
    void awaitReady(Part part) {
        ProcessMark mark =
                processes.running(part.label()).orElseThrow(() -> notReady(part, "ended at once"));
        boolean answered =
                Waiting.until(START_LIMIT, POLL, () -> isReady(part, mark) || !mark.isAlive());
        if (!mark.isAlive()) {
            throw notReady(part, "ended");
        }
        if (!answered) {
            throw notReady(part, "is not ready after " + START_LIMIT.toSeconds() + " s");
        }
    }

    private IllegalStateException notReady(Part part, String what) {
        return new IllegalStateException(
                "%s %s; the end of %s:%n%s"
                        .formatted(part, what, log(part), LogTail.inShort(log(part))));
    }

    private boolean isReady(Part part, ProcessMark mark) {
        return switch (part) {
            case KAFKA -> BrokerReadiness.isReady(port(part));
            case POSTGRES -> launches.postgres().isReady(mark.pid());
            case REGISTRY, SIMULATOR, INGEST, NORMALIZER, PIPELINE, PROXY ->
                    part.readiness(ports(part)).map(HttpReadiness::isReady).orElse(true);
        };
    }

    private static void requireFree(int port, Part part) {
        Ports.requireFree(port, part.label());
    }

    private StateFolder.Hold hold() {
        return state.hold()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "another ./pulseline is starting or stopping this stack ("
                                        + state.path()
                                        + ")"));
    }
}
