package io.pulseline.pipeline.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of exports; nobody else on the machine may read them. All methods block. */
@ApplicationScoped
class ExportFiles {
    private static final String FINISHED = ".zip";
    private static final String UNFINISHED = ".part";

    private final ExportSettings settings;

    ExportFiles(ExportSettings settings) {
        this.settings = settings;
    }

    /** An empty file to write to, in place of what a killed process has left. */
    Path begin(UUID export) throws IOException {
        Path folder = settings.folder();
        if (!Files.isDirectory(folder)) {
            var _ =
                    Files.createDirectories(
                            folder,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
        }
        Path file = path(export, UNFINISHED);
        Files.deleteIfExists(file);
        return Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** It is whole; gives its size in bytes. */
    long finish(UUID export) throws IOException {
        Path file =
                Files.move(
                        path(export, UNFINISHED),
                        path(export, FINISHED),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
        return Files.size(file);
    }

    /** The whole file; empty if it is not there, or on another machine. */
    Optional<Path> find(UUID export) {
        return Optional.of(path(export, FINISHED)).filter(Files::isRegularFile);
    }

    /** Deletes what there is of them. */
    void delete(List<UUID> exports) {
        try {
            for (UUID export : exports) {
                Files.deleteIfExists(path(export, FINISHED));
                Files.deleteIfExists(path(export, UNFINISHED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a file of an export stays (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Deletes what has lain there too long, whatever the database says.
     *
     * @param now by the machine's clock
     */
    void deleteOlderThan(Duration age, Instant now) throws IOException {
        if (!Files.isDirectory(settings.folder())) {
            return;
        }
        try (Stream<Path> files = Files.list(settings.folder())) {
            for (Path file : files.filter(ExportFiles::isOurs).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(FINISHED) || name.endsWith(UNFINISHED);
    }

    private Path path(UUID export, String ending) {
        return settings.folder().resolve(export + ending);
    }
}
