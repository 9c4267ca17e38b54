package io.pulseline.pipeline.target.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder below the operator's root. Nothing on the way down may be a symbolic link: who can place
 * one there must not lead us out of the root.
 */
final class DirectoryStore implements ArchiveStore {
    private static final String UNFINISHED = ".part";

    private final Path root;
    private final List<String> way;

    /**
     * @param user whose folder it lies in
     */
    DirectoryStore(Path root, UUID user, FolderPath folder) {
        this.root = root;
        this.way = new ArrayList<>(List.of(user.toString()));
        this.way.addAll(folder.parts());
    }

    @Override
    public DeliveryOutcome put(String name, byte[] bytes) {
        try {
            write(folder(), name, bytes);
            return new DeliveryOutcome.Accepted();
        } catch (LeadsOutException e) {
            return new DeliveryOutcome.Refused(e.reason());
        } catch (IOException e) {
            return DeliveryOutcome.Later.because(failed("written", e));
        }
    }

    @Override
    public DeliveryOutcome remove(String name, @Nullable String kept) {
        try {
            Path folder = folder();
            Path file = folder.resolve(name);
            boolean stays = kept != null && isOne(file, folder.resolve(kept));
            if (!stays && Files.deleteIfExists(file)) {
                sync(folder);
            }
            return new DeliveryOutcome.Accepted();
        } catch (LeadsOutException e) {
            return new DeliveryOutcome.Refused(e.reason());
        } catch (IOException e) {
            return DeliveryOutcome.Later.because(failed("removed", e));
        }
    }

    private static boolean isOne(Path file, Path kept) throws IOException {
        return Files.exists(file) && Files.exists(kept) && Files.isSameFile(file, kept);
    }

    /** The class says what it is, such as NoSuchFileException; its message would name the user. */
    private static String failed(String what, IOException e) {
        return "the archive's file could not be "
                + what
                + " ("
                + e.getClass().getSimpleName()
                + ")";
    }

    private Path folder() throws IOException {
        Path at = root.toRealPath();
        for (String part : way) {
            at = at.resolve(part);
            try {
                var _ = Files.createDirectory(at);
            } catch (FileAlreadyExistsException _) {
                if (!Files.isDirectory(at, NOFOLLOW_LINKS)) {
                    throw new LeadsOutException();
                }
            }
        }
        return at;
    }

    /** Whoever looks finds the old file or the new one, also after the power was gone. */
    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path unfinished = folder.resolve("." + UUID.randomUUID() + UNFINISHED);
        try {
            try (FileChannel file =
                    FileChannel.open(unfinished, CREATE_NEW, WRITE, NOFOLLOW_LINKS)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    var _ = file.write(rest);
                }
                file.force(true);
            }
            var _ = Files.move(unfinished, folder.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
            sync(folder);
        } finally {
            var _ = Files.deleteIfExists(unfinished);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, READ)) {
            directory.force(true);
        }
    }

    /** Something on the way is no folder of its own. */
    private static final class LeadsOutException extends IOException {
        private static final long serialVersionUID = 1L;

        String reason() {
            return "something on the way to the archive's folder is no folder (a link?): choose"
                    + " another folder or ask the operator";
        }
    }
}
