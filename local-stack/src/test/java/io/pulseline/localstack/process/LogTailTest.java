package io.pulseline.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void ofALargeLogOnlyTheLastLinesAreRead() throws IOException {
        Path log = folder.resolve("large.log");
        Files.writeString(log, "filler line\n".repeat(100_000) + "one\ntwo\n");

        assertThat(LogTail.of(log, 2)).containsExactly("one", "two");
    }

    @Test
    void aShortLogIsShownWhole() throws IOException {
        Path log = folder.resolve("short.log");
        Files.writeString(log, "one");

        assertThat(LogTail.of(log, 5)).containsExactly("one");
    }

    @Test
    void anErrorMessageShowsAFewLinesAndCutsLongOnes() throws IOException {
        Path log = folder.resolve("long.log");
        Files.writeString(log, "line\n".repeat(100) + "x".repeat(10_000));

        assertThat(LogTail.inShort(log).lines()).hasSize(15);
        assertThat(LogTail.inShort(log)).hasSizeLessThan(500).endsWith("x ...");
    }

    @Test
    void aMissingLogHasNoLines() {
        assertThat(LogTail.of(folder.resolve("none.log"), 5)).isEmpty();
    }
}
