package io.pulseline.pipeline.target.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** A form with files, {@code multipart/form-data} (RFC 7578). */
public final class Multipart {
    private final String boundary = "pulseline-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Multipart() {}

    /** An empty one. */
    public static Multipart form() {
        return new Multipart();
    }

    /** Adds a text. */
    public Multipart field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"");
        text("\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n");
        return this;
    }

    /** Adds a file. */
    public Multipart file(String name, String fileName, String contentType, byte[] bytes) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"");
        text("; filename=\"" + quoted(fileName) + "\"\r\nContent-Type: " + contentType);
        text("\r\n\r\n");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    /** Value of the header {@code Content-Type}. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return whole.toByteArray();
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }

    /** As browsers do it (HTML, multipart/form-data encoding algorithm). */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
