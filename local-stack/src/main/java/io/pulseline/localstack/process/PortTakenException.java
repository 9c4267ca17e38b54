package io.pulseline.localstack.process;

import java.util.OptionalLong;

/** Another process listens where a part of the stack must. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port, String wantedBy, OptionalLong owner) {
        super(
                "port "
                        + port
                        + ", which "
                        + wantedBy
                        + " needs, is taken by "
                        + (owner.isPresent()
                                ? "process " + owner.getAsLong() + command(owner.getAsLong())
                                : "another process")
                        + "; stop that process, then try again");
    }

    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(command -> " (" + command + ")")
                .orElse("");
    }
}
