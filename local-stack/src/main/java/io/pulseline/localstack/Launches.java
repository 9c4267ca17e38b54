package io.pulseline.localstack;

import io.pulseline.localstack.postgres.PostgresServer;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.StopSignal;
import io.pulseline.localstack.registry.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each part is started: command, environment, folders. */
final class Launches {
    /**
     * For a quick start on two cores: the first compiler alone takes 40 % off a service's CPU time
     * until it is ready (6.1 to 3.6 s), at the price of peak throughput that one user never needs.
     */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private static final String SESSION_KEY = "encryption-key";

    private static final List<String> EVERY_JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    // Zstandard brings native code, Netty uses Unsafe: known, and worth no warning.
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Path root;
    private final StateFolder state;
    private final StackShape shape;
    private final FitbitApplication fitbit;
    private final GoogleHealthApplication google;
    private final TargetPlaces places;
    private final Map<String, String> settings;
    private final Map<Part, Map<String, String>> extraEnvironment;

    /**
     * @param root of the checkout, where the services were built
     * @param settings of {@code .env} and environment
     */
    Launches(
            Path root,
            StateFolder state,
            StackShape shape,
            FitbitApplication fitbit,
            GoogleHealthApplication google,
            TargetPlaces places,
            Map<String, String> settings,
            Map<Part, Map<String, String>> extraEnvironment) {
        this.root = root.toAbsolutePath().normalize();
        this.state = state;
        this.shape = shape;
        this.fitbit = fitbit;
        this.google = google;
        this.places = places;
        this.settings = Map.copyOf(settings);
        this.extraEnvironment = Map.copyOf(extraEnvironment);
    }

    /** The one origin as browsers and providers see it. */
    String publicUrl() {
        String given = settings.getOrDefault("PULSELINE_PUBLIC_URL", "");
        return given.isEmpty() ? "http://localhost:" + shape.frontPort() : given;
    }

    PostgresServer postgres() {
        return new PostgresServer(
                state.data(Part.POSTGRES),
                state.log(Part.POSTGRES),
                shape.port(Part.POSTGRES),
                shape.durable());
    }

    SchemaRegistry registry() {
        return new SchemaRegistry(
                shape.port(Part.REGISTRY),
                shape.portsOf(Part.REGISTRY).getLast(),
                state.data(Part.REGISTRY));
    }

    /** May take seconds for PostgreSQL, whose data are made ready here. */
    ProcessSpec of(Part part) {
        return switch (part) {
            case KAFKA -> kafka();
            case POSTGRES -> postgres().prepare(AppHome.find());
            case REGISTRY ->
                    registry().process(AppHome.find(), AppHome.java(), List.of(), state.log(part));
            case SIMULATOR -> simulator();
            case INGEST, NORMALIZER, PIPELINE -> service(part);
            case PROXY -> proxy();
        };
    }

    /** Passes only if the part was built; what comes with the local stack itself always was. */
    void requireBuilt(Part part) {
        builtJar(part)
                .filter(jar -> !Files.exists(jar))
                .ifPresent(jar -> {
                    throw new IllegalStateException(
                            jar
                                    + " is missing; ./pulseline up builds it, and so does"
                                    + " ./mvnw -Dquick package");
                });
    }

    /** The program of a part that another module builds; empty for what comes with this one. */
    private Optional<Path> builtJar(Part part) {
        return switch (part) {
            case SIMULATOR -> built("fitbit-simulator/target/app/fitbit-simulator.jar");
            case INGEST -> built("ingest-service/target/quarkus-app/quarkus-run.jar");
            case NORMALIZER -> built("normalizer-service/target/quarkus-app/quarkus-run.jar");
            case PIPELINE -> built("pipeline-service/target/quarkus-app/quarkus-run.jar");
            case KAFKA, POSTGRES, REGISTRY, PROXY -> Optional.empty();
        };
    }

    private Optional<Path> built(String jar) {
        return Optional.of(root.resolve(jar));
    }

    private ProcessSpec kafka() {
        List<String> arguments =
                List.of(
                        "infrastructure",
                        "--parts=kafka",
                        "--kafka-port=" + shape.port(Part.KAFKA),
                        "--data=" + state.path().resolve("data"));
        return spec(Part.KAFKA, AppHome.command(jvm("-Xmx256m", "-Xmx384m"), arguments), Map.of());
    }

    private ProcessSpec proxy() {
        Map<String, String> environment =
                Map.of(
                        "PROXY_HOST", "localhost",
                        "PROXY_PORT", Integer.toString(shape.port(Part.PROXY)),
                        "INGEST_URL", "http://localhost:" + shape.port(Part.INGEST),
                        "NORMALIZER_URL", "http://localhost:" + shape.port(Part.NORMALIZER),
                        "PIPELINE_URL", "http://localhost:" + shape.port(Part.PIPELINE));
        return spec(
                Part.PROXY,
                AppHome.command(jvm("-Xmx64m", "-Xmx64m"), List.of("proxy")),
                environment);
    }

    private ProcessSpec simulator() {
        String url = "http://localhost:" + shape.port(Part.SIMULATOR);
        Map<String, String> environment = new HashMap<>();
        environment.put("SIMULATOR_PORT", Integer.toString(shape.port(Part.SIMULATOR)));
        environment.put("SIMULATOR_SELF_URL", url);
        environment.put("SIMULATOR_BROWSER_URL", url);
        environment.put("SIMULATOR_CLIENT_ID", fitbit.clientId());
        environment.put("SIMULATOR_CLIENT_SECRET", fitbit.clientSecret());
        environment.put("SIMULATOR_VERIFICATION_CODE", fitbit.verificationCode());
        environment.put("SIMULATOR_REDIRECT_URIS", publicUrl() + "/connect/fitbit/callback");
        String front = "http://localhost:" + shape.frontPort();
        environment.put("SIMULATOR_SUBSCRIBER_URL", front + "/webhooks/fitbit");
        if (google.simulated()) {
            environment.putAll(google.simulatorEnvironment(publicUrl(), front));
        }
        return spec(Part.SIMULATOR, javaJar(Part.SIMULATOR, "-Xmx192m", "-Xmx768m"), environment);
    }

    private ProcessSpec service(Part part) {
        return spec(part, javaJar(part, "-Xmx192m", "-Xmx512m"), serviceEnvironment(part));
    }

    private Map<String, String> serviceEnvironment(Part part) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith("PULSELINE_")) {
                environment.put(name, value);
            }
        });
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(shape.port(part)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + shape.port(Part.KAFKA));
        environment.put("PULSELINE_REGISTRY_URL", registry().url());
        environment.put("PULSELINE_DATABASE_HOST", "localhost");
        environment.put("PULSELINE_DATABASE_PORT", Integer.toString(shape.port(Part.POSTGRES)));
        environment.put("PULSELINE_DATABASE_USERNAME", PostgresServer.USER);
        environment.put("PULSELINE_DATABASE_PASSWORD", PostgresServer.PASSWORD);
        environment.put("PULSELINE_PUBLIC_URL", publicUrl());
        environment.put("PULSELINE_ENCRYPTION_KEYSET_FILE", state.keyset().toString());
        environment.put("PULSELINE_SESSION_ENCRYPTION_KEY", sessionKey());
        // The demo asks often.
        environment.putIfAbsent("PULSELINE_ACCESS_REQUESTS_PER_MINUTE", "6000");
        environment.put("PULSELINE_TARGETS_ALLOW_PRIVATE_ADDRESSES", "true");
        // A URI: the folder's name may have spaces and commas.
        environment.put("SMALLRYE_CONFIG_LOCATIONS", state.users().toUri().toString());
        environment.put(FitbitApplication.CLIENT_ID, fitbit.clientId());
        environment.put(FitbitApplication.CLIENT_SECRET, fitbit.clientSecret());
        environment.put(FitbitApplication.VERIFICATION_CODE, fitbit.verificationCode());
        String simulator = simulatorUrl();
        environment.putAll(google.serviceEnvironment(simulator));
        if (fitbit.simulated()) {
            environment.put("PULSELINE_FITBIT_API_URL", simulator);
            environment.put("PULSELINE_FITBIT_AUTHORIZE_URL", simulator + "/oauth2/authorize");
        }
        boolean onlySimulatedPeople = fitbit.simulated() && google.simulated();
        if (part == Part.PIPELINE) {
            environment.putAll(
                    places.serviceEnvironment(
                            settings, state.archive(), simulator, onlySimulatedPeople));
        }
        if (onlySimulatedPeople) {
            // Whoever moves the simulator's time on moves all of the stack's; but a real provider
            // keeps real time.
            environment.put(
                    "PULSELINE_CLOCK_FOLLOW",
                    simulator + "/simulator/clock?follower=" + part.label());
        }
        return environment;
    }

    /** The same for all services, and at the next start, so that nobody has to log in again. */
    private String sessionKey() {
        return KeptSecrets.of(
                        state.session(),
                        SESSION_KEY + "=" + Secrets.generated() + Secrets.generated() + "\n")
                .get(SESSION_KEY);
    }

    /** Empty where nothing is simulated. */
    private String simulatorUrl() {
        return fitbit.simulated() || google.simulated()
                ? "http://localhost:" + shape.port(Part.SIMULATOR)
                : "";
    }

    private List<String> javaJar(Part part, String heap, String busyHeap) {
        Path jar = builtJar(part).orElseThrow();
        List<String> command = new ArrayList<>(List.of(AppHome.java()));
        command.addAll(jvm(heap, busyHeap));
        command.addAll(startUpCache(jar));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** A JDK AOT cache beside the program, unless the program was built anew since (see README). */
    private static List<String> startUpCache(Path jar) {
        Path cache = jar.resolveSibling("app.aot");
        try {
            boolean fresh =
                    Files.exists(cache)
                            && Files.getLastModifiedTime(cache)
                                            .compareTo(Files.getLastModifiedTime(jar))
                                    > 0;
            return fresh ? List.of("-XX:AOTCache=" + cache) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(cache + " cannot be looked at", e);
        }
    }

    private List<String> jvm(String heap, String busyHeap) {
        List<String> options =
                new ArrayList<>(
                        switch (shape.sizing()) {
                            case SMALL -> List.of(heap, FIRST_COMPILER_ONLY);
                            case BUSY -> List.of(busyHeap);
                        });
        options.addAll(EVERY_JVM);
        return options;
    }

    private ProcessSpec spec(Part part, List<String> command, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(extraEnvironment.getOrDefault(part, Map.of()));
        return new ProcessSpec(
                part.label(), command, all, state.path(), state.log(part), StopSignal.TERM);
    }
}
