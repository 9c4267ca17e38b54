package io.pulseline.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code multipart/form-data} body (RFC 7578) by name; the first of a name. */
public final class MultipartForm {
    private static final String LINE = "\r\n";
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private MultipartForm() {}

    /**
     * One part.
     *
     * @param fileName null where it is a plain field
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(@Nullable String fileName, byte[] bytes) {}

    /**
     * Reads a body.
     *
     * @throws IllegalArgumentException if it is no complete form of that kind, saying why
     */
    public static MultipartForm read(Request request) {
        Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!type.matches()) {
            throw new IllegalArgumentException("the body is no multipart/form-data");
        }
        String boundary = type.group(1) == null ? type.group(2) : type.group(1);
        // One char for each byte, so that bytes can be found and cut as text.
        String body = LINE + new String(request.body(), ISO_8859_1);
        String delimiter = LINE + "--" + boundary;
        MultipartForm form = new MultipartForm();
        int from = body.indexOf(delimiter);
        while (from >= 0) {
            int start = from + delimiter.length();
            if (body.startsWith("--", start)) {
                return form;
            }
            int end = body.indexOf(delimiter, start);
            if (end >= 0) {
                form.add(body.substring(start, end));
            }
            from = end;
        }
        throw new IllegalArgumentException("the multipart body has no closing boundary");
    }

    /** The part of that name. */
    public Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** A field's value in UTF-8. */
    public Optional<String> text(String name) {
        return part(name).map(part -> new String(part.bytes(), UTF_8));
    }

    private void add(String part) {
        int bodyAt = part.indexOf(LINE + LINE);
        if (!part.startsWith(LINE) || bodyAt < 0) {
            throw new IllegalArgumentException("a part has no headers");
        }
        String headers = utf8(part.substring(0, bodyAt));
        Matcher name = NAME.matcher(headers);
        if (!name.find()) {
            throw new IllegalArgumentException("a part has no name");
        }
        Matcher fileName = FILE_NAME.matcher(headers);
        byte[] bytes = part.substring(bodyAt + 2 * LINE.length()).getBytes(ISO_8859_1);
        parts.putIfAbsent(
                name.group(1), new Part(fileName.find() ? fileName.group(1) : null, bytes));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
