package io.pulseline.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of one stack, usually {@code .pulseline}; nobody else on the machine may read it. */
record StateFolder(Path path) {
    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE_FILE = "rw-------";

    StateFolder {
        path = path.toAbsolutePath().normalize();
    }

    Path data(Part part) {
        return path.resolve("data").resolve(part.label());
    }

    Path log(Part part) {
        return path.resolve("logs").resolve(part.label() + ".log");
    }

    Path pids() {
        return path.resolve("pids");
    }

    Path keyset() {
        return path.resolve("keyset.json");
    }

    Path users() {
        return path.resolve("users.properties");
    }

    Path session() {
        return path.resolve("session.properties");
    }

    Path simulatedApplication() {
        return path.resolve("simulator.properties");
    }

    Path simulatedGoogleHealth() {
        return path.resolve("simulator-google-health.properties");
    }

    /** Files of users, each in a folder of the user's id. */
    Path archive() {
        return path.resolve("archive");
    }

    Path report() {
        return path.resolve("stack.json");
    }

    /** Makes the folder, for its owner only. */
    void make() {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(PRIVATE_FOLDER));
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("data"));
            Files.createDirectories(archive());
            Files.createDirectories(pids());
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + path + " cannot be made", e);
        }
    }

    /** Writes a file for its owner only; readers see the old content or the new, never a part. */
    static void writePrivate(Path file, String content) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(PRIVATE_FILE)));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Keeps two commands from starting or stopping the same stack at the same time. */
    Optional<Hold> hold() {
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Hold(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + path + " cannot be locked", e);
        }
    }

    /** Null where another process, or another thread of this one, holds it. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /** Ends when closed or when the JVM ends. */
    record Hold(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("lock cannot be released", e);
            }
        }
    }
}
