package io.pulseline.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportZipTest {
    @TempDir Path folder;

    @Test
    void linesAreReadBackFromTheirFiles() throws Exception {
        Path file = folder.resolve("some.zip");
        try (ExportZip zip = new ExportZip(file, 10_000)) {
            zip.file("one.ndjson");
            zip.line("{\"a\":1}".getBytes(UTF_8));
            zip.line("{\"a\":2}".getBytes(UTF_8));
            zip.file("none.ndjson");
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getInputStream(zip.getEntry("one.ndjson")))
                    .hasContent("{\"a\":1}\n{\"a\":2}\n");
            assertThat(zip.getInputStream(zip.getEntry("none.ndjson"))).isEmpty();
        }
    }

    @Test
    void itGrowsNoLargerThanAllowed() {
        byte[] noise = new byte[100_000];
        new SecureRandom().nextBytes(noise);
        Path file = folder.resolve("large.zip");

        assertThatThrownBy(
                        () -> {
                            try (ExportZip zip = new ExportZip(file, 50_000)) {
                                zip.file("noise");
                                zip.line(noise);
                            }
                        })
                .isInstanceOf(ExportZip.TooLargeException.class)
                .hasMessage("larger than 50000 bytes");
        assertThat(file).satisfies(written -> assertThat(Files.size(written)).isLessThan(50_001));
    }

    @Test
    void aTypeThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> ExportPart.records("../secret"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ExportPart.records("heart-rate").file()).isEqualTo("records/heart-rate.ndjson");
    }
}
