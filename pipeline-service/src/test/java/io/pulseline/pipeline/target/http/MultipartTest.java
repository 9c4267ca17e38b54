package io.pulseline.pipeline.target.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultipartTest {
    @Test
    void fieldsAndFilesStandBetweenBoundaries() {
        Multipart form =
                Multipart.form()
                        .field("data_type", "fit")
                        .file("file", "a \"b\".fit", "application/vnd.ant.fit", new byte[] {1, 2});

        String boundary = form.contentType().replace("multipart/form-data; boundary=", "");
        assertThat(new String(form.bytes(), UTF_8))
                .isEqualTo(
                        "--%1$s\r\nContent-Disposition: form-data; name=\"data_type\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nfit\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %%22b%%22.fit\"\r\nContent-Type: application/vnd.ant.fit\r\n\r\n\u0001\u0002\r\n--%1$s--\r\n"
                                .formatted(boundary));
    }
}
