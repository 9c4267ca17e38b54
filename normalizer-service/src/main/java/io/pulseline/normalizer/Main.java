package io.pulseline.normalizer;

import io.pulseline.normalizer.replay.ReplayCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/**
 * The two things this program can be: the service, or, with {@code replay} as its first argument, a
 * command that ends.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Replay starts no Quarkus: no port, no consumer group, no health, and ready in a second. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && ReplayCommand.NAME.equals(arguments[0])) {
            System.exit(ReplayCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        Quarkus.run(arguments);
    }
}
