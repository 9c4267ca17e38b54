package io.pulseline.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process as it is to be started.
 *
 * @param name what it is called in pid files, logs and messages
 * @param command program and arguments
 * @param environment added to the environment of this JVM
 * @param directory working directory; exists
 * @param log takes both outputs, appended
 * @param stopSignal what asks it to end
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        StopSignal stopSignal) {
    public ProcessSpec {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "process name '" + name + "' is not lower-case letters, digits and dashes");
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("process " + name + " has no command");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
