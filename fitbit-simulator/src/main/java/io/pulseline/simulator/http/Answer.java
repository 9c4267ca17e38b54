package io.pulseline.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent back; immutable. Status 0 means that the connection is cut without an answer. */
public final class Answer {
    private static final int SILENCE = 0;
    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final int length;
    private final @Nullable Stream stream;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, body.length, null);
    }

    private Answer(
            int status,
            Map<String, String> headers,
            byte[] body,
            int length,
            @Nullable Stream stream) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.length = length;
        this.stream = stream;
    }

    /** Writes a body piece by piece. */
    @FunctionalInterface
    public interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

    /** 200 with a body of any size, made while it is sent. */
    public static Answer streaming(String contentType, Stream stream) {
        return new Answer(200, Map.of("Content-Type", contentType), NOTHING, 0, stream);
    }

    /** A status without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), NOTHING);
    }

    /** JSON as Fitbit labels it. */
    public static Answer json(int status, Object value) {
        return of(status, "application/json;charset=UTF-8", Json.bytes(value));
    }

    /** An HTML page. */
    public static Answer html(int status, String page) {
        return of(status, "text/html;charset=UTF-8", page.getBytes(UTF_8));
    }

    /** Any body with its media type. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.clone());
    }

    /** 302 to that address. */
    public static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** No answer at all: the connection is closed. */
    public static Answer silence() {
        return empty(SILENCE);
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, length, stream);
    }

    /** The same with its body cut in half, as a broken proxy would leave it. */
    public Answer cutInHalf() {
        return new Answer(status, headers, Arrays.copyOf(body, body.length / 2));
    }

    /** The same, but the connection ends after half of the body that is announced. */
    public Answer brokenOff() {
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return new Answer(status, headers, half, body.length, stream);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    /** Bytes of the body as they are announced. */
    int length() {
        return length;
    }

    /** Null where the body is at hand. */
    @Nullable Stream stream() {
        return stream;
    }

    boolean isSilence() {
        return status == SILENCE;
    }
}
