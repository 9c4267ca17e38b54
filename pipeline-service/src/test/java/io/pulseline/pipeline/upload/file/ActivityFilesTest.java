package io.pulseline.pipeline.upload.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import io.pulseline.pipeline.upload.file.RefusedFileException.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file is what. */
class ActivityFilesTest {
    private static final Instant START = Instant.parse("2026-11-28T09:30:00Z");
    private static final byte[] FIT =
            FitWriter.activity(START)
                    .with(FitWriter.session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                    .bytes();
    private static final byte[] TCX = TcxReaderTest.RUN.getBytes(UTF_8);
    private static final byte[] GPX = GpxReaderTest.HIKE.getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "application/vnd.ant.fit, FIT",
        "application/vnd.garmin.tcx+xml, TCX",
        "application/gpx+xml; charset=utf-8, GPX",
        "Application/JSON, JSON",
        "application/octet-stream, UNTOLD",
        "text/xml, UNTOLD",
        "' ', UNTOLD",
        ", UNTOLD",
    })
    void contentTypesAreKnown(@Nullable String mediaType, FileType type) {
        assertThat(FileType.of(mediaType)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "application/x-www-form-urlencoded", ";"})
    void otherContentTypesAreRefused(String mediaType) {
        assertThatThrownBy(() -> FileType.of(mediaType))
                .isInstanceOfSatisfying(
                        RefusedFileException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNKNOWN_TYPE));
    }

    @Test
    void whatIsNotToldIsSeenByTheBytes() {
        assertThat(key(FIT, FileType.UNTOLD)).startsWith("FILE:fit:");
        assertThat(key(TCX, FileType.UNTOLD)).startsWith("FILE:tcx:");
        assertThat(key(GPX, FileType.UNTOLD)).startsWith("FILE:gpx:");
    }

    @Test
    void whatIsNotWhatItIsSaidToBeIsRefused() {
        refused(TCX, FileType.GPX, "no GPX");
        refused(GPX, FileType.TCX, "no TCX");
        refused(GPX, FileType.FIT, "no FIT file");
        refused(FIT, FileType.TCX, "not well-formed XML");
        refused(FIT, FileType.JSON, "not JSON");
        refused("<html/>".getBytes(UTF_8), FileType.UNTOLD, "neither TCX nor GPX");
        refused("{}".getBytes(UTF_8), FileType.UNTOLD, "neither FIT nor TCX nor GPX");
        refused(new byte[] {'P', 'K', 3, 4, 0}, FileType.UNTOLD, "ZIP archive");
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void nothingIsNoFile(FileType type) {
        refused(new byte[0], type, "no file");
    }

    private static String key(byte[] file, FileType type) {
        return ActivityFiles.read(file, type, null).getFirst().getThingKey();
    }

    private static void refused(byte[] file, FileType type, String reason) {
        assertThatThrownBy(() -> ActivityFiles.read(file, type, null))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(reason);
    }
}
