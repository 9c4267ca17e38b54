package io.pulseline.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a started process across runs of the command: pid, start and stop signal, one per line.
 */
record PidFile(Path path) {
    record Entry(ProcessMark mark, StopSignal stopSignal) {}

    void write(Entry entry) {
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(
                    draft,
                    List.of(
                            Long.toString(entry.mark().pid()),
                            Long.toString(entry.mark().start()),
                            entry.stopSignal().name()));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("pid file " + path + " cannot be written", e);
        }
    }

    /**
     * What it remembers; empty if there is no such file or it holds anything else: then nothing is
     * known to be ours, and nothing is touched.
     */
    Optional<Entry> read() {
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() != 3) {
                return Optional.empty();
            }
            ProcessMark mark =
                    new ProcessMark(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)));
            return Optional.of(new Entry(mark, StopSignal.valueOf(lines.get(2))));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("pid file " + path + " cannot be deleted", e);
        }
    }
}
