package io.pulseline.browser;

import io.pulseline.localstack.BuiltInUsers;
import io.pulseline.localstack.LocalStack;
import io.pulseline.localstack.Part;
import io.pulseline.localstack.Progress;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The whole stack as processes, started once for all tests and stopped when their JVM ends, with
 * more people who may log in than usual: each test has somebody of its own.
 */
final class BrowserStack {
    /** They have the role {@code user}. */
    private static final List<String> MORE_USERS =
            List.of(
                    "furnished",
                    "withdrawn",
                    "careful",
                    "refused",
                    "stranger",
                    "leaving",
                    "sharing");

    /** All tests log in from one address, each with a browser of its own. */
    private static final Map<String, String> MANY_LOGINS =
            Map.of("PULSELINE_ACCESS_LOGIN_ATTEMPTS_PER_MINUTE", "1000");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String SIMULATOR = "http://localhost:" + Part.SIMULATOR.port();

    private static final class Shared {
        private static final BrowserStack STACK = new BrowserStack();
    }

    private final String password = UUID.randomUUID().toString();
    private final LocalStack stack;
    private final Simulator simulator;

    private BrowserStack() {
        Path state = stateOfThisRun();
        writeUsers(state.resolve("users.properties"));
        this.stack =
                LocalStack.of(
                        ROOT,
                        state,
                        Map.of(Part.of("pipeline"), MANY_LOGINS, Part.of("ingest"), MANY_LOGINS));
        this.simulator = new Simulator(URI.create(SIMULATOR));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stack.stop(Progress.silent()), "stop the stack"));
        stack.start(Progress.silent());
    }

    /** Of its own for each run: its logs stay to be read. */
    private static Path stateOfThisRun() {
        return Path.of("target", "stack", Long.toString(System.currentTimeMillis()))
                .toAbsolutePath();
    }

    private void writeUsers(Path file) {
        StringBuilder lines = new StringBuilder();
        add(lines, BuiltInUsers.DEMO, "user");
        add(lines, BuiltInUsers.CARE, "care-team");
        add(lines, BuiltInUsers.OPERATOR, "user,operator");
        MORE_USERS.forEach(name -> add(lines, name, "user"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void add(StringBuilder lines, String name, String roles) {
        String prefix = "quarkus.security.users.embedded.";
        lines.append(prefix)
                .append("users.")
                .append(name)
                .append('=')
                .append(password)
                .append('\n');
        lines.append(prefix).append("roles.").append(name).append('=').append(roles).append('\n');
    }

    /** The one stack of this JVM, started by the first who asks. */
    static BrowserStack shared() {
        return Shared.STACK;
    }

    /** The one origin, without a slash at its end. */
    String address() {
        return stack.publicUrl();
    }

    /** Everybody has the same. */
    String password() {
        return password;
    }

    Simulator simulator() {
        return simulator;
    }

    /** The consent at Google ends there, and nobody is told. */
    void endsConsentAtGoogle(Wearer wearer) throws Exception {
        try (Http http = Http.anonymous()) {
            String path = "/simulator/users/" + wearer.id() + "/google/consent";
            var answer = http.delete(URI.create(SIMULATOR + path));
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
        }
    }

    /** Somebody's programs: the same rights as in the browser, without it. */
    Pulseline api(String user) {
        return new Pulseline(URI.create(address()), user, password);
    }
}
