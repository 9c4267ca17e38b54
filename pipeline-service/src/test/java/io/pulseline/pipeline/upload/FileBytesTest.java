package io.pulseline.pipeline.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.pipeline.upload.file.RefusedFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FileBytesTest {
    private static final FileBytes UP_TO_100 = new FileBytes(100);

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
        assertThat(UP_TO_100.of(new ByteArrayInputStream(new byte[100]))).hasSize(100);
        assertThatThrownBy(() -> UP_TO_100.of(new ByteArrayInputStream(new byte[101])))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("larger than 100 bytes");
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        assertThat(UP_TO_100.of(new ByteArrayInputStream(packed("hello".getBytes(UTF_8)))))
                .isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void whatGrowsBeyondTheLimitIsNotUnpackedToItsEnd() throws IOException {
        byte[] bomb = packed(new byte[20_000]);
        assertThat(bomb).hasSizeLessThan(100);

        assertThatThrownBy(() -> UP_TO_100.of(new ByteArrayInputStream(bomb)))
                .hasMessageContaining("larger than 100 bytes");
    }

    @Test
    void whatIsPackedWronglyIsRefused() throws IOException {
        byte[] half = Arrays.copyOf(packed("hello, hello".getBytes(UTF_8)), 15);

        assertThatThrownBy(() -> UP_TO_100.of(new ByteArrayInputStream(half)))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void noMoreIsReadThanIsNeededToSeeThatItIsTooMuch() {
        Endless endless = new Endless();

        assertThatThrownBy(() -> UP_TO_100.of(endless)).isInstanceOf(RefusedFileException.class);
        assertThat(endless.given).isEqualTo(101);
    }

    private static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.toByteArray();
    }

    private static final class Endless extends InputStream {
        private int given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) 'x');
            given += length;
            return length;
        }
    }
}
