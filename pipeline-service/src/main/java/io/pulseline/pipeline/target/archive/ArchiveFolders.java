package io.pulseline.pipeline.target.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folders that users have below the operator's directory for archives. */
@ApplicationScoped
public class ArchiveFolders {
    private final ArchiveSettings settings;

    ArchiveFolders(ArchiveSettings settings) {
        this.settings = settings;
    }

    /**
     * Deletes the user's folder with all that is in it; links are not followed. Blocks.
     *
     * @throws UncheckedIOException naming no file, if something stays
     */
    public void erase(UUID user) {
        settings.root()
                .map(root -> root.resolve(user.toString()))
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .ifPresent(ArchiveFolders::delete);
    }

    private static void delete(Path folder) {
        try {
            var _ = Files.walkFileTree(folder, new Deleting());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a folder of the archive stays (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
