package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.Http;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** Somebody at a shell in a checkout of their own, who types commands about the subscriber. */
final class Operator {
    static final String PROJECT = "192920988822";
    static final String TOKEN = "ya29.simulated-project-owner";

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> usual = new ArrayList<>();

    Operator(Path root) {
        this.root = root;
        set(AccessToken.SETTING, TOKEN);
        set(WebhookSecret.SETTING, OurEndpoint.SECRET);
        set("PULSELINE_GOOGLE_PROJECT_NUMBER", PROJECT);
    }

    /**
     * What a command came to.
     *
     * @param exit its code
     * @param out everything it printed
     */
    record Result(int exit, String out, String err) {
        JsonNode json() {
            try {
                return Http.JSON.readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + out, e);
            }
        }
    }

    /** Sets a variable of the environment. */
    Operator set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Arguments that go to every command. */
    Operator usually(Object... arguments) {
        for (Object argument : arguments) {
            usual.add(argument.toString());
        }
        return this;
    }

    Result types(String action, Object... arguments) {
        List<String> all = new ArrayList<>(List.of(action, "--root", root.toString()));
        all.addAll(usual);
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                new CommandLine(new SubscriberCommand(environment))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(all.toArray(String[]::new));
        return new Result(exit, out.toString(), err.toString());
    }
}
