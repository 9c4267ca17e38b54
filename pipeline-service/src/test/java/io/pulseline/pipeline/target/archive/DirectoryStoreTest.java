package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {
    private static final UUID USER = UUID.fromString("11111111-2222-5333-8444-555555555555");

    @TempDir private Path temporary;
    private Path root;
    private Path outside;

    @BeforeEach
    void prepares() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        outside = Files.createDirectory(temporary.resolve("outside"));
    }

    @Test
    void aFileLiesBelowTheUsersOwnFolder() throws IOException {
        assertAccepted(store("sport/2026").put("a.fit", bytes("one")));

        assertThat(files()).containsExactly(USER + "/sport/2026/a.fit");
        assertThat(root.resolve(USER + "/sport/2026/a.fit")).hasContent("one");
    }

    @Test
    void theSameNameIsWrittenOverAndNothingElseIsLeft() throws IOException {
        assertAccepted(store("").put("a.fit", bytes("one")));
        assertAccepted(store("").put("a.fit", bytes("two")));

        assertThat(files()).containsExactly(USER + "/a.fit");
        assertThat(root.resolve(USER + "/a.fit")).hasContent("two");
    }

    @Test
    void removingTwiceIsRemoving() throws IOException {
        assertAccepted(store("").put("a.fit", bytes("one")));
        assertAccepted(store("").remove("a.fit", null));
        assertAccepted(store("").remove("a.fit", null));

        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatIsTheKeptOneUnderAnotherNameStays() throws IOException {
        assertAccepted(store("").put("run.fit", bytes("one")));
        Path user = root.resolve(USER.toString());
        Files.createLink(user.resolve("Run.fit"), user.resolve("run.fit"));

        assertAccepted(store("").remove("Run.fit", "run.fit"));

        assertThat(files()).contains(USER + "/run.fit");
    }

    @Test
    void aLinkOnTheWayIsNotFollowed() throws IOException {
        Path user = Files.createDirectory(root.resolve(USER.toString()));
        Files.createSymbolicLink(user.resolve("sport"), outside);

        assertThat(store("sport").put("a.fit", bytes("one")))
                .isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(store("sport/2026").put("a.fit", bytes("one")))
                .isInstanceOf(DeliveryOutcome.Refused.class);
        Files.writeString(outside.resolve("a.fit"), "theirs");
        assertThat(store("sport").remove("a.fit", null))
                .isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(outside.resolve("a.fit")).hasContent("theirs");
    }

    @Test
    void aLinkInPlaceOfTheUsersFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(root.resolve(USER.toString()), outside);

        assertThat(store("").put("a.fit", bytes("one")))
                .isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aLinkInPlaceOfTheFileIsReplacedAndNotWrittenThrough() throws IOException {
        Path victim = Files.writeString(outside.resolve("victim"), "theirs");
        Path user = Files.createDirectory(root.resolve(USER.toString()));
        Files.createSymbolicLink(user.resolve("a.fit"), victim);

        assertAccepted(store("").put("a.fit", bytes("one")));

        assertThat(victim).hasContent("theirs");
        assertThat(user.resolve("a.fit")).isRegularFile().hasContent("one");
    }

    @Test
    void theOperatorsRootMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
        DirectoryStore store = new DirectoryStore(link, USER, FolderPath.of(""));

        assertAccepted(store.put("a.fit", bytes("one")));

        assertThat(files()).containsExactly(USER + "/a.fit");
    }

    @Test
    void aRootThatIsNotThereIsTriedAgainLater() {
        DirectoryStore store =
                new DirectoryStore(temporary.resolve("unmounted"), USER, FolderPath.of(""));

        assertThat(store.put("a.fit", bytes("one")))
                .isEqualTo(
                        DeliveryOutcome.Later.because(
                                "the archive's file could not be written (NoSuchFileException)"));
    }

    @Test
    void aFolderInPlaceOfTheFileLeavesNothingUnfinished() throws IOException {
        Files.createDirectories(root.resolve(USER + "/a.fit/inside"));

        assertThat(store("").put("a.fit", bytes("one"))).isInstanceOf(DeliveryOutcome.Later.class);

        try (Stream<Path> left = Files.list(root.resolve(USER.toString()))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("a.fit");
        }
    }

    private DirectoryStore store(String folder) {
        return new DirectoryStore(root, USER, FolderPath.of(folder));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assertAccepted(DeliveryOutcome outcome) {
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
    }
}
