package io.pulseline.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call as it arrived. Not shared between threads. */
public final class Request {
    private final String method;
    private final String path;
    private final @Nullable String rawQuery;
    private final Parameters query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private Map<String, String> pathValues = Map.of();
    private @Nullable String userId;

    /**
     * A call; header names in lower case.
     *
     * @throws IllegalArgumentException if the query is not percent-encoded properly
     */
    public Request(
            String method,
            String path,
            @Nullable String rawQuery,
            Map<String, List<String>> headers,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.query = Parameters.parse(rawQuery);
        this.headers = headers;
        this.body = body.clone();
    }

    public String method() {
        return method;
    }

    /** The path as sent, not percent-decoded. */
    public String path() {
        return path;
    }

    /** The query as sent, null when there was none. */
    public @Nullable String rawQuery() {
        return rawQuery;
    }

    public Parameters query() {
        return query;
    }

    /** The header's first value, name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** The body's bytes, untouched; signatures are made over these. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as a form.
     *
     * @throws IllegalArgumentException if it is not percent-encoded properly
     */
    public Parameters form() {
        return Parameters.parse(new String(body, UTF_8));
    }

    /** What stood in the path where the route has {@code {name}}. */
    public String pathValue(String name) {
        String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalStateException("the route of " + path + " has no {" + name + "}");
        }
        return value;
    }

    /** The user this call turned out to be about; null while unknown. */
    public @Nullable String userId() {
        return userId;
    }

    /** Remembers whose call this is, for the request log. */
    public void isAbout(String user) {
        userId = user;
    }

    void matched(Map<String, String> values) {
        pathValues = values;
    }
}
