package io.pulseline.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes whose pid files lie in one directory. They outlive this JVM; only what a pid file
 * proves to be ours is ever signalled. Safe for use by several threads, one per name.
 */
public final class Processes {
    private static final Duration FORCED_END = Duration.ofSeconds(5);
    private static final Duration STANDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Path pidDirectory;

    /**
     * @param pidDirectory made when the first process starts
     */
    public Processes(Path pidDirectory) {
        this.pidDirectory = pidDirectory;
    }

    /**
     * Starts a process and remembers it.
     *
     * @throws IllegalStateException if one of this name runs already
     */
    public ProcessMark start(ProcessSpec spec) {
        running(spec.name())
                .ifPresent(mark -> {
                    throw new IllegalStateException(
                            spec.name() + " runs already, pid " + mark.pid());
                });
        ProcessMark mark = launch(spec);
        pidFile(spec.name()).write(new PidFile.Entry(mark, spec.stopSignal()));
        return mark;
    }

    private static ProcessMark launch(ProcessSpec spec) {
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(spec.command()));
        builder.environment().putAll(spec.environment());
        builder.directory(spec.directory().toFile());
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(spec.log().toFile()));
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            long pid = builder.start().pid();
            return ProcessMark.of(pid)
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    spec.name() + " ended at once; see " + spec.log()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    spec.name() + " cannot be started: " + spec.command().getFirst(), e);
        }
    }

    /** Ctrl-C in the terminal goes to its whole process group; the stack must not be in it. */
    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }

    /** The process of this name if it runs. */
    public Optional<ProcessMark> running(String name) {
        return pidFile(name).read().map(PidFile.Entry::mark).filter(ProcessMark::isAlive);
    }

    /**
     * Asks the process to end, and ends it by force when {@code patience} is over. Without such a
     * process nothing happens.
     *
     * @return whether there was one
     */
    public boolean stop(String name, Duration patience) {
        PidFile pidFile = pidFile(name);
        Optional<PidFile.Entry> entry =
                pidFile.read().filter(candidate -> candidate.mark().isAlive());
        entry.ifPresent(running -> {
            signal(running.mark(), running.stopSignal());
            if (!endedWithin(running.mark(), patience)) {
                force(name, running.mark());
            }
        });
        pidFile.delete();
        return entry.isPresent();
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. Returns when the process is gone. */
    public boolean kill(String name) {
        Optional<ProcessMark> mark = running(name);
        mark.ifPresent(running -> force(name, running));
        pidFile(name).delete();
        return mark.isPresent();
    }

    /**
     * Sends SIGSTOP: the process keeps its port and its memory, and answers nothing. Returns when
     * it stands.
     *
     * @throws IllegalStateException if it goes on
     */
    public void pause(String name) {
        ProcessMark mark = required(name);
        send(mark, "STOP");
        if (!Waiting.until(STANDS_WITHIN, POLL, mark::isStanding)) {
            throw new IllegalStateException(
                    name + " (pid " + mark.pid() + ") goes on after kill -STOP");
        }
    }

    /** Sends SIGCONT, the end of a pause. */
    public void resume(String name) {
        send(required(name), "CONT");
    }

    private ProcessMark required(String name) {
        return running(name).orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    private static void force(String name, ProcessMark mark) {
        ProcessHandle.of(mark.pid()).ifPresent(ProcessHandle::destroyForcibly);
        if (!endedWithin(mark, FORCED_END)) {
            throw new IllegalStateException(
                    name + " (pid " + mark.pid() + ") is still there after kill -9");
        }
    }

    private static void signal(ProcessMark mark, StopSignal signal) {
        switch (signal) {
            case TERM -> ProcessHandle.of(mark.pid()).ifPresent(ProcessHandle::destroy);
            case INT -> send(mark, "INT");
        }
    }

    /** The JDK knows TERM and KILL only; every shell has kill built in. */
    private static void send(ProcessMark mark, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + mark.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "signal " + signal + " cannot be sent to pid " + mark.pid(), e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted("sending a signal", e);
        }
    }

    private static boolean endedWithin(ProcessMark mark, Duration limit) {
        return Waiting.until(limit, POLL, () -> !mark.isAlive());
    }

    private PidFile pidFile(String name) {
        return new PidFile(pidDirectory.resolve(name + ".pid"));
    }
}
