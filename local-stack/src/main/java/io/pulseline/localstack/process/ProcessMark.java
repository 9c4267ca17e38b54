package io.pulseline.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process, told apart from a later one with the same pid by its start.
 *
 * @param pid as the operating system knows it
 * @param start when it started: clock ticks since boot where there is {@code /proc}, else
 *     milliseconds since the epoch; only compared, never computed with
 */
public record ProcessMark(long pid, long start) {
    private static final Path PROC = Path.of("/proc");

    /** Position of state and start time in {@code /proc/PID/stat}, counted after the command. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    /** The process that has this pid now; empty if none has or it is only waiting to be reaped. */
    public static Optional<ProcessMark> of(long pid) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            return fromProc(pid);
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli)
                .map(start -> new ProcessMark(pid, start));
    }

    private static Optional<ProcessMark> fromProc(long pid) {
        String[] fields;
        try {
            fields = fields(PROC.resolve(Long.toString(pid)));
        } catch (IOException _) {
            return Optional.empty();
        }
        boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
        if (ended && !hasThreads(pid)) {
            return Optional.empty();
        }
        return Optional.of(new ProcessMark(pid, Long.parseLong(fields[START_TICKS])));
    }

    private static String[] fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        // The command stands in parentheses and may hold spaces and parentheses itself.
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    /**
     * Whether none of its threads goes on after a SIGSTOP, which takes effect when each is next
     * looked at; true where that cannot be seen.
     */
    boolean isStanding() {
        Path tasks = PROC.resolve(Long.toString(pid)).resolve("task");
        if (!Files.isDirectory(tasks)) {
            return true;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                if (!fields(thread)[STATE].equals("T")) {
                    return false;
                }
            }
            return true;
        } catch (IOException _) {
            // A thread has ended since it was listed.
            return false;
        }
    }

    /**
     * Whether threads of a process whose first thread has ended are still ending; until they have,
     * it keeps its ports.
     */
    private static boolean hasThreads(long pid) {
        try (Stream<Path> threads = Files.list(PROC.resolve(Long.toString(pid)).resolve("task"))) {
            return threads.count() > 1;
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether this very process runs. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
